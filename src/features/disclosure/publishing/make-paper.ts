/** Makes a centre's paper of a kind, year and period out of what the platform holds; nothing that is not published elsewhere or a mere count. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { addDays, asCivilDate, civilDate, dateOf } from '#platform/calendar/civil-date.ts';
import { fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import type { DisclosureNeeds } from '../needs.ts';
import type { Paper, PaperTable } from './paper.ts';
import type { Period } from './paper-address.ts';
import { papers as words } from './papers-text.th.ts';

export type WantedPaper = {
  readonly centre: Centre;
  readonly kind: PaperKind;
  readonly fiscalYear: number;
  readonly period: Period;
};

/** Undefined while there is nothing to make it of: not filed, not signed, not published, or the period has not begun. */
export async function makePaper(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  wanted: WantedPaper,
): Promise<Paper | undefined> {
  const today = civilDate(needs.ground.now());
  if (rangeOf(wanted.fiscalYear, wanted.period).from > today) return undefined;
  const body = await makers[wanted.kind](needs, wanted, signedIn);
  if (!body) return undefined;
  return {
    title: words.titles[wanted.kind],
    subtitle: words.subtitle(
      words.centre(wanted.centre.nameTh),
      wanted.fiscalYear,
      words.periods[wanted.period],
    ),
    ...body,
  };
}

/** First day, and first day after. */
export function rangeOf(fiscalYear: number, period: Period): { readonly from: string; readonly to: string } {
  const { first, last } = fiscalYearRange(fiscalYear);
  const half = dateOf(Number(last.slice(0, 4)), 4, 1);
  return {
    from: period === 'second-half' ? half : first,
    to: period === 'first-half' ? half : addDays(last, 1),
  };
}

type Body = Pick<Paper, 'sentences' | 'tables'> | undefined;
type Maker = (needs: DisclosureNeeds, wanted: WantedPaper, signedIn: SignedIn) => Promise<Body>;

const day = (date: string) => formatDate(asCivilDate(date), 'th');

const complaintStatistics: Maker = async ({ ground, figures }, { centre, fiscalYear, period }, signedIn) => {
  const { from, to } = rangeOf(fiscalYear, period);
  const lines = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    figures.complaints(trx, { unitId: centre.id, from, to }),
  );
  const sum = (of: 'received' | 'concluded' | 'underWay') => lines.reduce((all, line) => all + line[of], 0);
  const { columns } = words;
  return {
    sentences: [
      words.complaints(day(from), day(addDays(asCivilDate(to), -1)), day(civilDate(ground.now()))),
      words.complaintsLeftOut,
    ],
    tables: [
      {
        name: words.tables.complaints,
        columns: [
          { header: columns.topic, width: 44 },
          { header: columns.received, kind: 'number' },
          { header: columns.concluded, kind: 'number' },
          { header: columns.underWay, kind: 'number' },
        ],
        rows: lines.map((line) => [line.topic, line.received, line.concluded, line.underWay]),
        foot: [columns.total, sum('received'), sum('concluded'), sum('underWay')],
      },
    ],
  };
};

const giftsReport: Maker = async ({ figures }, { centre, fiscalYear, period }) => {
  const half = period === 'year' ? 'year' : period === 'first-half' ? 1 : 2;
  const totals = await figures.gifts(centre.id, fiscalYear, half);
  if (!totals) return undefined;
  const { gifts } = words;
  const rows: [string, number][] = [
    [gifts.count, totals.gifts],
    [gifts.overLimit, totals.overLimit],
    [gifts.value, totals.valueBaht],
    [gifts.kept, totals.kept],
    [gifts.returned, totals.returned],
    [gifts.handedOver, totals.handedOver],
    [gifts.undecided, totals.undecided],
    [gifts.solicitations, totals.solicitations],
    [gifts.solicitationBaht, totals.solicitationBaht],
  ];
  return {
    sentences: [gifts.filed(day(civilDate(totals.filedAt))), ...(totals.isNothing ? [gifts.nothing] : [])],
    tables: [
      {
        name: words.tables.gifts,
        columns: [
          { header: words.columns.what, width: 50 },
          { header: words.columns.amount, kind: 'number', width: 18 },
        ],
        rows,
      },
    ],
  };
};

const noGift: Maker = async ({ figures }, { centre, fiscalYear }) => {
  const list = await figures.noGift.list('th', fiscalYear);
  if (list.fiscalYear !== fiscalYear) return undefined;
  const row = list.centres.find(({ unitId }) => unitId === centre.id);
  const announced = row?.standing === 'signed' && row.id ? await figures.noGift.read(row.id) : undefined;
  if (!announced) return undefined;
  const signed = [announced.signerTh, announced.position].filter(Boolean).join(' ');
  return {
    sentences: [announced.titleTh, ...announced.bodyTh.split(/\n+/).filter(Boolean)],
    tables: [
      {
        name: words.tables.noGift,
        columns: [
          { header: words.columns.what, width: 30 },
          { header: words.columns.detail, width: 60 },
        ],
        rows: [
          [words.noGift.title, announced.titleTh],
          [words.noGift.signer, signed],
          [words.noGift.signedOn, day(civilDate(announced.signedAt))],
        ],
      },
    ],
  };
};

