/** A centre files the totals of a half-year, or with one click that nothing was received; and what others read of it. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectPeriods } from '../rules/rule.queries.ts';
import type { Status } from '../rules/rule.ts';
import { inForce } from '../rules/rule.ts';
import { centreName, roleIn, unitsWith } from '../standing.ts';
import { selectFigures, selectFilings } from './filing.queries.ts';
import { giftPolicies } from './gift.policies.ts';
import {
  type Figures,
  type Filing,
  type FilingState,
  type GiftTotals,
  type HalfPeriod,
  noFigures,
} from './gift.ts';
import { filingState, halfOf, halfPeriod, isNothing, sumOf } from './gift-rules.ts';

const newFiling = z.object({
  id: z.uuid(),
  unitId: z.int(),
  fiscalYear: z.int().min(2560).max(2650),
  half: z.union([z.literal(1), z.literal(2)]),
  /** The one click: refused when the register knows better. */
  isNothing: z.boolean(),
});
export type NewFiling = z.input<typeof newFiling>;

/** Safe to repeat with the same `id`; filing again later replaces. Refusals: `forbidden`, `not-begun`, `gifts-reported`. */
export async function fileHalfYear(
  { ground }: Parts,
  signedIn: SignedIn,
  input: NewFiling,
): Promise<Outcome<{ id: string }>> {
  const parsed = newFiling.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitId, fiscalYear, half } = parsed.data;
  const role = roleIn(giftPolicies.file, signedIn.appointments, unitId);
  if (!role) return refused('forbidden');
  const now = ground.now();
  const today = civilDate(now);
  const period = halfPeriod(await selectPeriods(ground.databases.public), fiscalYear, half);
  if (!period) return refused('unknown-rule');
  if (today < period.from) return refused('not-begun');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const figures =
      (await selectFigures(trx, fiscalYear, half, today)).find((one) => one.unitId === unitId) ?? noFigures;
    if (parsed.data.isNothing && !isNothing(figures)) return refused('gifts-reported');
    const inserted = await trx
      .insertInto('ethics.gift_filing')
      .values({
        id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        half,
        period_from: period.from,
        period_to: period.to,
        due_on: period.dueOn,
        is_nothing: isNothing(figures),
        gifts: figures.gifts,
        over_limit: figures.overLimit,
        value_baht: figures.valueBaht,
        kept: figures.kept,
        returned: figures.returned,
        handed_over: figures.handedOver,
        undecided: figures.undecided,
        solicitations: figures.solicitations,
        solicitation_baht: figures.solicitationBaht,
        filed_by: signedIn.person.id,
        filed_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0)
      await recordAct(trx, {
        act: 'ethics.gifts-filed',
        object: 'gift-filing',
        id,
        unit: signedIn.appointments.find((held) => held.unitId === unitId)!.unitCode,
        role,
        at: now.toISOString(),
        facts: {
          fiscalYear,
          half,
          nothing: isNothing(figures),
          gifts: figures.gifts,
          valueBaht: figures.valueBaht,
          solicitations: figures.solicitations,
        },
      });
    return done({ id });
  });
}

export type HalfView = HalfPeriod & {
  readonly state: FilingState;
  readonly live: Figures;
  readonly filing: Filing | undefined;
  readonly isBegun: boolean;
};
export type CentreFiling = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly mayFile: boolean;
  readonly halves: readonly HalfView[];
};
export type FilingPage = {
  readonly fiscalYear: number;
  readonly presentYear: number;
  readonly presentHalf: 1 | 2;
  readonly basis: { readonly th: string; readonly en: string; readonly status: Status };
  readonly centres: readonly CentreFiling[];
  readonly today: string;
};

/** Both halves of each centre in which the person holds a role. */
export async function viewFiling(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  fiscalYear?: number,
): Promise<FilingPage> {
  const now = ground.now();
  const today = civilDate(now);
  const presentYear = fiscalYearOf(today);
  const year = fiscalYear ?? presentYear;
  const rules = await selectPeriods(ground.databases.public);
  const periods = halvesOf(rules, year);
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const filings = await selectFilings(trx, year);
    const live = await Promise.all(periods.map(({ half }) => selectFigures(trx, year, half, today)));
    const basis = inForce(rules, today, ({ half }) => half)[0];
    return {
      fiscalYear: year,
      presentYear,
      presentHalf: halfOf(halvesOf(rules, presentYear), today),
      basis: {
        th: basis?.basisTh ?? '',
        en: basis?.basisEn ?? '',
        status: basis?.status ?? 'unconfirmed',
      },
      today,
      centres: unitsWith(signedIn.appointments).map(({ id, code }) => ({
        unitId: id,
        code,
        name: centreName(
          centres.find((centre) => centre.id === id),
          locale,
        ),
        mayFile: roleIn(giftPolicies.file, signedIn.appointments, id) !== undefined,
        halves: periods.map((period, at) => {
          const figures = live[at]!.find((one) => one.unitId === id) ?? noFigures;
          const filing = filings.find((one) => one.unitId === id && one.half === period.half);
          return {
            ...period,
            live: figures,
            filing,
            isBegun: period.from <= today,
            state: filingState(filing, figures, period.dueOn, today),
          };
        }),
      })),
    };
  });
}

export const halvesOf = (
  rules: Parameters<typeof halfPeriod>[0],
  fiscalYear: number,
): readonly HalfPeriod[] => ([1, 2] as const).flatMap((half) => halfPeriod(rules, fiscalYear, half) ?? []);

/**
 * What a centre filed: the last filing of the half, or the sum of both for the year; undefined while it is not there.
 * Public figures: needs nobody signed in.
 */
export async function giftTotals(
  { ground }: Parts,
  unitId: number,
  fiscalYear: number,
  half: 1 | 2 | 'year',
): Promise<GiftTotals | undefined> {
  const filings = await selectFilings(ground.databases.public, fiscalYear, unitId);
  const wanted = half === 'year' ? filings : filings.filter((one) => one.half === half);
  if (wanted.length < (half === 'year' ? 2 : 1)) return undefined;
  return {
    ...sumOf(wanted),
    isNothing: wanted.every((one) => one.isNothing),
    filedAt: wanted.map(({ filedAt }) => filedAt).sort((a, b) => b.getTime() - a.getTime())[0]!,
  };
}
