/** /office/disclosure/network: every centre's readiness, those who need help first, filtered and ordered by the address. */
import { Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import type { Locale } from '#platform/text/messages.ts';
import {
  type LeagueLine,
  leagueOrders,
  readLeagueFilter,
  sortLeague,
  sumLeague,
} from '../readiness/league-rules.ts';
import { disclosureText } from '../text.ts';
import { YearChoice } from './year-choice.tsx';

/** Centres named as those to help first. */
const mostToHelp = 5;

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const league = await app.disclosure.network(signedIn, Number(asked.get('year')) || undefined, locale);
  if (!league) throw redirect('/office/disclosure');
  const filter = readLeagueFilter(asked);
  const lines = sortLeague(league.lines, filter);
  return {
    locale,
    fiscalYear: league.fiscalYear,
    years: league.years,
    items: league.items,
    filter,
    lines,
    sums: sumLeague(league.lines),
    behind: sortLeague(lines, { kind: '', order: 'behind' })
      .filter(({ readyPercent, broken }) => readyPercent < 100 || broken > 0)
      .slice(0, mostToHelp),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.network.heading) }];
};

export default function NetworkPage() {
  const { locale, fiscalYear, years, items, filter, lines, sums, behind } = useLoaderData<typeof loader>();
  const text = disclosureText(locale);
  const words = text.network;
  const query = new URLSearchParams({ year: String(fiscalYear), ...filter, lang: locale }).toString();
  const mean = Math.round(
    lines.reduce((sum, { readyPercent }) => sum + readyPercent, 0) / Math.max(1, lines.length),
  );
  const pathOf = (line: LeagueLine) => `/office/disclosure/${line.centre.code}/${fiscalYear}`;
  return (
    <>
      <p className="small">
        <Link to="/office/disclosure">{words.own}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <YearChoice
        locale={locale}
        years={years}
        year={fiscalYear}
        hrefOf={(year) => `?${new URLSearchParams({ year: String(year), ...filter })}`}
      />
      <p>
        <strong>{words.mean(mean, lines.length, items)}</strong>
      </p>
      <p className="note">{text.notPurity}</p>
      <div className="two-columns">
        <BarChart
          title={words.picture}
          locale={locale}
          max={100}
          valueHeading={words.ready}
          bars={sums.map(({ kind, readyPercent }) => ({
            label: text.kinds[kind],
            value: readyPercent,
            shown: `${readyPercent}`,
            href: `?${new URLSearchParams({ year: String(fiscalYear), kind, order: filter.order })}`,
          }))}
        />
        <section className="card" aria-labelledby="help">
          <h2 id="help">{words.help}</h2>
          {behind.length === 0 ? <p>{words.helpNone}</p> : null}
          <ul className="plain-list rows">
            {behind.map((line) => (
              <li key={line.centre.code}>
                <Link to={pathOf(line)}>{line.centre.name}</Link>{' '}
                <span className="small soft">{words.helpLine(line.readyPercent, line.broken)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Form method="get" className="row find" key={query}>
        <input type="hidden" name="year" value={fiscalYear} />
        <label>
          {words.kind}{' '}
          <select name="kind" defaultValue={filter.kind}>
            <option value="">{words.allKinds}</option>
            {sums.map(({ kind }) => (
              <option key={kind} value={kind}>
                {text.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.order}{' '}
          <select name="order" defaultValue={filter.order}>
            {leagueOrders.map((order) => (
              <option key={order} value={order}>
                {words.orders[order]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {text.show}
        </button>
      </Form>
      <p className="row small">
        <a href={`/office/disclosure/network.xlsx?${query}`}>{words.excel}</a>
        <a href={`/office/disclosure/network.csv?${query}`}>{words.csv}</a>
      </p>
      {lines.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{words.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{words.centre}</th>
              <th scope="col">{words.ready}</th>
              <th scope="col">{words.met}</th>
              <th scope="col">{words.change}</th>
              <th scope="col">{words.waiting}</th>
              <th scope="col">{words.broken}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.centre.code}>
                <th scope="row">
                  <Link to={pathOf(line)}>{line.centre.name}</Link>
                </th>
                <td data-label={words.ready}>{line.readyPercent}</td>
                <td data-label={words.met}>{line.metPercent}</td>
                <td data-label={words.change}>{signed(line.change)}</td>
                <td data-label={words.waiting}>{line.waiting}</td>
                <td data-label={words.broken}>{line.links === 0 ? '–' : `${line.broken}/${line.links}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const signed = (change: number | undefined) =>
  change === undefined ? '–' : change > 0 ? `+${change}` : String(change);
