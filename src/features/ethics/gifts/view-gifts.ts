/** Reads the register: an officer's own gifts, those she decides on, those of her centre; and one of them. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { readHolidays } from '#platform/database/holidays.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { selectChoices, selectGiftRules } from '../rules/rule.queries.ts';
import type { Choice, GiftRule } from '../rules/rule.ts';
import { inForce } from '../rules/rule.ts';
import { centreName, unitsWith } from '../standing.ts';
import { giftPolicies } from './gift.policies.ts';
import { type GiftRow, selectGift, selectOfUnits, selectOwn, selectToDecide } from './gift.queries.ts';
import type { GiftLine, GiftView } from './gift.ts';
import { type Around, presentGift, presentLine } from './present-gift.ts';

const shown = 300;

export type GiftLists = {
  readonly own: readonly GiftLine[];
  readonly toDecide: readonly GiftLine[];
  /** Undefined for who keeps no register. */
  readonly centre: readonly GiftLine[] | undefined;
};

/** The centre's list is the fiscal year's: the present one unless another is asked for. */
export async function listGifts(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  fiscalYear = fiscalYearOf(civilDate(parts.ground.now())),
): Promise<GiftLists> {
  const { ground } = parts;
  const { first, last } = fiscalYearRange(fiscalYear);
  const kept = unitsWith(signedIn.appointments, giftPolicies.keep).map(({ id }) => id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const own = await selectOwn(trx, signedIn.person.id, shown);
    const toDecide = await selectToDecide(trx, shown);
    const centre =
      kept.length > 0 ? await selectOfUnits(trx, kept, { from: first, to: last }, shown) : undefined;
    const around = await aroundOf(parts, trx, signedIn, locale, [...own, ...toDecide, ...(centre ?? [])]);
    const lines = (rows: readonly GiftRow[]) => rows.map((row) => presentLine(row, around));
    return { own: lines(own), toDecide: lines(toDecide), centre: centre && lines(centre) };
  });
}

export function viewGift(
  parts: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<GiftView | undefined> {
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await selectGift(trx, id);
    if (!row) return undefined;
    const around = await aroundOf(parts, trx, signedIn, locale, [row]);
    const rules = await selectGiftRules(trx);
    const choices = await selectChoices(trx, 'giver');
    return presentGift(row, around, { rules, choices, holidays: await readHolidays(trx) });
  });
}

/** What the form needs: the officer's centres, who gives, the rules in force, and the holidays that move a date. */
export type GiftForm = {
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly givers: readonly Choice[];
  readonly rules: readonly GiftRule[];
  readonly holidays: readonly string[];
  readonly today: string;
};

export async function giftForm(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<GiftForm> {
  const now = ground.now();
  const today = civilDate(now);
  const centres = await network.listCentres(now);
  const db = ground.databases.public;
  const [givers, rules, holidays] = await Promise.all([
    selectChoices(db, 'giver'),
    selectGiftRules(db),
    readHolidays(db),
  ]);
  return {
    units: unitsWith(signedIn.appointments).map(({ id }) => ({
      id,
      name: centreName(
        centres.find((centre) => centre.id === id),
        locale,
      ),
    })),
    givers: inForce(givers, today, ({ code }) => code),
    rules,
    holidays: [...holidays],
    today,
  };
}

async function aroundOf(
  { ground, network }: Parts,
  trx: InTransaction,
  signedIn: SignedIn,
  locale: Locale,
  rows: readonly GiftRow[],
): Promise<Around> {
  const now = ground.now();
  const ids = rows.flatMap((row) => [row.reported_by, row.decided_by, row.recorded_by]);
  const people = await network.findPeople(trx, [...new Set(ids.filter((id) => id !== null))]);
  const names = new Map(
    people.map((person) => [person.id, (locale === 'en' ? person.nameEn : undefined) ?? person.nameTh]),
  );
  return {
    signedIn,
    centres: await network.listCentres(now),
    nameOf: (id) => names.get(id) ?? '',
    locale,
    now,
  };
}
