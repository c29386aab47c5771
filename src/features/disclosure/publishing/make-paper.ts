/** Makes a centre's paper of a kind, year and period out of what the platform holds; nothing that is not published elsewhere or a mere count. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import type { DisclosureNeeds } from '../needs.ts';
import { complaintStatistics } from './complaint-paper.ts';
import { ethicsPromotion } from './ethics-paper.ts';
import { day, type Maker, type WantedPaper } from './maker.ts';
import type { Paper, PaperTable } from './paper.ts';
import { papers as words } from './papers-text.th.ts';
import { rangeOf } from './period-range.ts';

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
  const maps = (await needs.figures.risks(wanted.centre.code, wanted.fiscalYear, 'th')).filter(
    ({ results }) => results.some((one) => one.half === half),
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
  const most = period === 'first-half' ? 2 : 4;
  const rows = (view?.measures ?? []).map((measure) => ({
    measure,
    last: measure.results.filter(({ quarter }) => quarter <= most).at(-1),
  }));
  // As far as has been reported: a year's paper may be made before its last quarter.
  const until = Math.max(0, ...rows.map(({ last }) => last?.quarter ?? 0));
  if (until === 0) return undefined;
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
  'ethics-promotion': ethicsPromotion,
  'gifts-report': giftsReport,
  'no-gift': noGift,
  'bribery-risk': briberyRisk,
  'risk-results': riskResults,
  plan,
  'plan-results': planResults,
};
