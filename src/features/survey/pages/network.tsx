/** /office/survey/network: scores of every centre that the officer sees, year by year. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import type { Locale } from '#platform/text/messages.ts';
import { surveyText } from '../text.ts';
import { RoundTag } from './round-tag.tsx';
import { points } from './scores.tsx';

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const thisYear = fiscalYearOf(civilDate(app.ground.now()));
  const year = Number(asked.get('year')) || thisYear;
  const { indicators, lines, mean, seesAll } = await app.survey.network(signedIn, year, locale);
  return {
    locale,
    year,
    years: [thisYear + 1, thisYear, thisYear - 1, thisYear - 2],
    opened: Number(asked.get('opened')) || 0,
    seesAll,
    indicators,
    mean: { total: mean.total, indicators: Object.fromEntries(mean.indicators) },
    lines: lines.map((line) => ({ ...line, indicators: Object.fromEntries(line.indicators) })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.network.heading) }];
};

export default function NetworkSurvey() {
  const { locale, year, years, opened, seesAll, indicators, mean, lines } = useLoaderData<typeof loader>();
  const text = surveyText(locale);
  const words = text.network;
  const counted = lines.filter(({ total }) => total !== undefined);
  const query = new URLSearchParams({ year: String(year), lang: locale }).toString();
  return (
    <>
      <p className="small">
        <Link to="/office/survey">{text.round.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {opened > 0 ? (
        <p className="note good" role="status">
          {text.round.openedAll(opened)}
        </p>
      ) : null}
      <Form method="get" className="row find">
        <label>
          {text.yearLabel}{' '}
          <select name="year" defaultValue={year} key={year}>
            {years.map((one) => (
              <option key={one} value={one}>
                {locale === 'th' ? one : one - 543}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {words.show}
        </button>
      </Form>
      <p>
        <strong>{words.counted(counted.length, lines.length)}</strong>
      </p>
      {counted.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <>
          <p className="row small">
            <a href={`/office/survey/network.xlsx?${query}`}>{text.results.excel}</a>
            <a href={`/office/survey/network.csv?${query}`}>{text.results.csv}</a>
            {seesAll ? <a href={`/office/survey/network.pdf?${query}`}>{words.memo}</a> : null}
          </p>
          <BarChart
            title={`${words.mean}: ${points(mean.total)}`}
            locale={locale}
            max={100}
            labelHeading={text.results.indicator}
            valueHeading={text.results.score}
            bars={indicators.map(({ code, name }) => ({
              label: name[locale],
              value: mean.indicators[code] ?? 0,
              shown: points(mean.indicators[code]),
            }))}
          />
          <p className="small soft">{text.results.notInHidden}</p>
        </>
      )}
      <table className="stacked">
        <caption className="visually-hidden">{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.centre}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{text.results.answered}</th>
            <th scope="col">{text.results.rate}</th>
            <th scope="col">{text.results.total}</th>
            <th scope="col">{text.results.before}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                {line.roundId ? <Link to={`/office/survey/${line.roundId}`}>{line.name}</Link> : line.name}
              </th>
              <td data-label={words.state}>
                <RoundTag state={line.state} locale={locale} />
              </td>
              <td data-label={text.results.answered}>{line.people ?? '–'}</td>
              <td data-label={text.results.rate}>
                {line.rate === undefined ? '–' : text.results.percent(line.rate)}
              </td>
              <td data-label={text.results.total}>{points(line.total)}</td>
              <td data-label={text.results.before}>{points(line.before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
