/** SQL of public questions. The public role reads what is published, and of it neither centre nor writer nor advice. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { PublicQuestion, Question, QuestionState, QuestionText } from './question.ts';

const publicColumns = [
  'id',
  'question_th',
  'answer_th',
  'question_en',
  'answer_en',
  'standards',
  'sections',
  'published_on',
] as const;

type TextRow = {
  question_th: string;
  answer_th: string;
  question_en: string | null;
  answer_en: string | null;
  standards: string[];
  sections: string[];
};

const textOf = (row: TextRow): QuestionText => ({
  questionTh: row.question_th,
  answerTh: row.answer_th,
  questionEn: row.question_en ?? undefined,
  answerEn: row.answer_en ?? undefined,
  standards: row.standards,
  sections: row.sections,
});

/** Published ones, the newest first; with tokens those that share a word, most shared words first. */
export async function selectPublished(
  db: Queries,
  asked: { readonly tokens?: readonly string[]; readonly standard?: string | undefined },
): Promise<PublicQuestion[]> {
  let query = db
    .selectFrom('ethics.question')
    .select(publicColumns)
    .where('state', '=', 'published')
    .limit(100);
  if (asked.standard) query = query.where(sql<boolean>`${asked.standard} = any (standards)`);
  if (asked.tokens && asked.tokens.length > 0) {
    const tokens = sql<string[]>`${[...asked.tokens]}::text[]`;
    query = query
      .where(sql<boolean>`tokens && ${tokens}`)
      .orderBy(sql`(select count(*) from unnest(tokens) word where word = any (${tokens}))`, 'desc');
  }
  const rows = await query.orderBy('published_on', 'desc').orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, ...textOf(row), publishedOn: row.published_on! }));
}

export async function selectQuestions(trx: InTransaction, id?: string): Promise<Question[]> {
  const rows = await trx
    .selectFrom('ethics.question')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('written_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...textOf(row),
    unitId: row.unit_id,
    state: row.state as QuestionState,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    reason: row.reason ?? undefined,
    publishedOn: row.published_on ?? undefined,
    revision: row.revision,
  }));
}

/** The question made from an advice, for who works on it. */
export async function selectQuestionOf(trx: InTransaction, caseId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('ethics.question_source')
    .select('question_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.question_id;
}

export async function selectSource(trx: InTransaction, questionId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('ethics.question_source')
    .select('case_id')
    .where('question_id', '=', questionId)
    .executeTakeFirst();
  return row?.case_id;
}