type RiskMap = Awaited<ReturnType<DisclosureNeeds['figures']['risks']>>[number];

/** Maps that the centre published; for bribery that map alone, where there is one. */
async function mapsOf({ figures }: DisclosureNeeds, { centre, fiscalYear }: WantedPaper) {
  const maps = await figures.risks(centre.code, fiscalYear, 'th');
  const bribery = maps.filter(({ map }) => map.kind === 'bribery');
  return bribery.length > 0 ? bribery : maps;
}

const nameIn = (
  all: readonly { readonly code: string; readonly name: { readonly th: string } }[],
  code?: string,
) => all.find((one) => one.code === code)?.name.th ?? '–';

const briberyRisk: Maker = async (needs, wanted) => {
  const maps = (await needs.figures.risks(wanted.centre.code, wanted.fiscalYear, 'th')).filter(
    ({ map }) => map.kind === 'bribery',
  );
  if (maps.length === 0) return undefined;
  return { sentences: [words.risk], tables: maps.map(riskTable) };
};

function riskTable({ framework: { scheme }, risks }: RiskMap): PaperTable {
  const { columns } = words;
  return {
    name: words.tables.risks,
    columns: [
      { header: columns.domain, width: 26 },
      { header: columns.process, width: 30 },
      { header: columns.event, width: 40 },
      { header: columns.band, width: 14 },
      { header: columns.treatment, width: 40 },
      { header: columns.due, kind: 'date', width: 14 },
    ],
    rows: risks
      .filter(({ isRemoved }) => !isRemoved)
      .map((risk) => [
        nameIn(scheme.domains, risk.domain),
        risk.process,
        risk.event,
        nameIn(scheme.bands, risk.band),
        risk.treatment || '–',
        risk.dueOn ?? null,
      ]),
  };
}

const riskResults: Maker = async (needs, wanted) => {
  const half = wanted.period === 'first-half' ? 6 : 12;
  const maps = (await mapsOf(needs, wanted)).filter(({ results }) =>
    results.some((one) => one.half === half),
  );
  if (maps.length === 0) return undefined;
  const { columns, progress } = words;
  return {
    sentences: [words.riskResults],
    tables: maps.map(({ map, risks, results, framework: { scheme } }) => ({
      name: words.tables.riskResults(words.riskKinds[map.kind]),
      columns: [
        { header: columns.event, width: 40 },
        { header: columns.treatment, width: 36 },
        { header: columns.progress, width: 18 },
        { header: columns.done, width: 40 },
        { header: columns.band, width: 14 },
      ],
      rows: results
        .filter((result) => result.half === half)
        .map((result) => {
          const risk = risks.find(({ id }) => id === result.riskId);
          return [
            risk?.event ?? '–',
            risk?.treatment ?? '–',
            progress[result.progress],
            result.done,
            nameIn(scheme.bands, result.band),
          ];
        }),
    })),
  };
};

const plan: Maker = async ({ figures }, { centre, fiscalYear }) => {
  const view = await figures.plans({ code: centre.code, fiscalYear }, 'th');
  if (!view) return undefined;
  const { columns } = words;
  return {
    sentences: [words.plan],
    tables: [
      {
        name: words.tables.plan,
        columns: [
          { header: columns.measure, width: 40 },
          { header: columns.objective, width: 36 },
          { header: columns.indicator, width: 30 },
          { header: columns.budget, kind: 'money', width: 16 },
          { header: columns.starts, kind: 'date', width: 14 },
          { header: columns.ends, kind: 'date', width: 14 },
          { header: columns.owner, width: 24 },
        ],
        rows: view.measures.map((measure) => [
          measure.title,
          measure.objective,
          measure.indicator,
          measure.budget,
          measure.startsOn ?? null,
          measure.endsOn ?? null,
          measure.owner,
        ]),
      },
    ],
  };
};

const planResults: Maker = async ({ figures }, { centre, fiscalYear, period }) => {
  const view = await figures.plans({ code: centre.code, fiscalYear }, 'th');
  const until = period === 'first-half' ? 2 : 4;
  const rows = (view?.measures ?? []).map((measure) => ({
    measure,
    last: measure.results.filter(({ quarter }) => quarter <= until).at(-1),
  }));
  if (!rows.some(({ last }) => last)) return undefined;
  const { columns } = words;
  return {
    sentences: [words.planResults(until)],
    tables: [
      {
        name: words.tables.planResults,
        columns: [
          { header: columns.measure, width: 40 },
          { header: columns.done, width: 44 },
          { header: columns.budget, kind: 'money', width: 16 },
          { header: columns.spent, kind: 'money', width: 16 },
          { header: columns.percent, kind: 'number', width: 12 },
          { header: columns.problems, width: 36 },
        ],
        rows: rows.map(({ measure, last }) => [
          measure.title,
          last?.done ?? words.noResult,
          measure.budget,
          last?.spent ?? null,
          last?.progress ?? null,
          [last?.problems, last?.suggestions].filter(Boolean).join('\n'),
        ]),
      },
    ],
  };
};

const makers: Record<PaperKind, Maker> = {
  'complaint-statistics': complaintStatistics,
  'gifts-report': giftsReport,
  'no-gift': noGift,
  'bribery-risk': briberyRisk,
  'risk-results': riskResults,
  plan,
  'plan-results': planResults,
};
