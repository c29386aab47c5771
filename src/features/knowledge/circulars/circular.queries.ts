/** The register in SQL. Row-level security decides what there is; run as the officer inside `actingAs`, or as the public. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { DB } from '#platform/database/database.generated.ts';

const lineColumns = [
  'knowledge.circular.id',
  'knowledge.circular.unit_id',
  'kind',
  'number',
  'dated',
  'subject',
  'is_public',
  'issued_at',
] as const;

const isSuperseded = (eb: ExpressionBuilder<DB, 'knowledge.circular'>) =>
  eb
    .exists(
      eb
        .selectFrom('knowledge.circular as newer')
        .select('newer.id')
        .whereRef('newer.supersedes', '=', 'knowledge.circular.id'),
    )
    .as('is_superseded');

/** Part of a number, a subject or a gist, as typed; every sign stands for itself. */
const isAbout = (sought: string) => {
  const pattern = `%${sought.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(number || ' ' || subject || ' ' || coalesce(gist, '')) ilike ${pattern}`;
};

/** Addressed to the centres: unread first, then those with an answer due, in order of the day; then the newest. */
export function selectReceived(
  trx: InTransaction,
  unitIds: readonly number[],
  sought: string,
  limit: number,
) {
  const isAnswered = sql<boolean>`exists (
    select from knowledge.circular_answer answer
    where answer.circular_id = addressee.circular_id and answer.unit_id = addressee.unit_id)`;
  return trx
    .selectFrom('knowledge.circular_addressee as addressee')
    .innerJoin('knowledge.circular', 'knowledge.circular.id', 'addressee.circular_id')
    .select([...lineColumns, 'gist', 'answer_due_on', 'acknowledged_at', 'addressee.unit_id as to_unit_id'])
    .select(isAnswered.as('is_answered'))
    .select(isSuperseded)
    .where('addressee.unit_id', 'in', [...unitIds])
    .where(isAbout(sought))
    .orderBy(
      sql`case when acknowledged_at is null then 0 when answer_due_on is not null and not ${isAnswered} then 1 else 2 end`,
    )
    .orderBy(sql`case when ${isAnswered} then null else answer_due_on end nulls last`)
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
}

/** Issued by the centres, with how many have read and answered. */
export function selectIssued(trx: InTransaction, unitIds: readonly number[], sought: string, limit: number) {
  return trx
    .selectFrom('knowledge.circular')
    .select([...lineColumns, 'answer_due_on'])
    .select(isSuperseded)
    .select([
      sql<number>`(select count(*)::int from knowledge.circular_addressee a where a.circular_id = circular.id)`.as(
        'addressees',
      ),
      sql<number>`(select count(*)::int from knowledge.circular_addressee a
        where a.circular_id = circular.id and a.acknowledged_at is not null)`.as('acknowledged'),
      sql<number>`(select count(distinct a.unit_id)::int from knowledge.circular_answer a
        where a.circular_id = circular.id)`.as('answered'),
    ])
    .where('unit_id', 'in', [...unitIds])
    .where(isAbout(sought))
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
}

/** For anybody: the public ones, by the date on the paper. */
export function selectPublic(db: Queries, sought: string, limit: number) {
  return db
    .selectFrom('knowledge.circular')
    .select([...lineColumns, 'gist', 'file_size'])
    .select(isSuperseded)
    .where('is_public', '=', true)
    .where(isAbout(sought))
    .orderBy('dated', 'desc')
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
}

/** Those in force that the connection may see and that may name a section: subject and gist hold a number after its word. */
export function selectMentions(db: Queries, limit: number) {
  return db
    .selectFrom('knowledge.circular')
    .select(['id', 'unit_id', 'number', 'subject', 'gist'])
    .where(
      sql<boolean>`(subject || ' ' || coalesce(gist, '')) ~* '(มาตรา|ม|ข้อ|section|sec|s|clause)[.]?\\s*[0-9๐-๙]'`,
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('knowledge.circular as newer')
            .select('newer.id')
            .whereRef('newer.supersedes', '=', 'knowledge.circular.id'),
        ),
      ),
    )
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
}

export function selectCircular(trx: InTransaction, id: string) {
  return trx.selectFrom('knowledge.circular').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The circular that replaced this one, if the person may see it. */
export function selectSuccessor(trx: InTransaction, id: string) {
  return trx
    .selectFrom('knowledge.circular')
    .select(['id', 'number', 'subject'])
    .where('supersedes', '=', id)
    .orderBy('issued_at', 'desc')
    .executeTakeFirst();
}

/** For anybody who may see the circular. */
export function selectFile(db: Queries, id: string) {
  return db
    .selectFrom('knowledge.circular')
    .select(['file_id', 'file_name', 'file_size'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function selectAnswerFile(trx: InTransaction, circularId: string, answerId: string) {
  return trx
    .selectFrom('knowledge.circular_answer')
    .select(['file_id', 'file_name', 'file_size'])
    .where('id', '=', answerId)
    .where('circular_id', '=', circularId)
    .executeTakeFirst();
}

/** Addressed centres that the person may look at: her own, and for the issuing centre all. */
export function selectAddressees(trx: InTransaction, circularId: string) {
  return trx
    .selectFrom('knowledge.circular_addressee')
    .select(['unit_id', 'from_unit_id', 'acknowledged_by', 'acknowledged_at'])
    .where('circular_id', '=', circularId)
    .execute();
}

/** Answers that the person may look at, the newest first. */
export function selectAnswers(trx: InTransaction, circularId: string) {
  return trx
    .selectFrom('knowledge.circular_answer')
    .select(['id', 'unit_id', 'text', 'file_name', 'answered_by', 'answered_at'])
    .where('circular_id', '=', circularId)
    .orderBy('answered_at', 'desc')
    .execute();
}

/** True when this call acknowledged; false when the centre had done so before, or the person may not. */
export async function updateAcknowledged(
  trx: InTransaction,
  { circularId, unitId, personId, now }: { circularId: string; unitId: number; personId: string; now: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('knowledge.circular_addressee')
    .set({ acknowledged_by: personId, acknowledged_at: now })
    .where('circular_id', '=', circularId)
    .where('unit_id', '=', unitId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}
