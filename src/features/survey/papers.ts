/** What a centre's results become on paper: a workbook, and the memo to the Permanent Secretary. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import { renderMemo } from '#platform/documents/index.ts';
import type { Sheet } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { rateOf, scoresOf } from './score-rules.ts';
import { notSaid, type Questionnaire, whole } from './survey.ts';
import { surveyText } from './text.ts';
import type { RoundView } from './view-rounds.ts';

/** Name of a group as tables say it. */
export function groupName({ bands }: Pick<Questionnaire, 'bands'>, band: string, locale: Locale): string {
  const text = surveyText(locale);
  if (band === whole) return text.whole;
  if (band === notSaid) return text.notSaid;
  return bands.find(({ code }) => code === band)?.label[locale] ?? band;
}

type Shown = Pick<RoundView, 'questionnaire'> & { readonly results: NonNullable<RoundView['results']> };

/** One row an item and group; hidden figures are empty cells. */
export function resultSheets({ questionnaire, results }: Shown, locale: Locale): readonly Sheet[] {
  const text = surveyText(locale);
  const words = text.results;
  return [
    {
      name: words.items,
      columns: [
        { header: words.indicator, width: 28 },
        { header: words.item, width: 60 },
        { header: words.group, width: 28 },
        { header: words.scored, kind: 'number' },
        { header: words.score, kind: 'money' },
        { header: words.before, kind: 'money' },
      ],
      rows: questionnaire.items.flatMap((item) =>
        results.groups.map((group) => {
          const found = group.items.find((one) => one.item === item.code);
          const before = results.before?.items.find((one) => one.item === item.code);
          return [
            questionnaire.indicators.find(({ code }) => code === item.indicator)!.name[locale],
            item.prompt[locale],
            groupName(questionnaire, group.band, locale),
            found?.scored ?? null,
            found?.mean ?? null,
            group.band === whole ? (before?.mean ?? null) : null,
          ];
        }),
      ),
    },
    {
      name: words.groups,
      columns: [
        { header: words.group, width: 28 },
        { header: words.answered, kind: 'number' },
        { header: words.entitled, kind: 'number' },
        { header: words.rate, kind: 'money' },
      ],
      rows: results.groups.map((group) => [
        groupName(questionnaire, group.band, locale),
        group.people ?? null,
        group.entitled ?? null,
        rateOf(group) ?? null,
      ]),
    },
  ];
}

/** Official papers are in Thai whoever prints them. */
export function resultMemo(
  { round, questionnaire, results }: Shown & Pick<RoundView, 'round'>,
  now: Date,
): Promise<Uint8Array> {
  const text = surveyText('th');
  const { papers, results: words } = text;
  const all = results.groups.find(({ band }) => band === whole);
  const scores = scoresOf(questionnaire.items, all?.items ?? []);
  const before = scoresOf(results.beforeItems, results.before?.items ?? []);
  const shown = (value: number | undefined) => (value === undefined ? words.dash : value.toFixed(2));
  const isShown = all?.people !== undefined;
  const rate = all && rateOf(all);
  return renderMemo({
    office: papers.office(round.centre),
    date: civilDate(now),
    subject: papers.memoSubject(round.fiscalYear),
    to: papers.to,
    madeAt: now,
    blocks: [
      { kind: 'paragraph', text: papers.why(papers.office(round.centre), round.fiscalYear) },
      {
        kind: 'paragraph',
        text: isShown
          ? papers.facts(all.people!, rate === undefined ? '' : String(rate), shown(scores.total))
          : papers.tooSmall(questionnaire.smallestGroup),
      },
      ...(isShown
        ? ([
            {
              kind: 'table',
              table: {
                columns: [
                  { label: words.indicator, share: 6 },
                  { label: words.score, share: 2, align: 'right' },
                  { label: words.before, share: 2, align: 'right' },
                ],
                rows: questionnaire.indicators.map(({ code, name }) => [
                  name.th,
                  shown(scores.indicators.get(code)),
                  shown(before.indicators.get(code)),
                ]),
                foot: [words.total, shown(scores.total), shown(before.total)],
              },
            },
          ] as const)
        : []),
      { kind: 'paragraph', text: papers.ask },
    ],
    signer: { position: papers.head(round.centre) },
  });
}
