/** The papers of a half-year: a memo to sign and a table, from what was filed; and the overview as a table. */
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderMemo } from '#platform/documents/index.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { nameOf } from '../rules/rule.ts';
import { officeName } from '../standing.ts';
import { viewFiling } from './file-half-year.ts';
import { selectOfUnits } from './gift.queries.ts';
import {
  type Decision,
  type Figures,
  type Filing,
  type FilingState,
  type GiftKind,
  type HalfPeriod,
  noFigures,
  type Verdict,
} from './gift.ts';
import { viewOverview } from './overview.ts';
import { giftsText } from './text.ts';

export type PaperOf = { readonly unitId: number; readonly fiscalYear: number; readonly half: 1 | 2 };

/** What a centre of the person filed for the half, with its days; undefined while it has not. */
async function filedOf(parts: Parts, signedIn: SignedIn, { unitId, fiscalYear, half }: PaperOf) {
  const page = await viewFiling(parts, signedIn, 'th', fiscalYear);
  const period = page.centres.find((one) => one.unitId === unitId)?.halves.find((one) => one.half === half);
  return period?.filing && { period, filing: period.filing, today: page.today };
}

/** บันทึกข้อความ for the head to sign. Thai, as every official paper. */
export async function filingMemo(
  parts: Parts,
  signedIn: SignedIn,
  of: PaperOf,
): Promise<Uint8Array | undefined> {
  const filed = await filedOf(parts, signedIn, of);
  if (!filed) return undefined;
  const { period, filing, today } = filed;
  const text = giftsText('th').papers;
  const { ground, network } = parts;
  const centre = (await network.listCentres(ground.now())).find(({ id }) => id === of.unitId)!;
  const self = await actingAs(ground.databases.officer, signedIn.actor, async (trx) =>
    (await network.listColleagues(trx, of.unitId)).find(({ id }) => id === signedIn.person.id),
  );
  return renderMemo({
    office: officeName(centre, 'th'),
    date: asCivilDate(today),
    subject: subjectOf(of, 'th'),
    to: text.to(officeName(centre, 'th')),
    blocks: [
      { kind: 'paragraph', text: text.opening(longDay(period.from), longDay(period.to)) },
      ...(filing.isNothing
        ? [{ kind: 'paragraph', text: text.nothing } as const]
        : [
            { kind: 'paragraph', text: text.result } as const,
            {
              kind: 'table',
              table: {
                columns: [
                  { label: text.item, share: 3 },
                  { label: text.amount, share: 1, align: 'right' },
                ],
                rows: figureRows(filing, 'th').map(([name, amount]) => [
                  name,
                  amount.toLocaleString('th-TH'),
                ]),
              },
            } as const,
          ]),
      { kind: 'paragraph', text: text.closing },
    ],
    signer: {
      name: signedIn.person.nameTh,
      ...(self?.positionTh ? { position: self.positionTh } : {}),
    },
  });
}

/** Totals, and for who may see the centre's register every entry without a name. */
export async function filingSheet(
  parts: Parts,
  signedIn: SignedIn,
  of: PaperOf,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const filed = await filedOf(parts, signedIn, of);
  if (!filed) return undefined;
  const { filing, period } = filed;
  const text = giftsText(locale);
  const words = text.papers;
  return writeXlsx(
    [
      {
        name: words.totals,
        columns: [
          { header: words.item, width: 44 },
          { header: words.amount, kind: 'number', width: 18 },
        ],
        rows: [...figureRows(filing, locale), [words.filed(formatDateTime(filing.filedAt, locale)), null]],
      },
      {
        name: words.list,
        columns: [
          { header: words.columns.received, kind: 'date' },
          { header: words.columns.kind },
          { header: words.columns.item, width: 40 },
          { header: words.columns.relation, width: 30 },
          { header: words.columns.value, kind: 'number' },
          { header: words.columns.occasion, width: 30 },
          { header: words.columns.verdict, width: 24 },
          { header: words.columns.decision, width: 24 },
        ],
        rows: await entriesOf(parts, signedIn, of.unitId, period, locale),
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

/** Row-level security leaves only her own to who does not keep the register. */
async function entriesOf(
  { ground }: Parts,
  signedIn: SignedIn,
  unitId: number,
  period: HalfPeriod,
  locale: Locale,
) {
  const text = giftsText(locale);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const rows = await selectOfUnits(trx, [unitId], period, 5000);
    const givers = await selectChoices(trx, 'giver');
    return rows
      .filter(({ decision }) => decision !== 'mistaken')
      .map((row) => {
        const giver = givers.find(
          ({ code, version }) => code === row.relation && version === row.relation_version,
        );
        return [
          row.received_on,
          text.kinds[row.kind as GiftKind],
          row.item,
          giver ? nameOf(giver, locale) : row.relation,
          row.value_baht,
          row.occasion,
          text.verdicts[row.verdict as Verdict],
          row.decision ? text.decisions[row.decision as Decision] : '',
        ];
      });
  });
}

/** The overview as filtered, one row a centre. */
export async function overviewSheet(
  parts: Parts,
  signedIn: SignedIn,
  asked: { readonly fiscalYear?: number; readonly half?: 1 | 2; readonly show?: FilingState },
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const overview = await viewOverview(parts, signedIn, locale, asked);
  if (!overview) return undefined;
  const text = giftsText(locale);
  const { overview: words } = text;
  const amount = (filing: Filing | undefined, name: keyof Figures) => filing?.[name] ?? null;
  return writeXlsx(
    [
      {
        name: text.papers.overview,
        columns: [
          { header: words.centre, width: 40 },
          { header: words.state, width: 24 },
          { header: words.filedAt, kind: 'date' },
          { header: words.gifts, kind: 'number' },
          { header: words.value, kind: 'number' },
          { header: words.solicitations, kind: 'number' },
          { header: words.late, kind: 'number' },
        ],
        rows: overview.rows
          .filter(({ state }) => !asked.show || state === asked.show)
          .map((row) => [
            row.name,
            words.counts[row.state],
            row.filing ? civilDate(row.filing.filedAt) : null,
            amount(row.filing, 'gifts'),
            amount(row.filing, 'valueBaht'),
            amount(row.filing, 'solicitations'),
            row.late,
          ]),
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

const longDay = (day: string) => formatDate(asCivilDate(day), 'th');

const subjectOf = ({ half, fiscalYear }: PaperOf, locale: Locale) => {
  const text = giftsText(locale);
  return text.papers.subject(text.filing.halves[half], formatFiscalYear(fiscalYear, locale));
};

/** Every figure with its name, in the order of the page. */
export const figureRows = (figures: Figures, locale: Locale): [string, number][] =>
  (Object.keys(noFigures) as (keyof Figures)[]).map((name) => [
    giftsText(locale).filing.figures[name],
    figures[name],
  ]);
