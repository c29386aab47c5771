/** /office/risks/compare: approved maps of all centres side by side, domain × band of a year or year on year. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { commonYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Comparison } from '../compare-maps.ts';
import { riskKinds } from '../framework.ts';
import { riskText } from '../text.ts';
import { HeatDomains, HeatYears } from './heat-tables.tsx';
import { UnconfirmedTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const query = new URL(request.url).searchParams;
  return { locale, comparison: await app.risks.compare(signedIn, query, locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.compare.heading) }];
};

const sorts = ['list', 'grave', 'rise'] as const;

export default function RiskCompare() {
  const { locale, comparison } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const text = riskText(locale);
  const words = text.compare;
  const view = query.get('view') === 'years' ? 'years' : 'domains';
  const sort = sorts.find((one) => one === query.get('sort')) ?? 'list';
  const back = (
    <p className="small">
      <Link to="/office/risks">{text.map.back}</Link>
    </p>
  );
  if (!comparison)
    return (
      <>
        {back}
        <h1>{words.heading}</h1>
        <p className="card empty">{words.noFramework}</p>
      </>
    );
  const { rows, framework } = comparison;
  const graveNow = (row: Comparison['rows'][number]) => row.grave.at(-1) ?? -1;
  const rise = (row: Comparison['rows'][number]) => {
    const [before, now] = row.grave.slice(-2);
    return before === undefined || now === undefined ? Number.NEGATIVE_INFINITY : now - before;
  };
  const sorted =
    sort === 'list'
      ? rows
      : [...rows].sort((a, b) => (sort === 'grave' ? graveNow(b) - graveNow(a) : rise(b) - rise(a)));
  const approved = rows.filter(({ cells }) => cells !== undefined);
  const grave = approved.reduce((sum, row) => sum + (row.grave.at(-1) ?? 0), 0);
  const viewAddress = (one: string) => {
    const next = new URLSearchParams(query);
    next.set('view', one);
    return `?${next}`;
  };
  return (
    <>
      {back}
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <Filters {...{ comparison, locale, view, sort }} />
      <nav className="row state-filter" aria-label={words.view}>
        {(['domains', 'years'] as const).map((one) => (
          <Link
            key={one}
            className="button"
            to={viewAddress(one)}
            aria-current={view === one ? 'true' : undefined}
            preventScrollReset
          >
            {words.views[one]}
          </Link>
        ))}
      </nav>
      <p className="small soft">
        {words.summary(approved.length, rows.length, grave)} · {framework.name[locale]}{' '}
        {framework.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
      </p>
      {view === 'domains' ? (
        <HeatDomains {...{ comparison, locale, rows: sorted }} />
      ) : (
        <HeatYears {...{ comparison, locale, rows: sorted }} />
      )}
    </>
  );
}

type FilterProps = {
  readonly comparison: Comparison;
  readonly locale: Locale;
  readonly view: string;
  readonly sort: string;
};

function Filters({ comparison, locale, view, sort }: FilterProps) {
  const { kind, year, choosable, of, framework, frameworks } = comparison;
  const text = riskText(locale);
  const centreKinds = ['department', 'state-enterprise', 'bangkok', 'province', 'ministry'] as const;
  const choice = (
    name: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label>
      <span className="small soft">{label}</span>
      <select name={name} defaultValue={value}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Form
      method="get"
      className="row filter risk-filter"
      key={`${kind} ${year} ${of} ${framework.code} ${sort}`}
    >
      <input type="hidden" name="view" value={view} />
      {choice(
        'year',
        text.list.year,
        String(year),
        choosable.map((one) => [String(one), String(locale === 'th' ? one : commonYear(one))]),
      )}
      {choice(
        'kind',
        text.list.kind,
        kind,
        riskKinds.map((one) => [one, text.kinds[one]]),
      )}
      {choice('of', text.list.of, of, [
        ['all', text.list.allOf],
        ...centreKinds.map((one) => [one, text.centreKinds[one]] as const),
      ])}
      {frameworks.length > 1
        ? choice(
            'framework',
            text.compare.framework,
            framework.code,
            frameworks.map(({ code, name }) => [code, name[locale]]),
          )
        : null}
      {choice(
        'sort',
        text.compare.sort,
        sort,
        sorts.map((one) => [one, text.compare.sorts[one]]),
      )}
      <button type="submit" className="button">
        {text.list.apply}
      </button>
    </Form>
  );
}
