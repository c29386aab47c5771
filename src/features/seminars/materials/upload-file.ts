/** Files of materials before a form names them: within the seminar's room, a few at once, and for a day. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { Taken, TooLarge } from '#platform/files/file-store.ts';
import type { Ground } from '#platform/ground.ts';
import { organised, type Parts } from '../learning/needs.ts';
import { isUuid } from '../learning/outcome.ts';
import { mostBytes, mostOfSeminar, mostWaiting, waitsMs } from './material.ts';

export type Uploaded =
  | 'stored'
  | 'conflict'
  | 'too-large'
  | 'forbidden'
  | 'not-found'
  | 'seminar-full'
  | 'too-many-waiting';

type Of = { readonly seminarId: string; readonly id: string };

/** Takes in the bytes before the form that names them. Safe to repeat with the same id and bytes. */
export async function uploadFile(
  { ground }: Parts,
  signedIn: SignedIn,
  of: Of & { readonly size: number },
  content: Readable,
): Promise<Uploaded> {
  const drop = (why: Uploaded) => {
    content.resume();
    return why;
  };
  if (!isUuid(of.id)) return drop('not-found');
  if (of.size > mostBytes) return drop('too-large');
  const room = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, of.seminarId);
    if (!allowed.ok) return allowed.code === 'forbidden' ? 'forbidden' : 'not-found';
    return takeRoom(trx, signedIn.person.id, of, ground.now());
  });
  if (typeof room === 'string') return drop(room);
  try {
    await ground.files.put(room.fileId, content, of.size);
    return 'stored';
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof Taken) return 'conflict';
    throw error;
  }
}

/** One at a time in a seminar, so that two who send at once do not both get the last of the room. */
async function takeRoom(trx: InTransaction, personId: string, of: Of & { readonly size: number }, now: Date) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${of.seminarId}, 25))`.execute(trx);
  const before = await selectUpload(trx, personId, of);
  if (before) return of.size <= before.size ? before : 'conflict';
  const { rows } = await sql<{ used: string; waiting: number }>`
    select
      (select coalesce(sum(size), 0) from seminars.material where seminar_id = ${of.seminarId})
        + (select coalesce(sum(size), 0) from seminars.material_upload where seminar_id = ${of.seminarId}) as used,
      (select count(*)::int from seminars.material_upload where uploaded_by = ${personId}) as waiting`.execute(
    trx,
  );
  const { used, waiting } = rows[0]!;
  if (waiting >= mostWaiting) return 'too-many-waiting';
  if (Number(used) + of.size > mostOfSeminar) return 'seminar-full';
  const fileId = randomUUID();
  const result = await trx
    .insertInto('seminars.material_upload')
    .values({
      id: of.id,
      seminar_id: of.seminarId,
      file_id: fileId,
      uploaded_by: personId,
      size: of.size,
      uploaded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0 ? { fileId, size: of.size } : 'conflict';
}

/** What this person sent for this seminar and has not named yet. */
export async function selectUpload(trx: InTransaction, personId: string, of: Of) {
  const row = await trx
    .selectFrom('seminars.material_upload')
    .select(['file_id', 'size'])
    .where('id', '=', of.id)
    .where('seminar_id', '=', of.seminarId)
    .where('uploaded_by', '=', personId)
    .executeTakeFirst();
  return row && { fileId: row.file_id, size: Number(row.size) };
}

/** As the worker: forgets what nobody named for a day, the row first, then its bytes. Safe at any time. */
export async function sweepUploads({ databases, files, now }: Ground): Promise<number> {
  const gone = await databases.worker
    .deleteFrom('seminars.material_upload')
    .where('uploaded_at', '<', new Date(now().getTime() - waitsMs))
    .returning('file_id')
    .execute();
  for (const { file_id: id } of gone) await files.remove(id);
  return gone.length;
}
