/** The bank of situations: the ministry writes, replaces and takes out; rounds that were begun keep what they were drawn. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { insertScenario, selectCodes, selectScenarios, selectStandards } from './code.queries.ts';
import { keptFor } from './enter-code.ts';

const words = z.string().trim().min(1).max(1000);
const newScenario = z.object({
  id: z.uuid(),
  standard: z.string().max(40),
  situationTh: words,
  situationEn: words,
  options: z
    .array(z.object({ textTh: words, textEn: words, whyTh: words, whyEn: words, isRight: z.boolean() }))
    .min(2)
    .max(5)
    .refine((options) => options.filter(({ isRight }) => isRight).length === 1),
  replaces: z.uuid().optional(),
});
export type NewScenario = z.input<typeof newScenario>;

/** Safe to repeat. Refusals: `malformed`, `forbidden`, `unknown-rule`, `already-replaced`. */
export async function writeScenario(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewScenario,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const root = keptFor(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const parsed = newScenario.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { replaces, options, ...next } = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const there = await selectScenarios(trx, [next.id]);
    if (there.length > 0) return done({ id: next.id });
    if (!(await selectStandards(trx)).some(({ code }) => code === next.standard))
      return refused('unknown-rule');
    if (replaces && !(await end(trx, replaces, now))) return refused('already-replaced');
    await insertScenario(
      trx,
      { ...next, options: options.map((option, at) => ({ ...option, position: at + 1 })) },
      { replaces, by: signedIn.person.id, at: now },
    );
    await record(trx, 'ethics.scenario-written', next.id, root.code, now);
    return done({ id: next.id });
  });
}

/** Takes a situation out while enough are left to draw from. Refusals: `forbidden`, `not-found`, `bank-too-small`. */
export async function endScenario(
  { ground, network }: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const root = keptFor(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  if (!z.uuid().safeParse(id).success) return refused('not-found');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const bank = await selectScenarios(trx);
    if (!bank.some((one) => one.id === id))
      return (await selectScenarios(trx, [id])).length > 0 ? done({ id }) : refused('not-found');
    const asked = Math.max(...(await selectCodes(trx)).map(({ situations }) => situations));
    if (bank.length <= asked) return refused('bank-too-small');
    await end(trx, id, now);
    await record(trx, 'ethics.scenario-ended', id, root.code, now);
    return done({ id });
  });
}

async function end(trx: InTransaction, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ethics.scenario')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const record = (trx: InTransaction, act: string, id: string, unit: string, now: Date) =>
  recordAct(trx, { act, object: 'ethics-scenario', id, unit, at: now.toISOString(), facts: {} });
