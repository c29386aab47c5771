/** A centre adds a picture or PDF to an activity of its self-assessment, and takes one out while it may still be changed. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type EthicsRefusal, type Outcome, refused } from '../outcome.ts';
import { storeFile } from '../store-picture.ts';
import { mayAssess } from './moral.policies.ts';
import { selectAssessment, selectFiles, selectFrames } from './moral.queries.ts';
import { largestEvidence, mostEvidence, plainName } from './moral.ts';

const newFile = z.object({
  assessmentId: z.uuid(),
  position: z.int().min(1).max(20),
  name: z.string().max(300),
});
export type NewEvidence = z.input<typeof newFile>;

/**
 * The same file sent again for the same activity is one file, so it is safe to repeat. Refusals: `malformed`,
 * `not-found`, `forbidden`, `changed-meanwhile` (handed in), `file-too-large`, `proof-kind`, `picture-broken`, `too-many-files`.
 */
export async function addEvidence(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewEvidence,
  bytes: Uint8Array,
): Promise<Outcome<{ id: string }>> {
  const parsed = newFile.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { assessmentId, position, name } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  // Asked before anything is stored, and again where it counts.
  const early = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    whyNotMended(trx, signedIn, assessmentId),
  );
  if (early) return refused(early);
  const stored = await storeFile(ground.files, bytes, { most: largestEvidence, pdf: true });
  if (!stored.ok) return stored;
  const file = stored.value;
  let isKept = false;
  try {
    return await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const there = await selectAssessment(trx, assessmentId, { hold: true });
      const problem = await whyNotMended(trx, signedIn, assessmentId);
      if (!there || problem) return refused(problem ?? 'not-found');
      const frame = (await selectFrames(trx)).find(
        (one) => one.fiscalYear === there.frameYear && one.version === there.frameVersion,
      )!;
      if (position > frame.activitiesTh.length) return refused('malformed');
      const beside = (await selectFiles(trx, assessmentId)).filter((one) => one.position === position);
      const same = beside.find((one) => one.sha256.equals(file.sha256));
      if (same) return done({ id: same.id });
      const slot = Array.from({ length: mostEvidence }, (_, at) => at + 1).find(
        (free) => !beside.some((one) => one.slot === free),
      );
      if (slot === undefined) return refused('too-many-files');
      await trx
        .insertInto('ethics.moral_file')
        .values({
          id: file.id,
          assessment_id: assessmentId,
          position,
          slot,
          name: plainName(name),
          media_type: file.mediaType,
          size: file.size,
          sha256: file.sha256,
          added_by: signedIn.person.id,
          added_at: now,
        })
        .execute();
      await recordAct(trx, {
        act: 'ethics.moral-file-added',
        object: 'moral-assessment',
        id: assessmentId,
        unit: centres.find(({ id }) => id === there.unitId)!.code,
        at: now.toISOString(),
        facts: { position, sha256: file.sha256.toString('hex') },
      });
      isKept = true;
      return done({ id: file.id });
    });
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    if (!isKept) await ground.files.remove(file.id);
  }
}

const removal = z.object({ assessmentId: z.uuid(), id: z.uuid() });

/** Safe to repeat: what is gone is done. Refusals: `malformed`, `not-found`, `forbidden`, `changed-meanwhile`. */
export async function removeEvidence(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: z.input<typeof removal>,
): Promise<Outcome<{ id: string }>> {
  const parsed = removal.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { assessmentId, id } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const there = await selectAssessment(trx, assessmentId, { hold: true });
    const problem = await whyNotMended(trx, signedIn, assessmentId);
    if (!there || problem) return refused(problem ?? 'not-found');
    const { numDeletedRows } = await trx
      .deleteFrom('ethics.moral_file')
      .where('id', '=', id)
      .where('assessment_id', '=', assessmentId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return done({ isGone: false });
    await recordAct(trx, {
      act: 'ethics.moral-file-removed',
      object: 'moral-assessment',
      id: assessmentId,
      unit: centres.find((centre) => centre.id === there.unitId)!.code,
      at: now.toISOString(),
      facts: { file: id },
    });
    return done({ isGone: true });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.isGone) await ground.files.remove(id);
  return done({ id });
}

async function whyNotMended(
  trx: InTransaction,
  signedIn: SignedIn,
  assessmentId: string,
): Promise<EthicsRefusal | undefined> {
  const there = await selectAssessment(trx, assessmentId);
  if (!there) return 'not-found';
  if (!mayAssess(signedIn, there.unitId)) return 'forbidden';
  return there.state === 'draft' || there.state === 'returned' ? undefined : 'changed-meanwhile';
}
