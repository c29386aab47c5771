/** Enters the next version of a rule; what was reported before keeps the version it was judged by. */
import { z } from 'zod';
import type { Network, SignedIn } from '#features/network/index.ts';
import { daysInMonth } from '#platform/calendar/bangkok.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { keepsRules, roleIn } from '../standing.ts';
import {
  insertChoice,
  insertGiftRule,
  insertPeriod,
  isEntered,
  selectChoices,
  selectGiftRules,
  selectPeriods,
} from './rule.queries.ts';
import { type Basis, choiceLists, ruleCodes } from './rule.ts';

const words = z.string().trim().min(1).max(500);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const common = {
  id: z.uuid(),
  basisTh: words,
  basisEn: words,
  source: words,
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: z.string().refine((day) => parseCivilDate(day) !== undefined),
};
const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rule'),
    ...common,
    code: z.enum(ruleCodes),
    amount: whole(1, 100_000_000),
    unit: z.enum(['baht', 'calendar', 'working']),
  }),
  z.object({
    kind: z.literal('period'),
    ...common,
    half: whole(1, 2),
    closesMonth: whole(1, 12),
    closesDay: whole(1, 31),
    dueMonth: whole(1, 12),
    dueDay: whole(1, 31),
  }),
  z.object({
    kind: z.literal('choice'),
    ...common,
    list: z.enum(choiceLists),
    /** Of a row that is there; empty for a new one. */
    code: z.string().trim().max(40),
    nameTh: words,
    nameEn: words,
    isExempt: z.boolean(),
  }),
]);
type Entry = z.infer<typeof entry>;

/** Safe to repeat with the same `id`. Refusals: `forbidden`, `malformed`, `not-later`, `unknown-rule`, `no-such-day`. */
export async function enterRule(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ version: number }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  if (!keepsRules(signedIn, centres)) return refused('forbidden');
  const parsed = entry.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const next = parsed.data;
  const root = centres.find(({ parentCode }) => parentCode === undefined)!;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const outcome = await perform[next.kind](trx, next as never);
    if (!outcome.ok || outcome.value.version === 0) return outcome;
    await recordAct(trx, {
      act: 'ethics.rule-entered',
      object: `ethics-${next.kind}`,
      id: next.id,
      unit: root.code,
      role: roleIn(['planner', 'administrator'], signedIn.appointments, root.id)!,
      at: now.toISOString(),
      facts: { version: outcome.value.version, validFrom: next.validFrom, status: next.status },
    });
    return outcome;
  });
}

const again = done({ version: 0 });
type Made = Promise<Outcome<{ version: number }>>;

const perform = {
  async rule(trx: InTransaction, next: Extract<Entry, { kind: 'rule' }>): Made {
    if ((next.code === 'LIMIT') !== (next.unit === 'baht')) return refused('malformed');
    if (await isEntered(trx, 'gift_rule', next.id)) return again;
    const present = (await selectGiftRules(trx)).find(({ code }) => code === next.code);
    const version = following(present, next.validFrom);
    if (!version.ok) return version;
    await insertGiftRule(trx, next.id, { ...next, ...version.value, validTo: undefined });
    return version;
  },
  async period(trx: InTransaction, next: Extract<Entry, { kind: 'period' }>): Made {
    // 29 February is no day of every year.
    if (
      next.closesDay > daysInMonth(2027, next.closesMonth) ||
      next.dueDay > daysInMonth(2027, next.dueMonth)
    )
      return refused('no-such-day');
    if (await isEntered(trx, 'filing_period', next.id)) return again;
    const half = next.half as 1 | 2;
    const version = following(
      (await selectPeriods(trx)).find((one) => one.half === half),
      next.validFrom,
    );
    if (!version.ok) return version;
    await insertPeriod(trx, next.id, {
      ...next,
      ...version.value,
      half,
      closes: { month: next.closesMonth, day: next.closesDay },
      due: { month: next.dueMonth, day: next.dueDay },
      validTo: undefined,
    });
    return version;
  },
  async choice(trx: InTransaction, next: Extract<Entry, { kind: 'choice' }>): Made {
    if (next.isExempt && next.list !== 'giver') return refused('malformed');
    if (await isEntered(trx, 'choice', next.id)) return again;
    const rows = await selectChoices(trx, next.list);
    const present = rows.find(({ code }) => code === next.code);
    if (next.code !== '' && !present) return refused('unknown-rule');
    const version = present ? following(present, next.validFrom) : done({ version: 1 });
    if (!version.ok) return version;
    await insertChoice(trx, next.id, {
      ...next,
      ...version.value,
      code: present?.code ?? `OWN-${next.id.slice(0, 8).toUpperCase()}`,
      sort: present?.sort ?? Math.max(0, ...rows.map(({ sort }) => sort)) + 10,
      validTo: undefined,
    });
    return version;
  },
};

/** The number of the version after the present one, which must begin later. */
function following(present: Basis | undefined, validFrom: string): Outcome<{ version: number }> {
  if (!present) return refused('unknown-rule');
  return validFrom <= present.validFrom ? refused('not-later') : done({ version: present.version + 1 });
}
