/** Reads and adds questions of the bank in officers' transactions; row-level security decides which. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { layDown, toDraft } from './draft-rules.ts';
import type { Body, Difficulty, Draft, Key, Question, QuestionKind } from './question.ts';

export type Competency = { readonly code: string; readonly nameTh: string; readonly nameEn: string };

/** In force on a day, in their order. */
export async function selectCompetencies(db: Queries, today: string): Promise<readonly Competency[]> {
  const rows = await db
    .selectFrom('seminars.competency')
    .select(['code', 'name_th', 'name_en'])
    .where('valid_from', '<=', today)
    .where(sql<boolean>`coalesce(valid_to > ${today}::date, true)`)
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ code: row.code, nameTh: row.name_th, nameEn: row.name_en }));
}

const latest = (db: Queries) =>
  db
    .selectFrom('seminars.question as question')
    .innerJoin('seminars.question_version as version', 'version.question_id', 'question.id')
    .innerJoin('seminars.question_key as key', (join) =>
      join.onRef('key.question_id', '=', 'version.question_id').onRef('key.version', '=', 'version.version'),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seminars.question_version as newer')
            .select('newer.version')
            .whereRef('newer.question_id', '=', 'version.question_id')
            .whereRef('newer.version', '>', 'version.version'),
        ),
      ),
    )
    .select([
      'question.id',
      'question.unit_id',
      'question.is_shared',
      'question.retired_at',
      'version.version',
      'version.kind',
      'version.stem_th',
      'version.stem_en',
      'version.body',
      'version.competencies',
      'version.difficulty',
      'key.key',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof latest>['execute']>>[number];

export const draftOf = (
  row: Pick<Row, 'stem_th' | 'stem_en' | 'competencies' | 'difficulty' | 'body' | 'key'>,
): Draft =>
  toDraft(
    {
      stem: row.stem_en === null ? { th: row.stem_th } : { th: row.stem_th, en: row.stem_en },
      competencies: row.competencies,
      difficulty: row.difficulty as Difficulty,
    },
    row.body as Body,
    row.key as Key,
  );

const toQuestion = (row: Row): Question => ({
  id: row.id,
  unitId: row.unit_id,
  isShared: row.is_shared,
  isRetired: row.retired_at !== null,
  version: row.version,
  draft: draftOf(row),
});

export type BankFilter = {
  readonly tokens?: readonly string[] | undefined;
  readonly competency?: string | undefined;
  readonly kind?: QuestionKind | undefined;
  readonly withRetired?: boolean | undefined;
};

export async function selectBank(
  db: Queries,
  filter: BankFilter,
  limit: number,
): Promise<readonly Question[]> {
  let query = latest(db).orderBy('version.competencies').orderBy('question.made_at').orderBy('question.id');
  const { tokens, competency, kind } = filter;
  // Every word sought, so that more words find less.
  if (tokens && tokens.length > 0)
    query = query.where((eb) => eb('version.tokens', '@>', eb.val([...tokens])));
  if (competency) query = query.where((eb) => eb('version.competencies', '@>', eb.val([competency])));
  if (kind) query = query.where('version.kind', '=', kind);
  if (!filter.withRetired) query = query.where('question.retired_at', 'is', null);
  return (await query.limit(limit).execute()).map(toQuestion);
}

export async function selectQuestion(db: Queries, id: string): Promise<Question | undefined> {
  const row = await latest(db).where('question.id', '=', id).executeTakeFirst();
  return row && toQuestion(row);
}

export type NewVersion = {
  readonly id: string;
  readonly questionId: string;
  readonly version: number;
  readonly draft: Draft;
  readonly tokens: readonly string[];
  readonly by: string;
  readonly now: Date;
};

/** Adds versions with their keys; one that is there already stays. Returns how many were new. */
export async function insertVersions(trx: InTransaction, versions: readonly NewVersion[]): Promise<number> {
  const laid = versions.map((version) => ({ ...version, ...layDown(version.draft) }));
  const added = await trx
    .insertInto('seminars.question_version')
    .values(
      laid.map(({ draft, body, ...version }) => ({
        question_id: version.questionId,
        version: version.version,
        id: version.id,
        kind: draft.kind,
        stem_th: draft.stem.th,
        stem_en: draft.stem.en ?? null,
        body: JSON.stringify(body),
        competencies: [...draft.competencies],
        difficulty: draft.difficulty,
        tokens: [...version.tokens],
        made_by: version.by,
        made_at: version.now,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const isNew = new Set(added.map(({ id }) => id));
  const keys = laid
    .filter(({ id }) => isNew.has(id))
    .map(({ questionId, version, key }) => ({ question_id: questionId, version, key: JSON.stringify(key) }));
  if (keys.length > 0) await trx.insertInto('seminars.question_key').values(keys).execute();
  return keys.length;
}
