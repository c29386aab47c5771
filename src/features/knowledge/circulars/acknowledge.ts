/** A centre acknowledges a circular, and answers it when an answer is asked. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { roleFor } from './circular.policies.ts';
import { selectAddressees, updateAcknowledged } from './circular.queries.ts';
import { type NewAnswer, newAnswer } from './circular.schemas.ts';
import { done, type Outcome, refused } from './circular.ts';
import { type BroughtFile, storePdf } from './pdf-file.ts';

/** One click. A second click, also a colleague's, changes nothing: the first acknowledgement counts. */
export async function acknowledge(
  ground: Ground,
  signedIn: SignedIn,
  { circularId, unitId }: { readonly circularId: string; readonly unitId: number },
): Promise<Outcome<{ at: Date }>> {
  const role = roleFor('acknowledge', signedIn.appointments, unitId);
  if (!role) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const now = ground.now();
    const addressed = (await selectAddressees(trx, circularId)).find((row) => row.unit_id === unitId);
    if (!addressed) return refused('not-found');
    const personId = signedIn.person.id;
    if (addressed.acknowledged_at || !(await updateAcknowledged(trx, { circularId, unitId, personId, now })))
      return done({ at: addressed.acknowledged_at ?? now });
    await recordAct(trx, {
      act: 'circulars.acknowledged',
      object: 'circular',
      id: circularId,
      unit: unitCode(signedIn, unitId),
      role,
      at: now.toISOString(),
    });
    return done({ at: now });
  });
}

/** Answering acknowledges too. Safe to repeat with the same id; a further answer is a correction. */
export async function answerCircular(
  ground: Ground,
  signedIn: SignedIn,
  input: NewAnswer,
  file: BroughtFile | undefined,
): Promise<Outcome<{ id: string }>> {
  const parsed = newAnswer.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const answer = parsed.data;
  const role = roleFor('acknowledge', signedIn.appointments, answer.unitId);
  if (!role) return refused('forbidden');
  if (answer.text === '' && !file) return refused('answer-empty');
  const stored = file && (await storePdf(ground.files, file));
  if (stored && !stored.ok) return stored;
  const forget = async () => stored && (await ground.files.remove(stored.value.id));
  try {
    const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const now = ground.now();
      const { circularId, unitId } = answer;
      const addressed = (await selectAddressees(trx, circularId)).find((row) => row.unit_id === unitId);
      if (!addressed) return refused('not-found');
      const inserted = await trx
        .insertInto('knowledge.circular_answer')
        .values({
          id: answer.id,
          circular_id: circularId,
          unit_id: unitId,
          from_unit_id: addressed.from_unit_id,
          text: answer.text,
          file_id: stored?.value.id ?? null,
          file_name: stored?.value.name ?? null,
          file_size: stored?.value.size ?? null,
          answered_by: signedIn.person.id,
          answered_at: now,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) return done({ isNew: false });
      await updateAcknowledged(trx, { circularId, unitId, personId: signedIn.person.id, now });
      await recordAct(trx, {
        act: 'circulars.answered',
        object: 'circular',
        id: circularId,
        unit: unitCode(signedIn, unitId),
        role,
        at: now.toISOString(),
        facts: stored ? { file: stored.value.sha256.toString('hex') } : {},
      });
      return done({ isNew: true });
    });
    if (!outcome.ok || !outcome.value.isNew) await forget();
    return outcome.ok ? done({ id: answer.id }) : outcome;
  } catch (error) {
    await forget();
    throw error;
  }
}

const unitCode = (signedIn: SignedIn, unitId: number) =>
  signedIn.appointments.find((held) => held.unitId === unitId)!.unitCode;
