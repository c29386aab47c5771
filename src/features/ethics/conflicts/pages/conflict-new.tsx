/** /office/conflicts/new: an officer declares a conflict of interest; `?case=` when she comes from a case. */
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
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { basisOf, type Choice, nameOf } from '../../rules/rule.ts';
import { matters } from '../conflict.ts';
import { conflictsText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams.get('case') ?? '';
  const caseId = isUuid(asked) ? asked : undefined;
  return {
    locale,
    id: crypto.randomUUID(),
    asked,
    form: await app.ethics.conflicts.form(signedIn, locale, caseId),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const caseId = textOf(form, 'caseId');
  const outcome = await app.ethics.conflicts.declare(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    matter: matters.find((matter) => matter === textOf(form, 'matter')) ?? 'other',
    about: textOf(form, 'about'),
    ...(caseId ? { caseId } : {}),
    relation: textOf(form, 'relation'),
    interest: textOf(form, 'interest'),
    detail: textOf(form, 'detail'),
  });
  return outcome.ok
    ? redirect(`/office/conflicts/${outcome.value.id}?done=declare`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = conflictsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function ConflictNew() {
  const { locale, id, asked, form } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const [ownId] = useState(id);
  const text = conflictsText(locale);
  const words = text.form;
  return (
    <>
      <p className="small">
        <Link to="/office/conflicts">{text.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {asked !== '' && !form.found ? <p className="note warn">{words.caseUnknown}</p> : null}
      {form.units.length === 0 ? (
        <p className="note">{words.noUnit}</p>
      ) : (
        <Form method="post" className="narrow-form">
          <input type="hidden" name="id" value={ownId} />
          {form.units.length > 1 ? (
            <div className="field">
              <label htmlFor="unitId">{words.unit}</label>
              <select id="unitId" name="unitId">
                {form.units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <input type="hidden" name="unitId" value={form.units[0]!.id} />
          )}
          {form.found ? (
            <>
              <input type="hidden" name="matter" value="case-panel" />
              <input type="hidden" name="caseId" value={form.found.id} />
              <p className="note">
                <strong>{words.case(form.found.number)}</strong>
              </p>
            </>
          ) : (
            <>
              <div className="field">
                <label htmlFor="matter">{words.matter}</label>
                <p className="hint" id="matter-hint">
                  {words.caseFrom}
                </p>
                <select id="matter" name="matter" aria-describedby="matter-hint">
                  {matters
                    .filter((matter) => matter !== 'case-panel')
                    .map((matter) => (
                      <option key={matter} value={matter}>
                        {text.matters[matter]}
                      </option>
                    ))}
                </select>
              </div>
              <div className="field">
                <label htmlFor="about">{words.about}</label>
                <p className="hint" id="about-hint">
                  {words.aboutHint}
                </p>
                <input id="about" name="about" required maxLength={300} aria-describedby="about-hint" />
              </div>
            </>
          )}
          <Choices name="relation" legend={words.relation} choices={form.relations} locale={locale} />
          <Choices name="interest" legend={words.interest} choices={form.interests} locale={locale} />
          <div className="field">
            <label htmlFor="detail">{words.detail}</label>
            <p className="hint" id="detail-hint">
              {words.detailHint}
            </p>
            <textarea
              id="detail"
              name="detail"
              className="short"
              required
              maxLength={2000}
              aria-describedby="detail-hint"
            />
          </div>
          <button type="submit" className="button act" disabled={isBusy}>
            {words.send}
          </button>
          <p className="hint">{words.sendHint}</p>
        </Form>
      )}
    </>
  );
}

type ChoicesProps = {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly locale: Locale;
};

function Choices({ name, legend, choices, locale }: ChoicesProps) {
  const text = conflictsText(locale);
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.code} className="choice">
          <input type="radio" name={name} value={choice.code} required />
          <span>
            {nameOf(choice, locale)}
            <small>
              {basisOf(choice, locale)}{' '}
              {choice.status === 'unconfirmed' ? <span className="tag warn">{text.unconfirmed}</span> : null}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
