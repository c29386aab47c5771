/** /office/disclosure/sets: the years' items, how a new year's are brought, and the scale. */
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
import { FileField } from '#interface/fields/file-field.tsx';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { fileOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { refused, statusOf } from '../outcome.ts';
import { disclosureText } from '../text.ts';
import { UnconfirmedTag } from './disclosure-tags.tsx';
import { ScaleSection } from './scale-section.tsx';
import { SourceFields } from './source-fields.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const present = fiscalYearOf(civilDate(app.ground.now()));
  return {
    locale,
    ...(await app.disclosure.listSets(signedIn)),
    years: [present, present + 1],
    today: civilDate(app.ground.now()),
    id: crypto.randomUUID(),
    bandId: crypto.randomUUID(),
    done: new URL(request.url).searchParams.get('done') ?? undefined,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 6 * 1024 * 1024);
  if (!form) return data(refused('malformed'), { status: 400 });
  const act = textOf(form, 'act');
  const status = textOf(form, 'status') === 'confirmed' ? ('confirmed' as const) : ('unconfirmed' as const);
  if (act === 'band') {
    const outcome = await app.disclosure.enterBand(signedIn, {
      id: textOf(form, 'id'),
      code: textOf(form, 'code'),
      fromPercent: textOf(form, 'fromPercent'),
      isPass: textOf(form, 'isPass') === 'yes',
      basisTh: textOf(form, 'basis'),
      source: textOf(form, 'source'),
      status,
      validFrom: dateText(form, 'validFrom'),
    });
    return outcome.ok
      ? redirect('/office/disclosure/sets?done=band')
      : data(outcome, { status: statusOf(outcome.code) });
  }
  if (act === 'carry') {
    const outcome = await app.disclosure.startFromLast(signedIn, {
      id: textOf(form, 'id'),
      fiscalYear: Number(textOf(form, 'fiscalYear')),
    });
    return outcome.ok
      ? redirect(`/office/disclosure/sets/${outcome.value.id}?done=carried`)
      : data(outcome, { status: statusOf(outcome.code) });
  }
  const file = fileOf(form, 'file');
  if (!file) return data(refused('not-a-file'), { status: 409 });
  const outcome = await app.disclosure.loadSet(
    signedIn,
    {
      id: textOf(form, 'id'),
      fiscalYear: textOf(form, 'fiscalYear'),
      basisTh: textOf(form, 'basis'),
      basisEn: '',
      source: textOf(form, 'source'),
      status,
    },
    { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  );
  return outcome.ok
    ? redirect(`/office/disclosure/sets/${outcome.value.id}?done=loaded`)
    : data(outcome, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.sets.heading) }];
};

export default function SetsPage() {
  const view = useLoaderData<typeof loader>();
  const { locale, sets, mayKeep, done } = view;
  const refusal = useActionData<typeof action>();
  const text = disclosureText(locale);
  const words = text.sets;
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : undefined;
  return (
    <>
      <p className="small">
        <Link to="/office/disclosure">{text.heading}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {said && !refusal ? (
        <p className="note good" role="status">
          {said}
        </p>
      ) : null}
      {refusal ? (
        <div className="note bad" role="alert">
          <p>{text.problems[refusal.code]}</p>
          {refusal.rows ? (
            <ul aria-label={words.rows}>
              {refusal.rows.map(({ line, problem }) => (
                <li key={line}>
                  <strong>{words.line(line)}</strong>: {words.faults[problem]}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <ul className="plain-list rows">
        {sets.map((set) => (
          <li key={set.id}>
            <Link to={`/office/disclosure/sets/${set.id}`}>{words.of(set.fiscalYear, set.version)}</Link>{' '}
            <span className={set.state === 'in-force' ? 'tag good' : 'tag'}>{words.states[set.state]}</span>{' '}
            {set.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
            <div className="small soft">
              {words.agencyTypes[set.agencyType] ?? set.agencyType} · {words.items(set.items)}
              {set.gaps.length > 0 ? ` · ${text.gaps(set.gaps.join(', '))}` : ''}
            </div>
          </li>
        ))}
      </ul>
      {mayKeep ? <BringSet locale={locale} id={view.id} years={view.years} /> : null}
      <ScaleSection
        locale={locale}
        bands={view.bands}
        mayKeep={mayKeep}
        id={view.bandId}
        today={view.today}
      />
    </>
  );
}

type BringSetProps = { readonly locale: Locale; readonly id: string; readonly years: readonly number[] };

function BringSet({ locale, id, years }: BringSetProps) {
  const text = disclosureText(locale);
  const words = text.sets;
  // Stays what it was when the page was opened, also after a refusal.
  const [began] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  const yearField = (
    <label>
      {text.yearLabel}{' '}
      <select name="fiscalYear" defaultValue={years[0]}>
        {years.map((year) => (
          <option key={year} value={year}>
            {locale === 'th' ? year : year - 543}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section className="card stack" aria-labelledby="bring">
      <h2 id="bring">{words.bring}</h2>
      <p>{words.bringLead}</p>
      <Form method="post" className="row">
        <input type="hidden" name="act" value="carry" />
        <input type="hidden" name="id" value={began} />
        {yearField}
        <button type="submit" className="button main" disabled={isBusy}>
          {words.carry}
        </button>
      </Form>
      <p>
        <a href={`/office/disclosure/sets/template.xlsx?lang=${locale}`} download>
          {words.template}
        </a>
      </p>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="act" value="load" />
        <input type="hidden" name="id" value={began} />
        <p>{yearField}</p>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          locale={locale}
          accept=".xlsx,.csv"
          required
        />
        <SourceFields locale={locale} name="set" />
        <button type="submit" className="button main" disabled={isBusy}>
          {words.load}
        </button>
      </Form>
    </section>
  );
}
