/** What one does and does not: the ministry writes for all, a centre adds its own; a change ends a row and adds its successor. */
import { z } from 'zod';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { insertConduct, selectCodes, selectStandards } from './code.queries.ts';
import { conductKinds } from './code.ts';
import { codesPolicies } from './codes.policies.ts';
import { keptFor } from './enter-code.ts';

const words = z.string().trim().min(1).max(600);
const perhaps = z
  .string()
  .trim()
  .max(600)
  .transform((text) => text || undefined);
const newConduct = z.object({
  id: z.uuid(),
  /** Undefined for the whole network. */
  unitId: z.int().optional(),
  regime: z
    .string()
    .max(40)
    .transform((text) => text || undefined),
  standard: z.string().max(40),
  kind: z.enum(conductKinds),
  behaviourTh: words,
  behaviourEn: perhaps,
  exampleTh: words,
  exampleEn: perhaps,
  replaces: z.uuid().optional(),
});
export type NewConduct = z.input<typeof newConduct>;

/** The centre in whose name she writes: its own, or the ministry's for all. */
function writerIn(
  signedIn: SignedIn,
  centres: readonly Centre[],
  unitId: number | undefined,
): Centre | undefined {
  if (unitId === undefined) return keptFor(signedIn, centres);
  return roleIn(codesPolicies.extend, signedIn.appointments, unitId)
    ? centres.find(({ id }) => id === unitId)
    : undefined;
}

/** Safe to repeat. Refusals: `malformed`, `forbidden`, `unknown-rule`, `already-replaced`. */
export async function writeConduct(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewConduct,
): Promise<Outcome<{ id: string }>> {
  const parsed = newConduct.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { replaces, ...next } = parsed.data;
  const now = ground.now();
  const centre = writerIn(signedIn, await network.listCentres(now), next.unitId);
  if (!centre) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    if (await isThere(trx, next.id)) return done({ id: next.id });
    const isKnown =
      (await selectStandards(trx)).some(({ code }) => code === next.standard) &&
      (next.regime === undefined || (await selectCodes(trx)).some(({ regime }) => regime === next.regime));
    if (!isKnown) return refused('unknown-rule');
    if (replaces && !(await end(trx, replaces, next.unitId, now))) return refused('already-replaced');
    await insertConduct(
      trx,
      {
        ...next,
        unitId: next.unitId,
        regime: next.regime,
        behaviourEn: next.behaviourEn,
        exampleEn: next.exampleEn,
      },
      { replaces, by: signedIn.person.id, at: now },
    );
    await record(trx, 'ethics.conduct-written', next.id, centre.code, now);
    return done({ id: next.id });
  });
}

/** Takes a row out. Safe to repeat. Refusals: `not-found`, `forbidden`. */
export async function endConduct(
  { ground, network }: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<Outcome<{ id: string }>> {
  if (!z.uuid().safeParse(id).success) return refused('not-found');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await trx
      .selectFrom('ethics.conduct')
      .select(['unit_id', 'ended_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return refused('not-found');
    const centre = writerIn(signedIn, centres, row.unit_id ?? undefined);
    if (!centre) return refused('forbidden');
    if (row.ended_at) return done({ id });
    await end(trx, id, row.unit_id ?? undefined, now);
    await record(trx, 'ethics.conduct-ended', id, centre.code, now);
    return done({ id });
  });
}

async function end(trx: InTransaction, id: string, unitId: number | undefined, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ethics.conduct')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('unit_id', unitId === undefined ? 'is' : '=', unitId ?? null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const isThere = (trx: InTransaction, id: string) =>
  trx.selectFrom('ethics.conduct').select('id').where('id', '=', id).executeTakeFirst();

const record = (trx: InTransaction, act: string, id: string, unit: string, now: Date) =>
  recordAct(trx, { act, object: 'ethics-conduct', id, unit, at: now.toISOString(), facts: {} });
