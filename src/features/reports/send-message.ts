/** The reporter's next message, or the one contest of a closing: checked, stored and recorded in one step, safe to repeat. */
import { createHash } from 'node:crypto';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { commitAct } from '#platform/ledger/commitment.ts';
import type { Parts } from './needs.ts';
import { type AddMessageOutcome, addMessage, readCase } from './report.queries.ts';
import type { CheckedMessageSending } from './report.schemas.ts';
import { isSealedForOne } from './submit-report.ts';

export type MessageOutcome = AddMessageOutcome | 'malformed';
export type SealedMessageToStore = Omit<CheckedMessageSending, 'nonce' | 'signature'>;

/** For who has been authenticated; `author` says who sealed. */
export async function sendMessage(
  { ground, cases }: Parts,
  sent: SealedMessageToStore,
  author: 'reporter' | 'server',
): Promise<MessageOutcome> {
  if (!isSealedForOne(sent.message)) return 'malformed';
  const db = ground.databases.public;
  const now = ground.now();
  const hash = hashOf(sent.message);
  const found = await readCase(db, sent.reportId);
  if (!found) return 'unknown';
  const act = commitAct({
    act: sent.contest ? 'case.contested' : 'message.received',
    object: 'report',
    id: sent.reportId,
    unit: found.unit_code,
    role: 'reporter',
    at: now.toISOString(),
    facts: { messageSha256: hash.toString('hex'), sequence: sent.sequence, files: sent.attachments.length },
  });
  return addMessage(db, {
    report: sent.reportId,
    messageId: sent.messageId,
    keyVersion: sent.keyVersion,
    sequence: sent.sequence,
    previousHash: Buffer.from(sent.previousHash, 'hex'),
    message: sent.message,
    hash,
    author,
    attachments: sent.attachments,
    contest: sent.contest,
    ledgerEntry: act.entry,
    ledgerSalt: Buffer.from(act.salt),
    now,
    clocks: sent.contest ? await cases.clocksOnContest(civilDate(now)) : [],
  });
}

export const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
