/** The rules of money as an administrator or the ministry's planner keeps them: every version, and the door for the next one. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { fieldsOf } from '../projects/seminar.schemas.ts';
import { insertRule, selectRules } from './money.queries.ts';
import { ruleForm } from './money.schemas.ts';
import type { MoneyCode, MoneyRule } from './money.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

export type MoneySettings = {
  readonly rules: readonly MoneyRule[];
  readonly mayEnter: boolean;
  readonly today: string;
};

/** In the ministry's own centre; the policy of migration 0021 says the same. */
const enterers = ['administrator', 'planner'] as const;

async function roleToEnter({ ground, network }: Parts, { appointments }: SignedIn) {
  const centres = await network.listCentres(ground.now());
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return enterers.find((role) => appointments.some((held) => held.unitId === root?.id && held.role === role));
}

export async function listRules(parts: Parts, signedIn: SignedIn): Promise<MoneySettings> {
  const { ground } = parts;
  return {
    rules: await actingAs(ground.databases.officer, signedIn.actor, selectRules),
    mayEnter: (await roleToEnter(parts, signedIn)) !== undefined,
    today: civilDate(ground.now()),
  };
}

/** Begins after the version in force did; seminars before that day keep the rule of their own time. */
export async function enterRule(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ version: number }>> {
  const role = await roleToEnter(parts, signedIn);
  if (!role) return refused('forbidden');
  const parsed = ruleForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const next = parsed.data;
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const present = (await selectRules(trx)).find(({ code }) => code === next.code);
    if (!present) return refused('unknown-rule');
    // The same form sent twice finds its own entry in place.
    const isThere = present.validFrom === next.validFrom && present.value === next.value;
    if (isThere && present.status === next.status) return done({ version: present.version });
    if (next.validFrom <= present.validFrom) return refused('not-later');
    const version = present.version + 1;
    await insertRule(trx, { ...next, code: next.code as MoneyCode, version, validTo: undefined });
    await recordAct(trx, {
      act: 'seminars.money-rule-entered',
      object: 'money-rule',
      id: `${next.code}.${version}`,
      role,
      at: ground.now().toISOString(),
      facts: { value: String(next.value), validFrom: next.validFrom, status: next.status },
    });
    return done({ version });
  });
}
