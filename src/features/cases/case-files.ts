/** Sealed files of a case: handed out to those who read it, taken in from officers who answer. Ciphertext both ways. */
import type { Readable } from 'node:stream';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { Taken, TooLarge } from '#platform/files/file-store.ts';
import type { Ground } from '#platform/ground.ts';
import { bucketOf, MAX_FILE_PAYLOAD_BYTES } from '#platform/sealing/padding.ts';
import { appointmentFor, appointmentForEither } from './case.policies.ts';
import { selectCase } from './case.queries.ts';
import type { Matter } from './case.ts';
import { insertUpload, selectAttachment } from './file.queries.ts';
import { noteReading } from './view-case.ts';

/** The sealed bytes, or undefined when there is no such file for this officer. Noted as `file.opened` once an hour. */
export async function readCaseFile(
  ground: Ground,
  signedIn: SignedIn,
  id: string,
): Promise<{ size: number; content: Readable } | undefined> {
  const allowed = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const file = await selectAttachment(trx, id);
    const row = file?.case_id && (await selectCase(trx, file.case_id));
    const reader = row && appointmentFor('read', signedIn.appointments, row.unit_id, row.matter as Matter);
    if (!row || !reader) return false;
    await noteReading(trx, row, signedIn.person.id, reader, 'file.opened', ground.now(), id);
    return true;
  });
  return allowed ? ground.files.read(id) : undefined;
}

/** Header and padding of age beside the payload. */
export const maxSealedBytes = bucketOf(MAX_FILE_PAYLOAD_BYTES, 'file') + 64 * 1024;

export type StoreAnswer = 'stored' | 'conflict' | 'too-large' | 'forbidden';

/** Stores an officer's sealed file until her message names it. Safe to repeat with the same bytes. */
export async function storeCaseFile(
  ground: Ground,
  signedIn: SignedIn,
  id: string,
  content: Readable,
): Promise<StoreAnswer> {
  const answers = signedIn.actor.caseUnits.some((unit) =>
    appointmentForEither('reply', signedIn.appointments, unit),
  );
  if (!answers) return 'forbidden';
  const known = await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectAttachment(trx, id));
  // Never over bytes that a message may name already, or that somebody else sent under this identifier.
  if (known || (await ground.files.read(id).then(closed))) {
    content.resume();
    return known?.uploaded_by === signedIn.person.id ? 'stored' : 'conflict';
  }
  try {
    const { size, sha256 } = await ground.files.put(id, content, maxSealedBytes);
    const stored = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
      insertUpload(trx, {
        id,
        sealed_size: size,
        sha256,
        uploaded_by: signedIn.person.id,
        uploaded_at: ground.now(),
      }),
    );
    return stored ? 'stored' : 'conflict';
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof Taken) return 'conflict';
    throw error;
  }
}

/** Whether there is such a file; the stream opened by asking is closed. */
function closed(found: { content: Readable } | undefined): boolean {
  found?.content.destroy();
  return found !== undefined;
}
