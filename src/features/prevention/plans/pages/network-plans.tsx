/** /office/plans/network: every centre's plan of a year, consolidated by kind, filtered by the address. */
import { Form, Link, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import type { Locale } from '#platform/text/messages.ts';
import { filterLines } from '../network-rows.ts';
import { planStates } from '../plan.ts';
import { amount } from '../plan-rows.ts';
import { isFiled, sumByKind } from '../sum-by-kind.ts';
import { plansText } from '../text.ts';
import { KindTable } from './kind-table.tsx';
import { PlanStateTag } from './plan-state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  if (!(await app.plans.oversees(signedIn))) throw redirect('/office/plans');
  const asked = new URL(request.url).searchParams;
  const year = app.plans.yearOf(asked.get('year'));
  const filter = { state: asked.get('state') ?? '', kind: asked.get('kind') ?? '' };
  const all = await app.plans.listNetwork(signedIn, year, locale);
  const thisYear = fiscalYearOf(civilDate(app.ground.now()));
  return {
    locale,
    year,
    years: [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4],
    filter,
    sums: sumByKind(all),
    filed: all.filter(isFiled).length,
    centres: all.length,
    published: all.filter(({ state }) => state === 'published').length,
    lines: filterLines(all, filter),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.network.heading) }];
};

export default function NetworkPlans() {
  const { locale, year, years, filter, sums, filed, centres, published, lines } =
    useLoaderData<typeof loader>();
  const text = plansText(locale);
  const words = text.network;
  const query = new URLSearchParams({ year: String(year), ...filter, lang: locale }).toString();
  return (
    <>
      <p className="small">
        <Link to="/office/plans">{text.own}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <p>
        <strong>{words.filed(filed, centres)}</strong> · {words.published(published)}
      </p>
      <Form method="get" className="row find" key={query}>
        <label>
          {text.yearLabel}{' '}
          <select name="year" defaultValue={year}>
            {years.map((one) => (
              <option key={one} value={one}>
                {locale === 'th' ? one : one - 543}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.state}{' '}
          <select name="state" defaultValue={filter.state}>
            <option value="">{words.all}</option>
            {([...planStates, 'none'] as const).map((state) => (
              <option key={state} value={state}>
                {text.states[state]}
              </option>
            ))}
          </select>
        </label>
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
        <button type="submit" className="button">
          {words.filter}
        </button>
      </Form>
      <p className="row small">
        <a href={`/office/plans/network.xlsx?${query}`}>{words.excel}</a>
        <a href={`/office/plans/network.csv?${query}`}>{words.csv}</a>
        <a href={`/office/plans/network.pdf?${query}`}>{words.memo}</a>
      </p>
      <div className="two-columns">
        <BarChart
          title={words.filedChart}
          locale={locale}
          max={100}
          bars={sums.map((sum) => ({
            label: text.kinds[sum.kind],
            value: Math.round((sum.filed / sum.centres) * 100),
            shown: `${sum.filed}/${sum.centres}`,
            href: `?${new URLSearchParams({ year: String(year), kind: sum.kind })}`,
          }))}
        />
        <BarChart
          title={words.chart}
          locale={locale}
          max={100}
          bars={sums.map((sum) => ({
            label: text.kinds[sum.kind],
            value: sum.progress ?? 0,
            shown: sum.progress === undefined ? '–' : String(sum.progress),
          }))}
        />
      </div>
      <KindTable locale={locale} sums={sums} filed={text.states.submitted} />
      {lines.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{words.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{words.centre}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.measures}</th>
              <th scope="col">{words.budget}</th>
              <th scope="col">{words.progress}</th>
              <th scope="col">{words.reported}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.centre.code}>
                <td>
                  {line.planId ? (
                    <Link to={`/office/plans/${line.planId}`}>{line.centre.name}</Link>
                  ) : (
                    line.centre.name
                  )}
                </td>
                <td>
                  <PlanStateTag state={line.state} locale={locale} />
                </td>
                <td>{line.measures}</td>
                <td>{amount(line.budget)}</td>
                <td>{line.progress === undefined ? '–' : `${line.progress} %`}</td>
                <td>{line.reported.length > 0 ? words.quarters(line.reported.join(', ')) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
