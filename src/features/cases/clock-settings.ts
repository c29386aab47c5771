/** The deadlines as an administrator sees them: every version, and the door for the next one. Nothing is edited in place. */
import { z } from 'zod';
import { clockRuleNotice, raiseNotice } from '#features/knowledge/index.ts';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { mayEnterRules } from './case.policies.ts';
import type { ClockRule } from './clock-rules.ts';
import { insertClockRule, selectClockRules } from './reference.queries.ts';

export type ClockSettings = {
  readonly rules: readonly ClockRule[];
  readonly mayEnter: boolean;
  readonly today: string;
};

export async function listClockRules(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
): Promise<ClockSettings> {
  const rules = await actingAs(ground.databases.officer, signedIn.actor, selectClockRules);
  const today = civilDate(ground.now());
  return {
    rules,
    today,
    mayEnter: mayEnterRules(signedIn.appointments, await rootOf(network, ground.now())),
  };
}

const text = z.string().trim().min(1).max(500);
const entry = z.object({
  code: z.string().max(40),
  days: z.coerce.number().int().min(1).max(3650),
  dayUnit: z.enum(['calendar', 'working']),
  basisTh: text,
  basisEn: text,
  source: text,
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: z.string().refine((day) => parseCivilDate(day) !== undefined),
});

export type ClockEntryField = keyof z.infer<typeof entry>;

export type ClockEntryAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'forbidden' | 'unknown-rule' | 'not-later' }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly ClockEntryField[] };

/** Enters the next version of a deadline, in force from a day after the present one began. Running clocks keep theirs. */
export async function enterClockRule(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  input: Record<string, unknown>,
): Promise<ClockEntryAnswer> {
  const now = ground.now();
  const root = await rootOf(network, now);
  if (!mayEnterRules(signedIn.appointments, root)) return { ok: false, code: 'forbidden' };
  const parsed = entry.safeParse(input);
  if (!parsed.success)
    return {
      ok: false,
      code: 'fields',
      fields: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as ClockEntryField))],
    };
  const next = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const present = (await selectClockRules(trx)).find(({ code }) => code === next.code);
    if (!present) return { ok: false, code: 'unknown-rule' };
    // The same form sent twice finds its own entry in place.
    if (present.validFrom === next.validFrom && present.days === next.days && present.source === next.source)
      return { ok: true };
    if (next.validFrom <= present.validFrom) return { ok: false, code: 'not-later' };
    const version = present.version + 1;
    await insertClockRule(trx, { ...present, ...next, version, validTo: undefined });
    await recordAct(trx, {
      act: 'clock-rule.entered',
      object: 'clock-rule',
      id: `${next.code}.${version}`,
      role: 'administrator',
      at: now.toISOString(),
      facts: { days: next.days, dayUnit: next.dayUnit, validFrom: next.validFrom, status: next.status },
    });
    await raiseNotice(trx, clockRuleNotice({ ...present, ...next }, signedIn.person.id, now));
    return { ok: true };
  });
}

async function rootOf(network: Network, now: Date): Promise<number> {
  const root = (await network.listCentres(now)).find((centre) => centre.parentCode === undefined);
  return root?.id ?? -1;
}
