/** Rows of sealed files; the bytes are in the file store. */
import type { Queries } from '#platform/database/connection.ts';

export async function selectAttachment(db: Queries, id: string) {
  return db.selectFrom('cases.attachment').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectAttachmentsOf(db: Queries, caseId: string) {
  return db
    .selectFrom('cases.attachment')
    .select(['id', 'message_id', 'sealed_size', 'sha256'])
    .where('case_id', '=', caseId)
    .execute();
}

/** Notes an officer's upload; false when the identifier is taken by other bytes. Safe to repeat. */
export async function insertUpload(
  db: Queries,
  file: { id: string; sealed_size: number; sha256: Buffer; uploaded_by: string; uploaded_at: Date },
): Promise<boolean> {
  await db
    .insertInto('cases.attachment')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await selectAttachment(db, file.id);
  return stored?.sha256.equals(file.sha256) ?? false;
}
