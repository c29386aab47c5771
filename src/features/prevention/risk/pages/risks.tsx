/** /office/risks: assessments by year with their state and a small matrix; from above, all centres of a year. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { commonYear, formatDate, formatDue, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Framework, riskKinds } from '../framework.ts';
import type { ListState, MapFilters, MapLine } from '../list-maps.ts';
import { mapStates } from '../risk.ts';
import { riskText } from '../text.ts';
import { MatrixThumb } from './matrix.tsx';
import { StateTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const query = new URL(request.url).searchParams;
  return {
    locale,
    ...(await app.risks.list(signedIn, query, locale)),
    isDiscarded: query.get('done') === 'discarded',
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

/** The address of the list with one filter changed. */
function address(filters: MapFilters, change: Partial<Record<'state', ListState | undefined>> = {}): string {
  const now = { ...filters, ...change };
  const pairs = { year: now.year, kind: now.kind, of: now.of, q: now.sought, state: now.state };
  const query = new URLSearchParams(
    Object.entries(pairs).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return `?${query}`;
}

export default function RisksPage() {
  const list = useLoaderData<typeof loader>();
  const { locale, lines, frameworks, filters, counts, mayStart, mapDue, today, isDiscarded } = list;
  const text = riskText(locale);
  const words = text.list;
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {mayStart ? (
          <Link className="button act" to="/office/risks/new">
            {words.start}
          </Link>
        ) : null}
      </div>
      <p className="soft measure">{words.lead}</p>
      {isDiscarded ? (
        <p className="note good" role="status">
          {text.done.discarded}
        </p>
      ) : null}
      <p className="row small">
        <Link to="/office/risks/compare">{words.compare}</Link>
        <Link to="/office/typologies">{words.forms}</Link>
        <Link to="/office/risks/frameworks">{words.frameworks}</Link>
        <a href={`/office/risks/list.xlsx${address(filters)}&lang=${locale}`} download>
          {words.xlsx}
        </a>
      </p>
      <Filters list={list} />
      {mapDue ? (
        <p className="soft small">
          {words.due(
            formatDate(asCivilDate(mapDue), locale),
            formatDue(asCivilDate(mapDue), asCivilDate(today), locale),
          )}
        </p>
      ) : null}
      <nav className="row state-filter" aria-label={words.byState}>
        <Link
          className="button"
          to={address(filters, { state: undefined })}
          aria-current={filters.state ? undefined : 'true'}
        >
          {words.all} ({all})
        </Link>
        {[...mapStates, 'none' as const]
          .filter((state) => counts[state] > 0 || state === filters.state)
          .map((state) => (
            <Link
              key={state}
              className="button"
              to={address(filters, { state })}
              aria-current={filters.state === state ? 'true' : undefined}
            >
              {text.states[state]} ({counts[state]})
            </Link>
          ))}
      </nav>
      {lines.length > 0 ? (
        <Lines {...{ lines, frameworks, locale }} />
      ) : all > 0 || list.oversees ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <div className="card empty">
          <p>
            <strong>{words.noneYet}</strong>
          </p>
          <p>{words.noneYetBody}</p>
        </div>
      )}
    </>
  );
}

function Filters({ list }: { readonly list: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { locale, filters, years, oversees } = list;
  const text = riskText(locale);
  const words = text.list;
  return (
    <Form method="get" className="row filter risk-filter" aria-label={words.filters} key={address(filters)}>
      {filters.state ? <input type="hidden" name="state" value={filters.state} /> : null}
      <label>
        <span className="small soft">{words.year}</span>
        <select name="year" defaultValue={filters.year ?? ''}>
          {oversees ? null : <option value="">{words.allYears}</option>}
          {years.map((year) => (
            <option key={year} value={year}>
              {locale === 'th' ? year : commonYear(year)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small soft">{words.kind}</span>
        <select name="kind" defaultValue={filters.kind ?? ''}>
          <option value="">{words.allKinds}</option>
          {riskKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {oversees ? (
        <>
          <label>
            <span className="small soft">{words.of}</span>
            <select name="of" defaultValue={filters.of ?? ''}>
              <option value="">{words.allOf}</option>
              {(Object.keys(text.centreKinds) as (keyof typeof text.centreKinds)[]).map((kind) => (
                <option key={kind} value={kind}>
                  {text.centreKinds[kind]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="small soft">{words.find}</span>
            <input type="search" name="q" defaultValue={filters.sought} maxLength={100} />
          </label>
        </>
      ) : null}
      <button type="submit" className="button">
        {words.apply}
      </button>
    </Form>
  );
}

type LinesProps = {
  readonly lines: readonly MapLine[];
  readonly frameworks: readonly Framework[];
  readonly locale: Locale;
};

function Lines({ lines, frameworks, locale }: LinesProps) {
  const text = riskText(locale);
  const words = text.list;
  return (
    <table className="stacked risk-list">
      <caption className="visually-hidden">{text.heading}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.centre}</th>
          <th scope="col">{words.columns.what}</th>
          <th scope="col">{words.columns.matrix}</th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ centre, kind, fiscalYear, state, map }) => {
          const scheme = frameworks.find(
            ({ code, version }) => code === map?.framework && version === map.frameworkVersion,
          )?.scheme;
          return (
            <tr key={`${centre.unitId} ${kind} ${fiscalYear}`}>
              <td>{centre.name}</td>
              <td>
                {map ? (
                  <Link to={`/office/risks/${map.id}`}>
                    {text.kinds[kind]} {formatFiscalYear(fiscalYear, locale)}
                  </Link>
                ) : (
                  <span className="soft">
                    {text.kinds[kind]} {formatFiscalYear(fiscalYear, locale)}
                  </span>
                )}
                {map && map.version > 1 ? (
                  <span className="small soft"> · {text.version(map.version)}</span>
                ) : null}
              </td>
              <td>
                {map && scheme && map.risks > 0 ? (
                  <span className="thumb-line">
                    <MatrixThumb locale={locale} scheme={scheme} counts={map.counts} bands={map.bands} />
                    <span className="small soft">{text.riskCount(map.risks)}</span>
                  </span>
                ) : null}
              </td>
              <td>
                <StateTag state={state} locale={locale} />{' '}
                {map?.isPublished ? <span className="tag deep">{text.isPublished}</span> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
