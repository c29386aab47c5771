/** Levels 2 to 4 of a seminar's results: learning, use at work, what is seen in the centres. */

import type { ReactNode } from 'react';
import { StackedBar } from '#interface/charts/stacked-bar.tsx';
import { ScrollBox } from '#interface/scroll-box.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { doneWords, sides } from '../../followup/follow-up.ts';
import { learningText } from '../../learning/text.ts';
import type { SeminarResults } from '../view-results.ts';

type LevelProps = { readonly results: SeminarResults; readonly locale: Locale };

export function LevelTwo({ results: { gains }, locale }: LevelProps) {
  const words = learningText(locale).results;
  const percent = (share: number) => String(Math.round(share));
  return (
    <section aria-labelledby="level-2">
      <h3 id="level-2">{words.level(2)}</h3>
      {gains.length > 0 ? (
        <ScrollBox label={words.gains}>
          <table>
            <caption>{words.gains}</caption>
            <thead>
              <tr>
                <th scope="col">{words.competency}</th>
                {[words.people, words.before, words.after].map((heading) => (
                  <th scope="col" className="number" key={heading}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {gains.map(({ competency, people, before, after }) => (
                <tr key={competency ?? ''}>
                  <th scope="row">{competency ?? words.allCompetencies}</th>
                  <td className="number">{people}</td>
                  <td className="number">{percent(before)}</td>
                  <td className="number">{percent(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : (
        <p className="card empty">{words.noTests}</p>
      )}
    </section>
  );
}

export function LevelThree({ results, locale }: LevelProps) {
  const text = learningText(locale);
  const words = text.results;
  const { followUp, seats, values, areDaysConfirmed } = results;
  const rows = followUp.looks.flatMap((look) =>
    sides.map((side) => ({ look, side, ...look.said[side] })).filter(({ answers }) => answers > 0),
  );
  const shown = rows.flatMap(({ look, side, counts }) =>
    counts
      ? [
          {
            label: `${words.lookNo(look.step)} ${text.plan.sides[side]}`,
            values: doneWords.map((word) => counts[word]),
          },
        ]
      : [],
  );
  return (
    <section aria-labelledby="level-3">
      <h3 id="level-3">{words.level(3)}</h3>
      <p>{words.plans(followUp.plans, seats)}</p>
      <ul>
        {followUp.looks.map((look) => (
          <li key={look.step}>
            {text.plan.look(look.step, formatDate(asCivilDate(look.dueOn), locale))}
            {sides.map((side) =>
              look.said[side].answers > 0 && !look.said[side].counts
                ? ` · ${text.plan.sides[side]}: ${words.hidden(values['small-group'])}`
                : '',
            )}
          </li>
        ))}
      </ul>
      {areDaysConfirmed ? null : (
        <p>
          <span className="tag warn">{words.daysUnconfirmed}</span>
        </p>
      )}
      {shown.length > 0 ? (
        <StackedBar
          title={words.answersCaption}
          locale={locale}
          labelHeading={words.look}
          series={[
            { label: text.plan.doneWords.yes, tone: 'good' },
            { label: text.plan.doneWords.partly, tone: 'two' },
            { label: text.plan.doneWords.no, tone: 'quiet' },
          ]}
          rows={shown}
        />
      ) : null}
    </section>
  );
}

export function LevelFour({ results: { centres }, locale }: LevelProps) {
  const words = learningText(locale).results;
  const share = ({ due, inTime }: { due: number; inTime: number }) => words.share(inTime, due);
  const year = formatFiscalYear(centres.fiscalYear, locale);
  return (
    <section aria-labelledby="level-4">
      <h3 id="level-4">{words.level(4)}</h3>
      <p className="note">{words.noCause(centres.days)}</p>
      <ul>
        <li>{words.planOf(centres.withPlan, centres.sent, year)}</li>
        {centres.withRiskMap === undefined ? null : (
          <li>{words.riskOf(centres.withRiskMap, centres.sent, year)}</li>
        )}
      </ul>
      <ClocksTable label={words.clocks} locale={locale} hasForms={centres.centres !== undefined}>
        <tr>
          <th scope="row">{words.allCentres}</th>
          <td>{share(centres.whole.before)}</td>
          <td>{share(centres.whole.after)}</td>
          {centres.centres ? (
            <>
              <td>{words.share(centres.withPlan, centres.sent)}</td>
              <td>{words.share(centres.withRiskMap ?? 0, centres.sent)}</td>
            </>
          ) : null}
        </tr>
      </ClocksTable>
      {centres.centres ? (
        <details>
          <summary>{words.byCentre(centres.centres.length)}</summary>
          <ClocksTable label={words.byCentre(centres.centres.length)} locale={locale} hasForms>
            {centres.centres.map((centre) => (
              <tr key={centre.unitId}>
                <th scope="row">{locale === 'en' ? centre.nameEn : centre.nameTh}</th>
                <td>{share(centre.before)}</td>
                <td>{share(centre.after)}</td>
                <td>{centre.hasPlan ? words.yes : words.no}</td>
                <td>{centre.hasRiskMap ? words.yes : words.no}</td>
              </tr>
            ))}
          </ClocksTable>
        </details>
      ) : null}
    </section>
  );
}

type ClocksTableProps = {
  readonly label: string;
  readonly locale: Locale;
  readonly hasForms: boolean;
  readonly children: ReactNode;
};

function ClocksTable({ label, locale, hasForms, children }: ClocksTableProps) {
  const words = learningText(locale).results;
  return (
    <ScrollBox label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{words.centre}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            {hasForms ? (
              <>
                <th scope="col">{words.plan}</th>
                <th scope="col">{words.riskMap}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  );
}
