/** The results of a seminar as a workbook: marks by question, words shuffled, plans, centres. What is hidden on the page is hidden here. */
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { doneWords, sides } from '../followup/follow-up.ts';
import { learningText } from '../learning/text.ts';
import { titleOf } from '../pages/seminar-words.ts';
import type { Item, Subject } from './evaluation.ts';
import type { SeminarResults } from './view-results.ts';

export const subjectName = (subject: Pick<Subject, 'slot'>, locale: Locale): string =>
  subject.slot ? titleOf(subject.slot, locale) : learningText(locale).evaluation.whole;
export const promptOf = (item: Item, locale: Locale): string =>
  locale === 'en' ? item.promptEn : item.promptTh;

export async function resultsWorkbook(
  results: SeminarResults,
  locale: Locale,
  madeAt: Date,
): Promise<Uint8Array> {
  const text = learningText(locale);
  const words = text.results;
  const name = (subject: Subject) => subjectName(subject, locale);
  return writeXlsx(
    [
      {
        name: words.level(1),
        columns: [
          { header: words.part, width: 40 },
          { header: words.question, width: 40 },
          ...[1, 2, 3, 4, 5].map((mark) => ({ header: String(mark), kind: 'number' as const })),
          { header: words.people, kind: 'number' as const },
          { header: words.mean, kind: 'text' as const },
        ],
        rows: results.subjects.flatMap((subject) =>
          subject.ratings.map(({ item, counts, people, mean }) => [
            name(subject),
            promptOf(item, locale),
            ...(counts ?? [null, null, null, null, null]),
            people ?? null,
            mean === undefined ? words.hidden(results.values['small-group']) : mean.toFixed(1),
          ]),
        ),
      },
      {
        name: words.words,
        columns: [
          { header: words.part, width: 40 },
          { header: words.question, width: 40 },
          { header: words.words, width: 80 },
        ],
        rows: results.subjects.flatMap((subject) =>
          subject.words.flatMap(({ item, said }) =>
            said.map((one) => [name(subject), promptOf(item, locale), one]),
          ),
        ),
      },
      {
        name: words.level(3),
        columns: [
          { header: words.look, width: 16 },
          { header: words.due, kind: 'date' },
          { header: words.side, width: 24 },
          { header: words.people, kind: 'number' },
          ...doneWords.map((word) => ({ header: text.plan.doneWords[word], kind: 'number' as const })),
        ],
        rows: results.followUp.looks.flatMap((look) =>
          sides.map((side) => {
            const { answers, counts } = look.said[side];
            return [
              words.lookNo(look.step),
              look.dueOn,
              text.plan.sides[side],
              answers,
              ...doneWords.map((word) => counts?.[word] ?? null),
            ];
          }),
        ),
      },
      {
        name: words.level(4),
        columns: [
          { header: words.centre, width: 40 },
          ...[words.dueBefore, words.inTimeBefore, words.dueAfter, words.inTimeAfter].map((header) => ({
            header,
            kind: 'number' as const,
          })),
          { header: words.plan },
        ],
        rows: (results.centres.centres ?? []).map((centre) => [
          locale === 'en' ? centre.nameEn : centre.nameTh,
          centre.before.due,
          centre.before.inTime,
          centre.after.due,
          centre.after.inTime,
          centre.hasPlan ? words.yes : words.no,
        ]),
      },
    ],
    { locale, madeAt },
  );
}
