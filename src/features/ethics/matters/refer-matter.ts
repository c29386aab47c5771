/** An ethics officer files what looks like corruption with the case officers: a new case, sealed in her browser, linked to the matter. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { findStanding } from '#features/cases/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { bucketBelow, isSealedForOne, newCaseNumber } from '#features/reports/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { commitAct } from '#platform/ledger/commitment.ts';
import type { EthicsParts, Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { matterRoles } from './matter.policies.ts';

/** A sealed message at its largest, as of a report: 2 MiB of payload with its header. */
const largestMessage = 2056 * 1024;
const sealed = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(Math.ceil((most * 4) / 3) + 2)
    .transform((text) => Buffer.from(text, 'base64url'))
    .refine(isSealedForOne);
const referral = z.strictObject({
  id: z.uuid(),
  matterId: z.uuid(),
  unitCode: z.string().regex(/^[\w-]{1,40}$/),
  epoch: z.int().min(1),
  restriction: z.enum(['none', 'unit']),
  topic: z.string().regex(/^[\w-]{1,40}$/),
  dialogueRecipient: z.string().regex(/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/),
  centreGrant: sealed(16 * 1024),
  messageId: z.uuid(),
  message: sealed(largestMessage),
  attachments: z.array(z.uuid()).max(10),
});
/** As it travels: bytes as base64url. */
export type NewReferral = z.input<typeof referral>;

type Answered = {
  readonly outcome:
    | 'accepted'
    | 'repeated'
    | 'conflict'
    | 'not-found'
    | 'not-above'
    | 'stale-key'
    | 'unknown-topic'
    | 'missing-attachment';
  readonly number: string | null;
};

/**
 * Safe to repeat with the same `id`, which becomes the new case's. Refusals: `malformed`, `not-found`, `forbidden`,
 * `not-above`, `stale-key`, `unknown-topic`, `missing-attachment`.
 */
export async function referMatter(
  { ground, cases }: Parts & Pick<EthicsParts, 'cases'>,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string; number: string }>> {
  const parsed = referral.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const said = parsed.data;
  const now = ground.now();
  const today = civilDate(now);
  const clocks = await cases.clocksOnReferral(today);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const found = await findStanding(trx, { id: said.matterId });
    if (!found || found.matter === 'corruption') return refused('not-found');
    const role = roleIn(matterRoles, signedIn.appointments, found.unitId);
    if (!role) return refused('forbidden');
    const hash = createHash('sha256').update(said.message).digest();
    // Of which matter, the ledger does not say: each of the two is read by others.
    const act = commitAct({
      act: 'case.referred',
      object: 'case',
      id: said.id,
      unit: said.unitCode,
      role,
      at: now.toISOString(),
      facts: { channel: 'ethics', messageSha256: hash.toString('hex'), files: said.attachments.length },
    });
    const { rows } = await sql<Answered>`
      select outcome, number from ethics.refer(
        ${said.id}, ${said.matterId}, ${newCaseNumber(now)}, ${said.unitCode}, ${said.epoch}, ${said.restriction}, ${said.topic},
        ${bucketBelow(said.message.length)}, ${said.dialogueRecipient}, ${said.centreGrant},
        ${said.messageId}, ${said.message}, ${hash}, ${said.attachments}::uuid[], ${JSON.stringify(clocks)}::jsonb,
        ${act.entry}, ${Buffer.from(act.salt)}, ${now}, ${today}::date)`.execute(trx);
    const { outcome, number } = rows[0]!;
    if (outcome === 'accepted' || outcome === 'repeated') return done({ id: said.id, number: number! });
    return refused(outcome === 'conflict' ? 'malformed' : outcome);
  });
}

/** Days on which the officer herself referred something from this matter. */
export async function selectOwnReferrals(
  trx: Parameters<typeof findStanding>[0],
  matterId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ referred_on: string }>`
    select referred_on from ethics.own_referrals(${matterId}::uuid)`.execute(trx);
  return rows.map((row) => row.referred_on);
}
