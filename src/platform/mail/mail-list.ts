/** Mail as an administrator of the network sees it: kind, where to, what became of it; no address and no text. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

export type MailState = 'waiting' | 'failed' | 'sent';

export type MailLine = {
  readonly id: string;
  readonly kind: string;
  readonly domain: string;
  readonly state: MailState;
  readonly queuedAt: Date;
  /** Of a waiting one, when it is tried next. */
  readonly nextAt: Date;
  readonly endedAt: Date | undefined;
  readonly tries: number;
  readonly error: string | undefined;
};

const state = sql<MailState>`case when sent_at is not null then 'sent' when failed_at is not null then 'failed' else 'waiting' end`;

/** How many there are of each state. `trx` is one of `actingAs`. */
export async function countMail(trx: InTransaction): Promise<Readonly<Record<MailState, number>>> {
  const rows = await trx
    .selectFrom('platform.mail')
    .select([state.as('state'), sql<number>`count(*)::int`.as('count')])
    .groupBy(state)
    .execute();
  const of = (wanted: MailState) => rows.find((row) => row.state === wanted)?.count ?? 0;
  return { waiting: of('waiting'), failed: of('failed'), sent: of('sent') };
}

/** Newest first, two hundred at most. */
export async function listMail(trx: InTransaction, wanted: MailState): Promise<readonly MailLine[]> {
  const rows = await trx
    .selectFrom('platform.mail')
    .select([
      'id',
      'kind',
      'domain',
      'queued_at',
      'not_before',
      'sent_at',
      'failed_at',
      'tries',
      'last_error',
    ])
    .where(state, '=', wanted)
    .orderBy('queued_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    domain: row.domain,
    state: wanted,
    queuedAt: row.queued_at,
    nextAt: row.not_before,
    endedAt: row.sent_at ?? row.failed_at ?? undefined,
    tries: row.tries,
    error: row.last_error ?? undefined,
  }));
}

/** Lets what was given up wait anew. False when there is nothing to try again. */
export async function tryMailAgain(trx: InTransaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('platform.mail')
    .set({ failed_at: null, tries: 0, not_before: now })
    .where('id', '=', id)
    .where('failed_at', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
