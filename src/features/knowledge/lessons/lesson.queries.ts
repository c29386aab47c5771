/** SQL of forms of corruption and lessons. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Audience, Lesson, LessonState, NewLesson, PublicLesson, Typology } from './lesson.ts';

export async function selectTypologies(db: Queries, locale: Locale): Promise<Typology[]> {
  const rows = await db
    .selectFrom('knowledge.typology')
    .selectAll()
    .orderBy('sort')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    title: row[`title_${locale}`],
    how: row[`how_${locale}`],
    signs: row[`signs_${locale}`],
    weak: row[`weak_${locale}`],
    helped: row[`helped_${locale}`],
    offences: row.offences,
    topics: row.topics,
    status: row.status as Typology['status'],
  }));
}

/** What citizens may read: neither centre nor author is granted to their role. */
export async function selectPublicLessons(db: Queries): Promise<PublicLesson[]> {
  const rows = await db
    .selectFrom('knowledge.lesson')
    .select(['id', 'title', 'topic', 'typology', 'happened', 'signs', 'weak', 'helped'])
    .where('state', '=', 'published')
    .where('audience', '=', 'public')
    .orderBy('checked_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, typology: row.typology ?? undefined }));
}

/** Lessons that the acting person may read, newest first; one by `id`, or those with any of the `tokens`. */
export async function selectLessons(
  trx: InTransaction,
  { id, tokens }: { id?: string; tokens?: readonly string[] } = {},
): Promise<Lesson[]> {
  let query = trx.selectFrom('knowledge.lesson').selectAll().orderBy('submitted_at', 'desc').limit(200);
  if (id !== undefined) query = query.where('id', '=', id);
  if (tokens && tokens.length > 0) query = query.where((eb) => eb('tokens', '&&', eb.val([...tokens])));
  return (await query.execute()).map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    authorId: row.author_id,
    topic: row.topic,
    typology: row.typology ?? undefined,
    title: row.title,
    happened: row.happened,
    signs: row.signs,
    weak: row.weak,
    helped: row.helped,
    state: row.state as LessonState,
    audience: row.audience as Audience,
    returnNote: row.return_note ?? undefined,
    revision: row.revision,
  }));
}

type Words = Omit<NewLesson, 'id' | 'typology'> & { typology: string | null; tokens: string[] };

export async function insertLesson(
  trx: InTransaction,
  lesson: Words & { id: string; unit_id: number; author_id: string; submitted_at: Date },
): Promise<void> {
  await trx
    .insertInto('knowledge.lesson')
    .values({ ...lesson, state: 'submitted' })
    .execute();
}

/** Hands a returned lesson in again, from the revision that the author saw. False when it has changed since. */
export async function mendLesson(
  trx: InTransaction,
  id: string,
  revision: number,
  words: Words,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('knowledge.lesson')
    .set({
      ...words,
      state: 'submitted',
      audience: 'officers',
      checked_by: null,
      checked_at: null,
      checks: [],
      return_note: null,
      submitted_at: now,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes a decision on the revision that was read. False when it has changed since, or may not be decided. */
export async function decideLesson(
  trx: InTransaction,
  id: string,
  revision: number,
  decision: {
    state: LessonState;
    audience: Audience;
    checked_by: string;
    checked_at: Date;
    checks: string[];
    return_note: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('knowledge.lesson')
    .set({ ...decision, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
