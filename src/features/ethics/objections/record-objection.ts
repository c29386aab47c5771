/** An officer records a written objection, or lays one before the ethics officers of a centre above. Sealed in her browser. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { recipientCount } from '#platform/sealing/seal.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** The text with a file of 1 MiB in base64, padded and sealed. */
const largest = 2.2 * 1024 * 1024;
const sealed = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(Math.ceil((largest * 4) / 3))
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine(isSealedForOne);
const share = z.object({
  id: z.uuid(),
  objectionId: z.uuid(),
  unitCode: z.string().max(20),
  epoch: z.int().min(1),
  sealed,
});
const recorded = z.object({
  id: z.uuid(),
  follows: z.uuid().optional(),
  sealed,
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  share: share.optional(),
});

/** Safe to repeat with the same `id`. Refusals: `malformed`, `not-found` (nothing of hers to follow), `not-above`, `stale-key`. */
export async function recordObjection(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = recorded.safeParse(input);
  if (!parsed.success || (parsed.data.share && parsed.data.share.objectionId !== parsed.data.id))
    return refused('malformed');
  const { id, follows, commitment, share: shared, sealed: bytes } = parsed.data;
  const now = parts.ground.now();
  const unit = shared && (await unitAbove(parts, signedIn, shared));
  if (unit === 'not-above' || unit === 'stale-key') return refused(unit);
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const own = async (one: string) =>
      (await trx.selectFrom('ethics.objection').select('id').where('id', '=', one).executeTakeFirst()) !==
      undefined;
    if (await own(id)) return done({ id });
    if (follows && !(await own(follows))) return refused('not-found');
    // Neither who nor where: nobody of her line learns from the ledger that she objected.
    const { outboxId } = await recordAct(trx, {
      act: 'ethics.objection-recorded',
      object: 'objection',
      id,
      at: now.toISOString(),
      facts: { commitment },
    });
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('ethics.objection')
      .values({
        id,
        person_id: signedIn.person.id,
        follows: follows ?? null,
        sealed: bytes,
        commitment: Buffer.from(commitment, 'hex'),
        recorded_at: now,
        ledger_id: outboxId,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    // The identifier is another officer's: nothing is said of it, and the entry goes with the transaction.
    if (numInsertedOrUpdatedRows !== 1n) throw new Error('the identifier of an objection was taken');
    if (shared && unit) await insertShare(trx, shared, unit.id, now);
    return done({ id });
  });
}

/** Lays an objection of hers before the ethics officers of a centre above, later. Refusals as above. */
export async function shareObjection(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = share.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const shared = parsed.data;
  const unit = await unitAbove(parts, signedIn, shared);
  if (typeof unit === 'string') return refused(unit);
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const own = await trx
      .selectFrom('ethics.objection')
      .select('id')
      .where('id', '=', shared.objectionId)
      .executeTakeFirst();
    if (!own) return refused('not-found');
    await insertShare(trx, shared, unit.id, parts.ground.now());
    return done({ id: shared.objectionId });
  });
}

type Transaction = Parameters<Parameters<typeof actingAs>[2]>[0];

async function insertShare(
  trx: Transaction,
  { id, objectionId, epoch, sealed: bytes }: z.output<typeof share>,
  unitId: number,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('ethics.objection_share')
    .values({ id, objection_id: objectionId, unit_id: unitId, epoch, sealed: bytes, shared_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Centres above one of hers that have a key of their own: before whose ethics officers she may lay it. */
export async function centresAbove({ ground, network }: Parts, signedIn: SignedIn) {
  const centres = await network.listCentres(ground.now());
  const byCode = new Map(centres.map((centre) => [centre.code, centre]));
  const above = new Set<string>();
  for (const { unitCode } of signedIn.appointments)
    for (
      let at = byCode.get(byCode.get(unitCode)?.parentCode ?? '');
      at;
      at = byCode.get(at.parentCode ?? '')
    )
      above.add(at.code);
  return centres.filter(({ code, sealFor }) => above.has(code) && sealFor !== undefined && !sealFor.isOther);
}

async function unitAbove(parts: Parts, signedIn: SignedIn, asked: { unitCode: string; epoch: number }) {
  const unit = (await centresAbove(parts, signedIn)).find(({ code }) => code === asked.unitCode);
  if (!unit) return 'not-above' as const;
  return unit.sealFor!.epoch === asked.epoch ? unit : ('stale-key' as const);
}

function isSealedForOne(bytes: Uint8Array): boolean {
  try {
    return recipientCount(bytes) === 1;
  } catch (error) {
    if (isSealingError(error)) return false;
    throw error;
  }
}
