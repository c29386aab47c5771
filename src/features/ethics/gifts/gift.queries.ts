/** The gift register in SQL. Row-level security decides what there is; run as the officer inside `actingAs`. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

const whole = (trx: InTransaction) =>
  trx
    .selectFrom('ethics.gift as gift')
    .leftJoin('ethics.gift_decision as decided', 'decided.gift_id', 'gift.id')
    .leftJoin('ethics.gift_disposal as disposed', 'disposed.gift_id', 'gift.id')
    .selectAll('gift')
    .select([
      'decision',
      'reasons',
      'decided_by',
      'decided_at',
      'done_on',
      'note',
      'proof_id',
      'proof_type',
      'proof_size',
      'recorded_by',
    ])
    .select(sql<boolean>`ethics.decides_for(gift.unit_id, gift.reported_by)`.as('is_mine_to_decide'));

export type GiftRow = NonNullable<Awaited<ReturnType<typeof selectGift>>>;

export function selectGift(trx: InTransaction, id: string) {
  return whole(trx).where('gift.id', '=', id).executeTakeFirst();
}

/** The person's own, the newest first. */
export function selectOwn(trx: InTransaction, personId: string, limit: number) {
  return whole(trx).where('reported_by', '=', personId).orderBy('reported_at', 'desc').limit(limit).execute();
}

/** Waiting for the acting person's decision, in order of the day. */
export function selectToDecide(trx: InTransaction, limit: number) {
  return whole(trx)
    .where('decision', 'is', null)
    .where('decide_due_on', 'is not', null)
    .where(sql<boolean>`ethics.decides_for(gift.unit_id, gift.reported_by)`)
    .orderBy('decide_due_on')
    .limit(limit)
    .execute();
}

/** Of whole centres, received within a period. */
export function selectOfUnits(
  trx: InTransaction,
  unitIds: readonly number[],
  { from, to }: { readonly from: string; readonly to: string },
  limit: number,
) {
  return whole(trx)
    .where('gift.unit_id', 'in', [...unitIds])
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .orderBy(sql`case when decision is null and decide_due_on is not null then 0 else 1 end`)
    .orderBy('received_on', 'desc')
    .limit(limit)
    .execute();
}

/** What the same giver gave the person on the same day before. */
export async function sumOfSameGiver(
  trx: InTransaction,
  gift: {
    readonly id: string;
    readonly personId: string;
    readonly giver: string;
    readonly receivedOn: string;
  },
): Promise<number> {
  const row = await trx
    .selectFrom('ethics.gift')
    .leftJoin('ethics.gift_decision', 'gift_id', 'ethics.gift.id')
    .select(sql<number>`coalesce(sum(value_baht), 0)::int`.as('sum'))
    .where('kind', '=', 'gift')
    .where('reported_by', '=', gift.personId)
    .where('received_on', '=', gift.receivedOn)
    .where('ethics.gift.id', '<>', gift.id)
    .where(sql<boolean>`decision is distinct from 'mistaken'`)
    .where(sql<boolean>`lower(giver) = lower(${gift.giver})`)
    .executeTakeFirstOrThrow();
  return row.sum;
}

/** By whom and how it is decided: whether it is the acting person, who alone is asked. */
export async function decidesFor(trx: InTransaction, unitId: number, personId: string): Promise<boolean> {
  const { rows } = await sql<{ decides: boolean | null }>`
    select ethics.decides_for(${unitId}::int, ${personId}::uuid) as decides`.execute(trx);
  return rows[0]?.decides === true;
}
