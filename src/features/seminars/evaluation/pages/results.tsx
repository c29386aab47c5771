/** /office/seminars/:id/evaluation: levels 1 to 4 of a seminar on one page. */

import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import { ScrollBox } from '#interface/scroll-box.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import learningStyles from '#interface/styles/learning.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { learningText } from '../../learning/text.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { titleOf } from '../../pages/seminar-words.ts';
import type { SubjectResult } from '../evaluation.ts';
import { LevelFour, LevelThree, LevelTwo } from './higher-levels.tsx';

export const links = () =>
  [seminarStyles, chartStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const results = await app.learning.evaluation.results(signedIn, params['id'] ?? '');
  return data({ locale, results }, { status: results ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = learningText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.results.heading) }];
};

export default function ResultsPage() {
  const { locale, results } = useLoaderData<typeof loader>();
  if (!results) return <SeminarMissing locale={locale} />;
  const { seminar, subjects, overall, seats, values } = results;
  const words = learningText(locale).results;
  const name = (subject: SubjectResult) =>
    subject.slot ? titleOf(subject.slot, locale) : learningText(locale).evaluation.whole;
  const shown = subjects.filter(({ isHidden }) => !isHidden);
  const whole = subjects.at(-1);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="evaluation" canOrganise>
      <h2>{words.heading}</h2>
      <p className="soft measure">{words.lead}</p>
      <p className="row no-print">
        <a className="button" href={`/office/seminars/${seminar.id}/evaluation.xlsx?lang=${locale}`} download>
          {words.export}
        </a>
        <Link to={`/office/seminars/${seminar.id}/evaluation/form`}>{words.form}</Link>
      </p>
      <section aria-labelledby="level-1">
        <h3 id="level-1">{words.level(1)}</h3>
        {whole ? <p>{words.respondents(whole.respondents, seats)}</p> : null}
        {overall === undefined ? null : (
          <p className="attendance-count">
            {words.overall}: {words.outOf(overall.toFixed(1))}
          </p>
        )}
        {subjects.every(({ respondents }) => respondents === 0) ? (
          <p className="card empty">{words.nobody}</p>
        ) : null}
        {shown.length > 0 ? (
          <BarChart
            title={words.means}
            locale={locale}
            max={5}
            labelHeading={words.part}
            valueHeading={words.mean}
            bars={shown.flatMap((subject) => {
              const means = subject.ratings.flatMap(({ mean }) => (mean === undefined ? [] : [mean]));
              if (means.length === 0) return [];
              const value = means.reduce((sum, mean) => sum + mean, 0) / means.length;
              return [{ label: name(subject), value, shown: value.toFixed(1) }];
            })}
          />
        ) : null}
        <div className="learning-cards">
          {subjects
            .filter(({ respondents }) => respondents > 0)
            .map((subject) => (
              <SubjectCard
                key={subject.id}
                subject={subject}
                name={name(subject)}
                least={values['small-group']}
                seats={seats}
                locale={locale}
              />
            ))}
        </div>
      </section>
      <LevelTwo results={results} locale={locale} />
      <LevelThree results={results} locale={locale} />
      <LevelFour results={results} locale={locale} />
    </SeminarFrame>
  );
}

type SubjectCardProps = {
  readonly subject: SubjectResult;
  readonly name: string;
  readonly least: number;
  readonly seats: number;
  readonly locale: Locale;
};

function SubjectCard({ subject, name, least, seats, locale }: SubjectCardProps) {
  const words = learningText(locale).results;
  const prompt = (item: { promptTh: string; promptEn: string }) =>
    locale === 'en' ? item.promptEn : item.promptTh;
  return (
    <section className="card" aria-labelledby={`part-${subject.id}`}>
      <h4 id={`part-${subject.id}`}>{name}</h4>
      {subject.isHidden ? (
        <p className="note">{words.hiddenPart(subject.respondents, least)}</p>
      ) : (
        <>
          <p className="soft">{words.respondents(subject.respondents, seats)}</p>
          <ScrollBox label={words.marks(name)}>
            <table>
              <caption>{words.marks(name)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.question}</th>
                  {[1, 2, 3, 4, 5].map((mark) => (
                    <th scope="col" className="number" key={mark}>
                      {words.marksUnit(mark)}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {words.people}
                  </th>
                  <th scope="col" className="number">
                    {words.mean}
                  </th>
                </tr>
              </thead>
              <tbody>
                {subject.ratings.map(({ item, counts, people, mean }) => (
                  <tr key={item.id}>
                    <th scope="row">{prompt(item)}</th>
                    {counts ? (
                      <>
                        {counts.map((count, at) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: five marks in their order
                          <td className="number" key={at}>
                            {count}
                          </td>
                        ))}
                        <td className="number">{people}</td>
                        <td className="number">
                          <strong>{mean?.toFixed(1)}</strong>
                        </td>
                      </>
                    ) : (
                      <td colSpan={7} className="soft">
                        {words.hidden(least)}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          {subject.words.map(({ item, said }) => (
            <details key={item.id}>
              <summary>
                {prompt(item)} ({said.length}, {words.wordsShuffled})
              </summary>
              <ul className="said-words">
                {said.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the words have no other name, on purpose
                  <li key={at}>{one}</li>
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
