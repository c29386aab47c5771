/** /office/pledge/figures: by centre, how many have pledged and which standards are missed; a reminder where not all have. */
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
import { HeatTable } from '#interface/charts/heat-table.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { worded } from '../code.ts';
import type { FiguresRow, PledgeFigures } from '../pledge-figures.ts';
import { codesText } from '../text.ts';
import { CodesNav } from './codes-nav.tsx';

export const links = () => [chartStyles, ethicsStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const year = Number(asked.get('year'));
  const show = asked.get('show');
  return {
    locale,
    figures: await app.ethics.pledges.figures(
      signedIn,
      locale,
      year > 2500 && year < 2700 ? year : undefined,
    ),
    shown: show === 'open' || show === 'complete' ? show : undefined,
    isReminded: asked.get('done') === 'remind',
    id: crypto.randomUUID(),
  } as const;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.pledges.remind(signedIn, { id: textOf(form, 'id') });
  return outcome.ok
    ? redirect('/office/pledge/figures?done=remind')
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = codesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.figures.heading) }];
};

export default function Figures() {
  const { locale, figures, shown, isReminded, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = codesText(locale).figures;
  const { fiscalYear, presentYear, rows, open } = figures;
  const listed = rows.filter(({ isComplete }) => !shown || isComplete === (shown === 'complete'));
  const to = (show?: string) =>
    `?${new URLSearchParams({ year: String(fiscalYear), ...(show ? { show } : {}) })}`;
  const file = new URLSearchParams({
    year: String(fiscalYear),
    lang: locale,
    ...(shown ? { show: shown } : {}),
  });
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft measure">{text.lead(formatFiscalYear(fiscalYear, locale))}</p>
      <CodesNav locale={locale} />
      {isReminded ? (
        <p className="note good" role="status">
          {text.reminded}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <Form method="get" className="row filter short" key={fiscalYear}>
        <label htmlFor="year">{text.year}</label>
        <select id="year" name="year" defaultValue={fiscalYear}>
          {[presentYear, presentYear - 1, presentYear - 2].map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, locale)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {text.show}
        </button>
      </Form>
      <nav className="row state-filter" aria-label={text.filter}>
        <Link className="button" to={to()} preventScrollReset aria-current={shown ? undefined : 'true'}>
          {text.all} ({rows.length})
        </Link>
        {(['open', 'complete'] as const).map((state) => (
          <Link
            key={state}
            className="button"
            to={to(state)}
            preventScrollReset
            aria-current={shown === state ? 'true' : undefined}
          >
            {text[state]} ({state === 'open' ? open : rows.length - open})
          </Link>
        ))}
      </nav>
      <div className="row">
        <a className="button" href={`/office/pledge/memo.pdf?${file}`} download>
          {text.memo}
        </a>
        <a className="button" href={`/office/pledge/figures.xlsx?${file}`} download>
          {text.xlsx}
        </a>
        {figures.mayRemind && open > 0 && fiscalYear === presentYear ? (
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <button type="submit" className="button main" disabled={isBusy}>
              {text.remind(open)}
            </button>
          </Form>
        ) : null}
      </div>
      <Missed figures={figures} locale={locale} />
      <Shares rows={listed} locale={locale} />
      <p className="small soft measure">{text.fewNote}</p>
    </>
  );
}

/** The heat table of standards: after the year all together first, then the centres that can stand alone. */
function Missed({ figures, locale }: { readonly figures: PledgeFigures; readonly locale: Locale }) {
  const text = codesText(locale).figures;
  const { standards, rows, together } = figures;
  const hasFigures = (misses: FiguresRow['misses']) => misses.some((value) => value !== undefined);
  if (![together, ...rows.map(({ misses }) => misses)].some(hasFigures))
    return (
      <section className="card" aria-labelledby="missed">
        <h2 id="missed">{text.heat}</h2>
        <p className="soft">{text.heatNone}</p>
      </section>
    );
  const cellsOf = (misses: FiguresRow['misses']) =>
    misses.map((value) => (value === undefined ? { value: null } : { value, shown: text.percent(value) }));
  return (
    <HeatTable
      title={text.heat}
      locale={locale}
      labelHeading={text.centre}
      max={100}
      columns={standards.map((one) => worded(one.nameTh, one.nameEn, locale).text)}
      rows={[
        ...(hasFigures(together) ? [{ label: text.together, cells: cellsOf(together) }] : []),
        ...rows
          .filter(({ misses }) => hasFigures(misses))
          .map(({ name, misses }) => ({ label: name, cells: cellsOf(misses) })),
      ]}
    />
  );
}

function Shares({ rows, locale }: { readonly rows: readonly FiguresRow[]; readonly locale: Locale }) {
  const text = codesText(locale).figures;
  if (rows.length === 0) return <p className="card empty">{text.none}</p>;
  return (
    <table className="stacked">
      <caption className="visually-hidden">{text.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.centre}</th>
          <th scope="col">{text.state}</th>
          <th scope="col" className="number">
            {text.officers}
          </th>
          <th scope="col" className="number">
            {text.pledged}
          </th>
          <th scope="col" className="number">
            {text.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unitId}>
            <td>{row.name}</td>
            <td>
              <span className={row.isComplete ? 'tag good' : 'tag'}>
                {row.isComplete ? text.complete : text.open}
              </span>
            </td>
            <td className="number">
              <span className="stacked-label">{text.officers}: </span>
              {row.officers === undefined ? (
                <span className="soft">{text.few}</span>
              ) : (
                row.officers.toLocaleString(locale)
              )}
            </td>
            <td className="number">
              {row.pledged === undefined ? null : (
                <>
                  <span className="stacked-label">{text.pledged}: </span>
                  {row.pledged.toLocaleString(locale)}
                </>
              )}
            </td>
            <td className="number">
              {row.share === undefined ? null : (
                <>
                  <span className="stacked-label">{text.share}: </span>
                  {text.percent(row.share)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
