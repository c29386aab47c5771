/** Maps as tables for a spreadsheet: one map with its results, or the list of maps as filtered. */
import { commonYear } from '#platform/calendar/formatting.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Coded } from './framework.ts';
import type { MapList } from './list-maps.ts';
import { bandName, type PaperMap } from './papers.ts';
import { papers as words } from './papers-text.th.ts';
import { spread } from './risk-rules.ts';
import { riskText } from './text.ts';

/** Three sheets: risks, results, matrix. The words are Thai, as the centre wrote them. */
export function mapWorkbook({ map, framework, risks, results }: PaperMap, madeAt: Date): Promise<Uint8Array> {
  const { scheme } = framework;
  const { tables } = words;
  const name = (all: readonly Coded[], code: string | undefined) =>
    all.find((one) => one.code === code)?.name.th ?? null;
  const text = (header: string, width: number) => ({ header, width });
  const counts = spread(scheme, risks);
  return writeXlsx(
    [
      {
        name: `${words.sheets.risks} ${map.fiscalYear}`,
        columns: [
          { header: tables.number, width: 6, kind: 'plain' },
          text(tables.domain, 30),
          text(tables.process, 36),
          text(tables.event, 40),
          text(tables.who, 24),
          text(tables.how, 40),
          text(tables.known, 14),
          text(tables.cause, 36),
          text(tables.control, 36),
          text(tables.quality, 12),
          { header: scheme.likelihood.name.th, width: 12, kind: 'plain' },
          { header: scheme.impact.name.th, width: 12, kind: 'plain' },
          { header: tables.score, width: 10, kind: 'plain' },
          text(tables.band, 14),
          text(tables.treatment, 40),
          text(tables.owner, 26),
          { header: tables.due, width: 16, kind: 'date' },
          text(tables.indicator, 30),
        ],
        rows: risks.map((risk, i) => [
          i + 1,
          name(scheme.domains, risk.domain),
          [risk.process, risk.step].filter(Boolean).join(' / '),
          risk.event,
          risk.who,
          risk.how,
          risk.isKnown ? tables.isKnown : tables.isUnknown,
          risk.cause,
          risk.control,
          name(scheme.controls, risk.controlQuality),
          risk.likelihood ?? null,
          risk.impact ?? null,
          risk.likelihood && risk.impact ? risk.likelihood * risk.impact : null,
          bandName(scheme, risk.band),
          risk.treatment,
          risk.owner,
          risk.dueOn ?? null,
          risk.indicator,
        ]),
      },
      {
        name: words.sheets.results,
        columns: [
          { header: tables.number, width: 6, kind: 'plain' },
          text(tables.event, 40),
          { header: tables.month, width: 12, kind: 'plain' },
          text(tables.progress, 18),
          text(tables.done, 44),
          text(tables.measured, 30),
          { header: scheme.likelihood.name.th, width: 12, kind: 'plain' },
          { header: scheme.impact.name.th, width: 12, kind: 'plain' },
          text(tables.residual, 14),
        ],
        rows: risks.flatMap((risk, i) =>
          results
            .filter(({ riskId }) => riskId === risk.id)
            .map((result) => [
              i + 1,
              risk.event,
              result.half,
              words.progresses[result.progress],
              result.done,
              result.measured,
              result.likelihood,
              result.impact,
              bandName(scheme, result.band),
            ]),
        ),
      },
      {
        name: words.sheets.matrix,
        columns: [
          text(`${scheme.likelihood.name.th} × ${scheme.impact.name.th}`, 40),
          ...scheme.impact.levels.map((_, i) => ({
            header: String(i + 1),
            width: 8,
            kind: 'plain' as const,
          })),
        ],
        rows: scheme.likelihood.levels
          .map((level, l) => [`${l + 1} ${level.th}`, ...counts[l]!.map((count) => count || null)])
          .toReversed(),
      },
    ],
    { madeAt },
  );
}

/** The list as the officer filtered it. */
export function listWorkbook(
  { lines, frameworks }: MapList,
  locale: 'th' | 'en',
  madeAt: Date,
): Promise<Uint8Array> {
  const text = riskText(locale);
  const bandNames = [
    ...new Map(
      frameworks.flatMap(({ scheme }) => scheme.bands).map((band) => [band.code, band.name[locale]]),
    ),
  ];
  return writeXlsx(
    [
      {
        name: text.heading,
        columns: [
          { header: text.list.columns.centre, width: 34 },
          { header: text.list.year, width: 12, kind: 'plain' },
          { header: text.list.kind, width: 22 },
          { header: text.list.columns.state, width: 24 },
          { header: text.compare.total, width: 8, kind: 'number' },
          ...bandNames.map(([, header]) => ({ header, width: 12, kind: 'number' as const })),
        ],
        rows: lines.map(({ centre, fiscalYear, kind, state, map }) => [
          centre.name,
          locale === 'th' ? fiscalYear : commonYear(fiscalYear),
          text.kinds[kind],
          text.states[state],
          map?.risks ?? null,
          ...bandNames.map(([code]) => map?.bands[code] ?? null),
        ]),
      },
    ],
    { locale, madeAt },
  );
}
