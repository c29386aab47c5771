/** The ministry's plan report form as rows: seven items a measure, the sixth in six parts. One source for CSV, XLSX and PDF. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { SheetColumn } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Alignment, type Measure, type PlanCentre, quarters, schemes } from './plan.ts';
import { latest } from './plan-rules.ts';
import { plansText } from './text.ts';

export type PlanToPrint = {
  readonly centre: PlanCentre;
  readonly measures: readonly Measure[];
  readonly alignments: readonly Alignment[];
};

export type Cell = string | number | null;

export function planColumns(locale: Locale): readonly SheetColumn[] {
  const { papers, schemes: names } = plansText(locale);
  const { columns } = papers;
  return [
    { header: columns.unit },
    { header: columns.title },
    { header: columns.indicator },
    { header: papers.target, kind: 'number' },
    { header: columns.budget, kind: 'money' },
    { header: columns.period },
    ...schemes.map((scheme, at) => ({ header: papers.alignment(at + 1, names[scheme]) })),
    ...quarters.map((quarter) => ({ header: papers.quarter(quarter) })),
    { header: papers.spent, kind: 'money' },
    { header: papers.progress, kind: 'number' },
    { header: papers.problems },
  ];
}

/** A row a measure, in the order of the columns. */
export function planRows(plans: readonly PlanToPrint[], locale: Locale): readonly (readonly Cell[])[] {
  return plans.flatMap(({ centre, measures, alignments }) => {
    const names = new Map(alignments.map((goal) => [goal.key, locale === 'en' ? goal.nameEn : goal.nameTh]));
    return measures.map((measure): readonly Cell[] => {
      const last = latest(measure);
      return [
        centre.name,
        measure.title,
        [measure.indicator, measure.targetUnit].filter(Boolean).join(' · '),
        measure.target ?? null,
        measure.budget,
        periodOf(measure, locale),
        ...schemes.map((scheme) =>
          measure.alignments
            .filter((key) => key.startsWith(`${scheme}:`))
            .map((key) => names.get(key) ?? key)
            .join('\n'),
        ),
        ...quarters.map((quarter) => resultOf(measure, quarter, locale)),
        last?.spent ?? null,
        last?.progress ?? null,
        measure.results
          .flatMap(({ problems, suggestions }) => [problems, suggestions])
          .filter(Boolean)
          .join('\n'),
      ];
    });
  });
}

export function periodOf({ startsOn, endsOn }: Pick<Measure, 'startsOn' | 'endsOn'>, locale: Locale): string {
  if (!startsOn || !endsOn) return '';
  const shown = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return plansText(locale).plan.until(shown(startsOn), shown(endsOn));
}

function resultOf(measure: Measure, quarter: number, locale: Locale): string {
  const result = measure.results.find((one) => one.quarter === quarter);
  if (!result) return '';
  const { papers } = plansText(locale);
  const value = result.value === undefined ? '' : ` (${amount(result.value)} ${measure.targetUnit})`;
  return `${result.done}${value} · ${papers.percent(result.progress)}`;
}

/** 1,250.5 as people read it; the same in both languages. */
export const amount = (value: number): string =>
  value.toLocaleString('en-US', {
    maximumFractionDigits: 2,
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
  });
