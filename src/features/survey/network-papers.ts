/** What all centres' results become on paper: a workbook, and the memo to the Permanent Secretary. Hidden stays hidden, and said. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import { type Block, renderMemo } from '#platform/documents/index.ts';
import type { Sheet } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { CentreLine, NetworkResults } from './network-results.ts';
import { surveyText } from './text.ts';

/** One row a centre, and beside it the means of those that are shown. */
export function networkSheets({ indicators, lines, mean }: NetworkResults, locale: Locale): readonly Sheet[] {
  const text = surveyText(locale);
  const words = text.results;
  return [
    {
      name: text.network.heading.slice(0, 31),
      columns: [
        { header: text.network.centre, width: 40 },
        { header: text.network.state, width: 20 },
        { header: words.answered, kind: 'number' },
        { header: words.rate, kind: 'money' },
        ...indicators.map(({ name }) => ({ header: name[locale], kind: 'money' as const })),
        { header: words.total, kind: 'money' },
        { header: words.before, kind: 'money' },
      ],
      rows: lines.map((line) => [
        line.name,
        text.states[line.state ?? 'none'],
        line.people ?? null,
        line.rate ?? null,
        ...indicators.map(({ code }) => line.indicators.get(code) ?? null),
        line.total ?? null,
        line.before ?? null,
      ]),
    },
    {
      name: text.network.mean.slice(0, 31),
      columns: [
        { header: words.indicator, width: 44 },
        { header: words.score, kind: 'money' },
      ],
      rows: [
        ...indicators.map(({ code, name }) => [name[locale], mean.indicators.get(code) ?? null]),
        [words.total, mean.total ?? null],
        [words.notInHidden, null],
      ],
    },
  ];
}

/** Official papers are in Thai whoever prints them. `centre`: the ministry's. */
export function networkMemo(
  { indicators, lines, mean, smallestGroup }: NetworkResults,
  { fiscalYear, centre, now }: { readonly fiscalYear: number; readonly centre: string; readonly now: Date },
): Promise<Uint8Array> {
  const { papers, results: words, network } = surveyText('th');
  const said = papers.network;
  const isCounted = ({ state }: CentreLine) => state === 'counted' || state === 'published';
  const shown = lines.filter(({ people }) => people !== undefined);
  const hidden = lines.filter((line) => isCounted(line) && line.people === undefined).length;
  const running = lines.filter((line) => line.state !== undefined && !isCounted(line)).length;
  const score = (value: number | undefined) => (value === undefined ? words.dash : value.toFixed(2));
  const byDimension = (of: Pick<CentreLine, 'indicators' | 'total'>) => [
    ...indicators.map(({ code }) => score(of.indicators.get(code))),
    score(of.total),
  ];
  const tables: readonly Block[] = [
    { kind: 'heading', text: said.dimensions },
    { kind: 'list', ordered: true, items: indicators.map(({ name }) => name.th) },
    {
      kind: 'table',
      table: {
        caption: said.table,
        columns: [
          { label: network.centre, share: 6 },
          { label: words.answered, share: 2, align: 'right' },
          ...indicators.map((_, at) => ({
            label: said.dimension(at + 1),
            share: 2,
            align: 'right' as const,
          })),
          { label: words.total, share: 2, align: 'right' },
        ],
        rows: shown.map((line) => [line.name, String(line.people), ...byDimension(line)]),
        foot: [network.mean, '', ...byDimension(mean)],
      },
    },
  ];
  return renderMemo({
    office: papers.office(centre),
    date: civilDate(now),
    subject: said.subject(fiscalYear),
    to: papers.to,
    madeAt: now,
    blocks: [
      { kind: 'paragraph', text: said.why(fiscalYear) },
      {
        kind: 'paragraph',
        text: said.facts({
          shown: shown.length,
          running,
          none: lines.length - shown.length - hidden - running,
          total: score(mean.total),
        }),
      },
      { kind: 'paragraph', text: said.suppressed(hidden, smallestGroup ?? 0) },
      ...(shown.length > 0 ? tables : []),
      { kind: 'paragraph', text: papers.ask },
    ],
    signer: { position: papers.head(centre) },
  });
}
