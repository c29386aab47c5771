/** /office/seminars/completion: what completes a seminar by default, on what basis, since when; and how the ministry changes it. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const defaults = await app.certificates.listDefaults(signedIn);
  return {
    locale,
    ...defaults,
    today: civilDate(app.ground.now()),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  const typed = {
    code: form ? textOf(form, 'code') : '',
    percent: form ? textOf(form, 'percent') : '',
    basis: form ? textOf(form, 'basis') : '',
    source: form ? textOf(form, 'source') : '',
    validFrom: form ? dateText(form, 'validFrom') : '',
    isConfirmed: form?.has('isConfirmed') ?? false,
  };
  const outcome = await app.certificates.setDefault(signedIn, {
    ...typed,
    percent: typed.percent === '' ? Number.NaN : Number(typed.percent),
  });
  if (outcome.ok) return redirect('/office/seminars/completion?done');
  return data({ problem: outcome.code, typed }, { status: outcome.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.settings.heading) }];
};

export default function DefaultsPage() {
  const { locale, rows, mayChange, today, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { settings: text, problems } = certificatesText(locale);
  const typed = answer?.typed;
  const codes = ['attendance-percent', 'post-test-percent'] as const;
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="measure">{text.lead}</p>
      {isDone && !answer ? (
        <p className="note good" role="status">
          {text.done}
        </p>
      ) : null}
      {answer ? (
        <p className="note bad" role="alert">
          {problems[answer.problem]}
        </p>
      ) : null}
      <table className="stacked">
        <caption className="visually-hidden">{text.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.percent}</th>
            <th scope="col">{text.from}</th>
            <th scope="col">{text.basis}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.code} ${row.validFrom}`}>
              <th scope="row">{text.codes[row.code]}</th>
              <td>{text.share(row.percent)}</td>
              <td>
                {text.from} {formatDate(asCivilDate(row.validFrom), locale, 'short')}
                {row.validTo
                  ? ` ${text.until} ${formatDate(asCivilDate(row.validTo), locale, 'short')}`
                  : null}
              </td>
              <td>
                <span lang="th">{row.basis}</span>{' '}
                <span className={row.status === 'confirmed' ? 'tag good' : 'tag warn'}>
                  {text.status[row.status]}
                </span>
                <span className="block small soft" lang="th">
                  {row.source}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange ? (
        <Form method="post" className="card measure">
          <h2>{text.change}</h2>
          <div className="field">
            <label htmlFor="default-code">{text.code}</label>
            <select id="default-code" name="code" defaultValue={typed?.code}>
              {codes.map((code) => (
                <option key={code} value={code}>
                  {text.codes[code]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="percent">{text.percent}</label>
            <input id="percent" name="percent" inputMode="numeric" required defaultValue={typed?.percent} />
          </div>
          <DateField
            name="validFrom"
            label={text.from}
            locale={locale}
            defaultValue={typed?.validFrom ?? today}
            required
          />
          <div className="field">
            <label htmlFor="basis">{text.basis}</label>
            <input id="basis" name="basis" required maxLength={500} defaultValue={typed?.basis} />
          </div>
          <div className="field">
            <label htmlFor="source">{text.source}</label>
            <input id="source" name="source" required maxLength={500} defaultValue={typed?.source} />
          </div>
          <label className="choice">
            <input type="checkbox" name="isConfirmed" defaultChecked={typed?.isConfirmed} />
            <span>{text.confirmed}</span>
          </label>
          <button type="submit" className="button main">
            {text.save}
          </button>
        </Form>
      ) : (
        <p className="hint">{text.onlySome}</p>
      )}
    </>
  );
}
