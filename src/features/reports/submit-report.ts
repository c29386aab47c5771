/** A citizen files a sealed report: checked, stored and recorded in the ledger in one step, safe to send again. */
import { createHash } from 'node:crypto';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { commitAct } from '#platform/ledger/commitment.ts';
import { recipientCount } from '#platform/sealing/seal.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import { newCaseNumber } from './case-number.ts';
import { keyedHash } from './keyed-hash.ts';
import type { Parts } from './needs.ts';
import type { GoodProof } from './proof-of-work.ts';
import { type AcceptRow, accept, known } from './report.queries.ts';
import type { CheckedSubmission } from './report.schemas.ts';

export type Sealed = Omit<CheckedSubmission, 'proof'>;
export type SubmitOutcome = AcceptRow['outcome'] | 'malformed';
export type SubmitAnswer = {
  readonly outcome: SubmitOutcome;
  readonly number: string | null;
  readonly messageId: string | null;
};

/**
 * Files it. `proof` undefined answers `no-proof` unless the report is here already. `channel` says who sealed:
 * the sender's browser, or this server for a form without script.
 */
export async function submitReport(
  { ground, cases }: Parts,
  sealed: Sealed,
  proof: GoodProof | undefined,
  channel: 'web' | 'web-no-script',
): Promise<SubmitAnswer> {
  if (![sealed.message, sealed.centreGrant, sealed.reporterGrant].every(isSealedForOne))
    return { outcome: 'malformed', number: null, messageId: null };
  const lookup = pepper(ground.secrets.receiptPepper, sealed.lookup);
  if (!proof) {
    // A flood without proofs costs one look at an index each.
    const row = await known(ground.databases.public, sealed.id, lookup);
    return present(row ?? { outcome: 'no-proof', number: null, message_id: null });
  }
  const now = ground.now();
  const today = civilDate(now);
  const messageHash = createHash('sha256').update(sealed.message).digest();
  const act = commitAct({
    act: 'report.filed',
    object: 'report',
    id: sealed.id,
    unit: sealed.unitCode,
    role: 'reporter',
    at: now.toISOString(),
    facts: { channel, messageSha256: messageHash.toString('hex'), files: sealed.attachments.length },
  });
  const row = await accept(ground.databases.public, {
    ...sealed,
    number: newCaseNumber(now),
    channel,
    author: channel === 'web' ? 'reporter' : 'server',
    sizeBucket: bucketBelow(sealed.message.length),
    messageHash,
    clocks: await clocksFor(cases, sealed.topic, today),
    lookup,
    challenge: proof.id,
    challengeExpires: proof.expiresAt,
    ledgerEntry: act.entry,
    ledgerSalt: Buffer.from(act.salt),
    now,
    today,
  });
  return present(row);
}

/** Advice is not screened: what runs on it is the deadline of an answer, as after a contested closing. */
async function clocksFor(cases: Parts['cases'], topic: string, today: string) {
  const isAdvice = (await cases.listTopics(today)).some(
    ({ code, matter }) => code === topic && matter === 'ethics-advice',
  );
  return isAdvice ? cases.clocksOnContest(today) : cases.clocksOnReceipt(today);
}

const present = ({ outcome, number, message_id }: AcceptRow): SubmitAnswer => ({
  outcome,
  number,
  messageId: message_id,
});

/** What the database knows a receipt by: useless without the pepper, which is kept elsewhere. */
export function pepper(key: Buffer, lookup: Buffer): Buffer {
  return keyedHash(key).update('prongsai/lookup/v1\n').update(lookup).digest();
}

/** An age file for one hybrid recipient; whose, the server cannot tell. */
export function isSealedForOne(bytes: Uint8Array): boolean {
  try {
    return recipientCount(bytes) === 1;
  } catch (error) {
    if (isSealingError(error)) return false;
    throw error;
  }
}

/** The padding bucket that sealed bytes of this length hold: all that is known of how much was written. */
export function bucketBelow(length: number): number {
  const kib = Math.floor(length / 1024);
  return 1024 * (kib >= 64 ? kib - (kib % 64) : kib >= 16 ? 16 : kib >= 4 ? 4 : 1);
}
