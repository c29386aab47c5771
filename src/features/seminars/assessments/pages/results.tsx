/** /office/seminars/:id/tests/results: what was learnt, by competency and centre; how good the questions are; who passed. */
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { assessmentsText } from '../text.ts';
import { GainTable } from './gain-table.tsx';
import { ItemTable } from './item-table.tsx';
import { percentText } from './percent-text.ts';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const results = await app.assessments.results(signedIn, params['id'] ?? '', locale);
  return data({ locale, results }, { status: results ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.results.heading) }];
};

export default function ResultsPage() {
  const { locale, results } = useLoaderData<typeof loader>();
  if (!results) return <SeminarMissing locale={locale} />;
  const { results: text, tests } = assessmentsText(locale);
  const base = `/office/seminars/${results.seminar.id}/tests`;
  const percent = (share: number | undefined) =>
    share === undefined ? '–' : text.percent(percentText(share, locale));
  const taken = results.phases.filter(({ people }) => people > 0);
  return (
    <SeminarFrame locale={locale} seminar={results.seminar} tab="tests" canOrganise>
      <p className="small no-print">
        <Link to={base}>{text.back}</Link>
      </p>
      <h2>{text.heading}</h2>
      {taken.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <>
          <p className="no-print">
            <a className="button" href={`${base}/results.xlsx?lang=${locale}`} download>
              {text.xlsx}
            </a>
          </p>
          <table className="stacked">
            <caption className="visually-hidden">{text.summary}</caption>
            <thead>
              <tr>
                <th scope="col">{tests.heading}</th>
                <th scope="col">{text.taken}</th>
                <th scope="col">{text.mean}</th>
                <th scope="col">{text.passedCount}</th>
              </tr>
            </thead>
            <tbody>
              {taken.map((phase) => (
                <tr key={phase.phase}>
                  <th scope="row">{tests.phases[phase.phase]}</th>
                  <td>
                    {phase.people} {text.people}
                  </td>
                  <td>{percent(phase.mean)}</td>
                  <td>
                    {phase.passed === undefined
                      ? '–'
                      : `${phase.passed} (${percent(phase.passed / phase.people)})`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="grid">
            {taken.map((phase) => (
              <div className="card" key={phase.phase}>
                <BarChart
                  title={text.distribution(tests.phases[phase.phase])}
                  locale={locale}
                  labelHeading={text.score}
                  valueHeading={text.people}
                  bars={phase.tenths.map((value, at) => ({
                    label: text.tenth(at * 10, at === 9 ? 100 : at * 10 + 9),
                    value,
                    tone: phase.phase === 'pre' ? 'two' : 'one',
                  }))}
                />
              </div>
            ))}
          </div>
          <h2>{text.gain}</h2>
          <p className="soft">{text.gainLead}</p>
          {results.gain ? (
            <p>
              <strong>{text.both(results.gain.people)}</strong>
            </p>
          ) : null}
          <GainTable
            {...{ locale }}
            title={text.byCompetency}
            heading={text.competency}
            rows={results.byCompetency.map(({ code, nameTh, nameEn, gain }) => ({
              label: `${code} ${locale === 'en' ? nameEn : nameTh}`,
              gain,
            }))}
          />
          {results.byCentre.length > 0 ? (
            <GainTable
              {...{ locale }}
              title={text.byCentre}
              heading={text.centre}
              rows={results.byCentre.map(({ centre, gain }) => ({
                label: centre ?? text.otherCentres,
                gain,
              }))}
            />
          ) : null}
          <h2>{text.items}</h2>
          <p className="soft">{text.itemsLead}</p>
          <ItemTable locale={locale} items={results.items} />
          <h2>{text.peopleHeading}</h2>
          <details>
            <summary>
              {results.people.length} {text.people}
            </summary>
            <table className="stacked">
              <caption className="visually-hidden">{text.peopleHeading}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.centre}</th>
                  <th scope="col">{text.preMean}</th>
                  <th scope="col">{text.postMean}</th>
                  <th scope="col">{text.passed}</th>
                </tr>
              </thead>
              <tbody>
                {results.people.map((person) => (
                  <tr key={person.id}>
                    <th scope="row" lang="th">
                      {person.name}
                    </th>
                    <td>{person.centre}</td>
                    <td>{percent(person.pre)}</td>
                    <td>{percent(person.post)}</td>
                    <td>
                      {person.isPassed === undefined ? (
                        <span className="soft">{text.notTaken}</span>
                      ) : (
                        <span className={person.isPassed ? 'tag good' : 'tag'}>
                          {person.isPassed ? text.yes : text.no}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </SeminarFrame>
  );
}
