/** The results as a workbook: people, gain by competency and centre, questions. */
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Gain } from './result-rules.ts';
import { assessmentsText } from './text.ts';
import type { ResultsView } from './view-tests.ts';

const percent = (share: number | undefined) => (share === undefined ? null : Math.round(share * 1_000) / 10);
const hundredths = (value: number | undefined) =>
  value === undefined ? null : Math.round(value * 100) / 100;

export function resultsWorkbook(view: ResultsView, locale: Locale, madeAt: Date): Promise<Uint8Array> {
  const text = assessmentsText(locale).results;
  const number = (header: string) => ({ header, kind: 'number' as const, width: 14 });
  const gainColumns = [
    number(text.people),
    number(text.preMean),
    number(text.postMean),
    number(text.difference),
    number(text.normalised),
  ];
  const gainCells = (gain: Gain | undefined) =>
    gain
      ? [
          gain.people,
          percent(gain.pre),
          percent(gain.post),
          percent(gain.difference),
          hundredths(gain.normalised),
        ]
      : [null, null, null, null, null];
  return writeXlsx(
    [
      {
        name: text.peopleHeading,
        columns: [
          { header: text.name },
          { header: text.centre },
          number(text.preMean),
          number(text.postMean),
          { header: text.passed, width: 14 },
        ],
        rows: view.people.map((person) => [
          person.name,
          person.centre,
          percent(person.pre),
          percent(person.post),
          person.isPassed === undefined ? '' : person.isPassed ? text.yes : text.no,
        ]),
      },
      {
        name: text.byCompetency,
        columns: [{ header: text.competency }, ...gainColumns],
        rows: view.byCompetency.map(({ code, nameTh, nameEn, gain }) => [
          `${code} ${locale === 'en' ? nameEn : nameTh}`,
          ...gainCells(gain),
        ]),
      },
      {
        name: text.byCentre,
        columns: [{ header: text.centre }, ...gainColumns],
        rows: view.byCentre.map(({ centre, gain }) => [centre ?? text.otherCentres, ...gainCells(gain)]),
      },
      {
        name: text.items,
        columns: [
          { header: text.question, width: 60 },
          number(text.answers),
          number(text.facility),
          number(text.discrimination),
        ],
        rows: view.items.map((item) => [
          (locale === 'en' && item.stem?.en) || (item.stem?.th ?? ''),
          item.answers,
          percent(item.facility),
          hundredths(item.discrimination),
        ]),
      },
    ],
    { locale, madeAt },
  );
}
