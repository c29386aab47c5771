/** The papers of a map: a memo to the Permanent Secretary ready to sign, memos of results, and the report with its tables. */
import { asCivilDate, type CivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { type Block, type PaperTable, renderMemo, renderReport } from '#platform/documents/index.ts';
import type { Scheme } from './framework.ts';
import { dayInYear, needsTreatment, rankOf } from './framework-rules.ts';
import { papers as words } from './papers-text.th.ts';
import type { Half, MapWithRisks, Risk, RiskResult } from './risk.ts';
import { spread } from './risk-rules.ts';

/** A map for paper: results are the last of each risk and half, names of the centre Thai. */
export type PaperMap = MapWithRisks & { readonly centreTh: string };

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const tableBlock = (table: PaperTable): Block => ({ kind: 'table', table });
const day = (date: string) => formatDate(asCivilDate(date), 'th', 'short');
export const bandName = (scheme: Scheme, band: string | undefined) =>
  scheme.bands.find(({ code }) => code === band)?.name.th ?? '';

/** With which a centre hands its assessment to the Permanent Secretary. */
export function mapMemo(paper: PaperMap, date: CivilDate, madeAt: Date): Promise<Uint8Array> {
  const { map, framework, centreTh, risks } = paper;
  const { scheme } = framework;
  const what = words.what[map.kind];
  const top = scheme.bands.slice(-2);
  const grave = risks.filter(({ band }) => top.some(({ code }) => code === band)).length;
  const names = top.map(({ name }) => name.th).join('–');
  const treated = risks.filter(({ band }) => needsTreatment(scheme, band)).length;
  return renderMemo({
    office: words.office(centreTh),
    date,
    subject: words.subject(what, map.fiscalYear),
    to: words.to,
    enclosures: [words.enclosure(what)],
    blocks: [
      // A basis that no official has checked is not put under somebody's signature.
      paragraph(
        words.cause(
          framework.status === 'confirmed' ? framework.basis : undefined,
          centreTh,
          what,
          map.fiscalYear,
        ),
      ),
      paragraph(words.found(risks.length, framework.name.th, words.grave(names, grave))),
      tableBlock(byDomain(scheme, risks)),
      paragraph(words.plan(treated)),
      paragraph(words.closeDecide),
    ],
    signer: { position: words.signer(centreTh) },
    madeAt,
  });
}

/** With which a centre reports what came of its treatments after six or twelve months. */
export function resultsMemo(paper: PaperMap, half: Half, date: CivilDate, madeAt: Date): Promise<Uint8Array> {
  const { map, framework, centreTh } = paper;
  const { scheme } = framework;
  const what = words.what[map.kind];
  const treated = paper.risks.filter(({ band }) => needsTreatment(scheme, band));
  const results = new Map(
    paper.results.filter((result) => result.half === half).map((result) => [result.riskId, result]),
  );
  const count = (progress: string) =>
    treated.filter(({ id }) => results.get(id)?.progress === progress).length;
  const fell = treated.filter(
    (risk) => rankOf(scheme, results.get(risk.id)?.band ?? risk.band) < rankOf(scheme, risk.band),
  );
  const waiting = treated.length - count('done') - count('under-way');
  const closes = dayInYear(map.fiscalYear, half === 6 ? framework.halfCloses : framework.yearCloses);
  return renderMemo({
    office: words.office(centreTh),
    date,
    subject: words.subjectResults(what, map.fiscalYear, words.halves[half]),
    to: words.to,
    blocks: [
      paragraph(
        words.causeResults(centreTh, what, map.fiscalYear, words.halves[half], formatDate(closes, 'th')),
      ),
      paragraph(words.foundResults(treated.length, count('done'), count('under-way'), waiting)),
      paragraph(words.fell(fell.length)),
      tableBlock(resultsTable(scheme, treated, results)),
      paragraph(words.close),
    ],
    signer: { position: words.signer(centreTh) },
    madeAt,
  });
}

/** Everything of the map in tables, on paper lying; also the file that the public loads. */
export function mapReport(paper: PaperMap, madeAt: Date): Promise<Uint8Array> {
  const { map, framework, centreTh, risks, results } = paper;
  const { scheme } = framework;
  const halves = ([6, 12] as const).filter((half) => results.some((result) => result.half === half));
  return renderReport({
    title: words.subject(words.what[map.kind], map.fiscalYear),
    subtitle: words.subtitle(centreTh, framework.name.th, map.version),
    orientation: 'landscape',
    locale: 'th',
    madeAt,
    author: words.office(centreTh),
    blocks: [
      ...(map.state === 'approved' ? [] : [paragraph(words.draft)]),
      tableBlock(byDomain(scheme, risks)),
      tableBlock(matrixTable(scheme, risks)),
      { kind: 'page-break' },
      tableBlock(risksTable(scheme, risks)),
      ...halves.map((half) =>
        tableBlock({
          ...resultsTable(
            scheme,
            risks.filter(({ band }) => needsTreatment(scheme, band)),
            new Map(results.filter((one) => one.half === half).map((one) => [one.riskId, one])),
          ),
          caption: words.tables.results(words.halves[half]),
        }),
      ),
    ],
  });
}

function byDomain(scheme: Scheme, risks: readonly Risk[]): PaperTable {
  const count = (domain: string | undefined, band: string | undefined) =>
    risks.filter(
      (risk) =>
        (domain === undefined || risk.domain === domain) && (band === undefined || risk.band === band),
    ).length;
  const row = (name: string, domain: string | undefined) => [
    name,
    ...scheme.bands.map(({ code }) => String(count(domain, code))),
    String(count(domain, undefined)),
  ];
  return {
    caption: words.tables.byDomain,
    columns: [
      { label: words.tables.domain, share: 5 },
      ...[...scheme.bands.map(({ name }) => name.th), words.tables.total].map((label) => ({
        label,
        share: 1.4,
        align: 'center' as const,
      })),
    ],
    rows: scheme.domains.map(({ code, name }) => row(name.th, code)),
    foot: row(words.tables.total, undefined),
  };
}

function matrixTable(scheme: Scheme, risks: readonly Risk[]): PaperTable {
  const counts = spread(scheme, risks);
  return {
    caption: words.tables.matrix(scheme.likelihood.name.th, scheme.impact.name.th),
    columns: [
      { label: '', share: 4 },
      ...scheme.impact.levels.map((_, i) => ({ label: String(i + 1), share: 1, align: 'center' as const })),
    ],
    rows: scheme.likelihood.levels
      .map((level, l) => [
        `${l + 1} ${level.th}`,
        ...counts[l]!.map((count) => (count > 0 ? String(count) : '')),
      ])
      .toReversed(),
  };
}

function risksTable(scheme: Scheme, risks: readonly Risk[]): PaperTable {
  const { tables } = words;
  const domain = (code: string) => scheme.domains.find((one) => one.code === code)?.name.th ?? '';
  return {
    caption: tables.risks,
    columns: [
      { label: tables.number, share: 1, align: 'center' },
      { label: tables.process, share: 5 },
      { label: tables.event, share: 6 },
      { label: tables.cause, share: 4 },
      { label: tables.control, share: 4 },
      { label: tables.band, share: 2 },
      { label: tables.treatment, share: 5 },
      { label: tables.owner, share: 3 },
      { label: tables.due, share: 2.5 },
    ],
    rows: risks.map((risk, i) => [
      String(i + 1),
      [domain(risk.domain), risk.process, risk.step].filter(Boolean).join('\n'),
      [risk.event, risk.who, risk.how].filter(Boolean).join('\n'),
      risk.cause,
      risk.control,
      `${bandName(scheme, risk.band)} (${risk.likelihood ?? '-'}×${risk.impact ?? '-'})`,
      [risk.treatment, risk.indicator].filter(Boolean).join('\n'),
      risk.owner,
      risk.dueOn ? day(risk.dueOn) : '',
    ]),
  };
}

function resultsTable(
  scheme: Scheme,
  risks: readonly Risk[],
  results: ReadonlyMap<string, RiskResult>,
): PaperTable {
  const { tables } = words;
  return {
    columns: [
      { label: tables.number, share: 1, align: 'center' },
      { label: tables.event, share: 5 },
      { label: tables.done, share: 5 },
      { label: tables.progress, share: 2.5 },
      { label: tables.band, share: 2 },
      { label: tables.residual, share: 2 },
    ],
    rows: risks.map((risk, i) => {
      const result = results.get(risk.id);
      return [
        String(i + 1),
        risk.event,
        result ? [result.done, result.measured].filter(Boolean).join('\n') : '',
        result ? words.progresses[result.progress] : words.notReported,
        bandName(scheme, risk.band),
        result ? bandName(scheme, result.band) : '',
      ];
    }),
  };
}
