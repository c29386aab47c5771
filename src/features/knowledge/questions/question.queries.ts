/** SQL of questions between centres. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Answer, Question } from './question.ts';

type Asked = { readonly id?: string; readonly tokens?: readonly string[]; readonly limit?: number };

/** Newest first; with `tokens` those that share a word, most shared words first. */
export async function selectQuestions(
  trx: InTransaction,
  { id, tokens, limit = 100 }: Asked,
): Promise<(Question & { readonly tokens: readonly string[] })[]> {
  let query = trx
    .selectFrom('knowledge.question as question')
    .select((eb) => [
      'question.id',
      'question.unit_id',
      'question.topic',
      'question.title',
      'question.body',
      'question.asked_at',
      'question.tokens',
      eb
        .selectFrom('knowledge.answer as answer')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('answer.question_id', '=', 'question.id')
        .as('answers'),
      eb
        .selectFrom('knowledge.answer as answer')
        .select((count) => count.fn.count<number>('answer.verified_at').as('count'))
        .whereRef('answer.question_id', '=', 'question.id')
        .as('verified'),
    ])
    .limit(limit);
  if (id !== undefined) query = query.where('question.id', '=', id);
  if (tokens && tokens.length > 0) {
    const asked = sql<string[]>`${[...tokens]}::text[]`;
    query = query
      .where(sql<boolean>`question.tokens && ${asked}`)
      .orderBy(sql`(select count(*) from unnest(question.tokens) word where word = any (${asked}))`, 'desc');
  }
  const rows = await query.orderBy('question.asked_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    topic: row.topic,
    title: row.title,
    body: row.body,
    askedAt: row.asked_at,
    tokens: row.tokens,
    answers: Number(row.answers),
    isVerified: Number(row.verified) > 0,
  }));
}

/** Confirmed ones first, then in the order given. */
export async function selectAnswers(trx: InTransaction, questionId: string): Promise<Answer[]> {
  const rows = await trx
    .selectFrom('knowledge.answer')
    .selectAll()
    .where('question_id', '=', questionId)
    .orderBy('verified_at', (order) => order.asc().nullsLast())
    .orderBy('answered_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    body: row.body,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    isVerified: row.verified_at !== null,
  }));
}

/** False when it was there already. */
export async function insertQuestion(
  trx: InTransaction,
  question: {
    id: string;
    unit_id: number;
    asked_by: string;
    topic: string;
    title: string;
    body: string;
    tokens: string[];
    asked_at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('knowledge.question')
    .values(question)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when it was there already. */
export async function insertAnswer(
  trx: InTransaction,
  answer: {
    id: string;
    question_id: string;
    unit_id: number;
    answered_by: string;
    body: string;
    answered_at: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('knowledge.answer')
    .values(answer)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when it was confirmed already, or may not be. */
export async function verifyAnswer(
  trx: InTransaction,
  id: string,
  personId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('knowledge.answer')
    .set({ verified_by: personId, verified_at: now })
    .where('id', '=', id)
    .where('verified_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
