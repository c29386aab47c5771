/** /office/honours/nominate: an officer of a centre nominates a colleague or the centre. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { honoursText } from '../text.ts';
import { nominationLimit, postedNomination } from './posted-nomination.ts';
import { ReasonsForm } from './reasons-form.tsx';
import { Said } from './said.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  return {
    locale,
    id: crypto.randomUUID(),
    form: await app.ethics.honours.form(signedIn, locale, {
      category: asked.get('category') ?? undefined,
      unitId: Number(asked.get('unit')) || undefined,
    }),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, nominationLimit);
  if (!form) return data({ problem: 'malformed' as const }, { status: 422 });
  const outcome = await app.ethics.honours.nominate(signedIn, postedNomination(form));
  return outcome.ok
    ? redirect(`/office/honours/nominations/${outcome.value.id}?done=saved`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function Nominate() {
  const { locale, id, form } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const [ownId] = useState(id);
  const text = honoursText(locale);
  const words = text.form;
  const { roundId, category, categories, units, unitId, colleagues } = form;
  const unit = units.find((one) => one.id === unitId);
  const hasChoice = categories.length > 1 || units.length > 1;
  return (
    <>
      <p className="small">
        <Link to="/office/honours">{text.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <Said locale={locale} problem={problem} />
      {roundId && category ? null : <p className="note">{words.closed}</p>}
      {roundId && category && !unit ? <p className="note">{words.noCentre}</p> : null}
      {roundId && category && unit ? (
        <>
          {hasChoice ? (
            <Form method="get" className="row filter short" key={`${category.code} ${unit.id}`}>
              <label htmlFor="category-asked">{text.category}</label>
              <select id="category-asked" name="category" defaultValue={category.code}>
                {categories.map((one) => (
                  <option key={one.code} value={one.code}>
                    {locale === 'en' ? one.nameEn : one.nameTh}
                  </option>
                ))}
              </select>
              {units.length > 1 ? (
                <>
                  <label htmlFor="unit-asked">{text.centre}</label>
                  <select id="unit-asked" name="unit" defaultValue={unit.id}>
                    {units.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                </>
              ) : null}
              <button type="submit" className="button">
                {words.choose}
              </button>
            </Form>
          ) : null}
          <Form method="post" className="narrow-form honour-form" key={`form ${category.code} ${unit.id}`}>
            <input type="hidden" name="id" value={ownId} />
            <input type="hidden" name="roundId" value={roundId} />
            <input type="hidden" name="category" value={category.code} />
            <input type="hidden" name="unitId" value={unit.id} />
            {category.nominee === 'unit' ? <p className="note">{words.unitSelf(unit.name)}</p> : null}
            {category.nominee === 'person' && colleagues.length === 0 ? (
              <p className="note">{words.noColleagues}</p>
            ) : null}
            {category.nominee === 'person' && colleagues.length > 0 ? (
              <div className="field">
                <label htmlFor="personId">{text.nominee}</label>
                <select id="personId" name="personId" required>
                  {colleagues.map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </select>
              </div>
            ) : null}
            <ReasonsForm locale={locale} category={category} reasons={[]} citation="" />
            <button type="submit" className="button act" disabled={isBusy}>
              {words.save}
            </button>
            <p className="hint">{words.next}</p>
          </Form>
        </>
      ) : null}
    </>
  );
}
