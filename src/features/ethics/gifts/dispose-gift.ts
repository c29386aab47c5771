/** Proof that a gift was returned or handed over: once, by the officer herself or who keeps the centre's register. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { storeFile } from '../store-picture.ts';
import { giftPolicies } from './gift.policies.ts';
import { selectGift } from './gift.queries.ts';
import { pictureLimit } from './gift.ts';
import { isPast } from './gift-rules.ts';

const newDisposal = z.object({
  id: z.uuid(),
  giftId: z.uuid(),
  doneOn: z.string().refine((day) => parseCivilDate(day) !== undefined),
  note: z.string().trim().min(1).max(500),
});
export type NewDisposal = z.input<typeof newDisposal>;

/** Safe to repeat with the same `id`. Refusals: `not-found`, `forbidden`, `not-to-dispose`, `already-disposed`, those of files. */
export async function disposeGift(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewDisposal,
  proof: Uint8Array | undefined,
): Promise<Outcome<{ giftId: string }>> {
  const parsed = newDisposal.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, giftId, doneOn, note } = parsed.data;
  const now = ground.now();
  if (!isPast(doneOn, civilDate(now))) return refused('in-the-future');
  if (!proof) return refused('proof-missing');
  const stored = await storeFile(ground.files, proof, { most: pictureLimit, pdf: true });
  if (!stored.ok) return stored;
  const forget = () => ground.files.remove(stored.value.id);
  const centres = await network.listCentres(now);
  try {
    const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const gift = await selectGift(trx, giftId);
      if (!gift) return refused('not-found');
      const isOwn = gift.reported_by === signedIn.person.id;
      const role = roleIn(giftPolicies.keep, signedIn.appointments, gift.unit_id);
      if (!isOwn && !role) return refused('forbidden');
      if (gift.decision !== 'return' && gift.decision !== 'hand-over') return refused('not-to-dispose');
      const inserted = await trx
        .insertInto('ethics.gift_disposal')
        .values({
          id,
          gift_id: giftId,
          done_on: doneOn,
          note,
          proof_id: stored.value.id,
          proof_type: stored.value.mediaType,
          proof_size: stored.value.size,
          proof_sha256: stored.value.sha256,
          recorded_by: signedIn.person.id,
          recorded_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
        const there = await trx
          .selectFrom('ethics.gift_disposal')
          .select('id')
          .where('gift_id', '=', giftId)
          .executeTakeFirst();
        return there?.id === id ? done({ isNew: false }) : refused('already-disposed');
      }
      const unit = centres.find((centre) => centre.id === gift.unit_id);
      await recordAct(trx, {
        act: 'ethics.gift-disposed',
        object: 'gift',
        id: giftId,
        ...(unit ? { unit: unit.code } : {}),
        ...(role ? { role } : {}),
        at: now.toISOString(),
        facts: { decision: gift.decision, proof: stored.value.sha256.toString('hex') },
      });
      return done({ isNew: true });
    });
    if (!outcome.ok || !outcome.value.isNew) await forget();
    return outcome.ok ? done({ giftId }) : outcome;
  } catch (error) {
    await forget();
    throw error;
  }
}
