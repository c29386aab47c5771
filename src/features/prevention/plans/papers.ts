/** Papers out of what plans hold: the centre's memo of results, the ministry's memo on the network. Ready to sign. */
import type { CentreKind } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { type Block, renderMemo } from '#platform/documents/index.ts';
import type { Measure, Plan, PlanCentre, PlanLine } from './plan.ts';
import { amount } from './plan-rows.ts';
import { figuresOf, latest, quarterEnd } from './plan-rules.ts';
import { isFiled, sumByKind } from './sum-by-kind.ts';
import { plansText } from './text.ts';

/** Official papers are in Thai whoever prints them. */
const text = plansText('th');

/** The half-year memo before its second half has brought results, the yearly one afterwards. */
export function resultsMemo(
  { plan, centre, measures }: { plan: Plan; centre: PlanCentre; measures: readonly Measure[] },
  now: Date,
): Promise<Uint8Array> {
  const { papers } = text;
  const today = civilDate(now);
  const isWhole = today > quarterEnd(plan.fiscalYear, 3) || fiscalYearRange(plan.fiscalYear).last < today;
  const figures = figuresOf(measures);
  const progress = figures.progress === undefined ? papers.unknown : papers.percent(figures.progress);
  return renderMemo({
    office: papers.office(centre.name),
    date: today,
    subject: papers.memoSubject(plan.fiscalYear, isWhole ? papers.whole : papers.half),
    to: papers.permanentSecretary,
    madeAt: now,
    blocks: [
      { kind: 'paragraph', text: papers.why(papers.office(centre.name), plan.fiscalYear) },
      {
        kind: 'paragraph',
        text: papers.facts(figures.measures, amount(figures.budget), amount(figures.spent), progress),
      },
      measuresTable(measures),
      { kind: 'paragraph', text: papers.ask },
    ],
    signer: { position: papers.head(centre.name) },
  });
}

function measuresTable(measures: readonly Measure[]): Block {
  const { papers, network } = text;
  const figures = figuresOf(measures);
  return {
    kind: 'table',
    table: {
      columns: [
        { label: papers.no, share: 1, align: 'center' },
        { label: network.measures, share: 8 },
        { label: network.budget, share: 3, align: 'right' },
        { label: network.spent, share: 3, align: 'right' },
        { label: papers.progress, share: 2, align: 'right' },
      ],
      rows: measures.map((measure, at) => [
        String(at + 1),
        [measure.title, latest(measure)?.done].filter(Boolean).join('\n'),
        amount(measure.budget),
        amount(latest(measure)?.spent ?? 0),
        String(latest(measure)?.progress ?? 0),
      ]),
      foot: ['', network.total, amount(figures.budget), amount(figures.spent), String(figures.progress ?? 0)],
    },
  };
}

/** From the ministry's centre to the Permanent Secretary: by kind of body, and who has not handed in. */
export function networkMemo(
  lines: readonly PlanLine[],
  { fiscalYear, centre, now }: { fiscalYear: number; centre: string; now: Date },
): Promise<Uint8Array> {
  const { papers, network, kinds } = text;
  const sums = sumByKind(lines);
  const filed = lines.filter(isFiled);
  const missing = lines.filter((line) => !filed.includes(line));
  const row = (name: string, sum: Omit<(typeof sums)[number], 'kind'>) => [
    name,
    `${sum.filed}/${sum.centres}`,
    String(sum.measures),
    amount(sum.budget),
    amount(sum.spent),
    sum.progress === undefined ? '–' : String(sum.progress),
  ];
  return renderMemo({
    office: papers.office(centre),
    date: asCivilDate(civilDate(now)),
    subject: papers.consolidatedSubject(fiscalYear),
    to: papers.permanentSecretary,
    madeAt: now,
    blocks: [
      { kind: 'paragraph', text: papers.consolidatedWhy(fiscalYear) },
      {
        kind: 'paragraph',
        text: papers.consolidatedFacts(
          filed.length,
          lines.length,
          lines.filter(({ state }) => state === 'published').length,
        ),
      },
      {
        kind: 'table',
        table: {
          columns: [
            { label: network.kind },
            { label: text.states.submitted, align: 'center' },
            { label: network.measures, align: 'right' },
            { label: network.budget, align: 'right' },
            { label: network.spent, align: 'right' },
            { label: papers.progress, align: 'right' },
          ],
          rows: sums.map((sum) => row(kinds[sum.kind as CentreKind], sum)),
        },
      },
      ...(missing.length > 0
        ? [
            { kind: 'heading' as const, text: papers.missing(missing.length) },
            { kind: 'paragraph' as const, text: missing.map((line) => line.centre.name).join(' ') },
          ]
        : []),
      { kind: 'paragraph', text: papers.ask },
    ],
    signer: { position: papers.head(centre) },
  });
}
