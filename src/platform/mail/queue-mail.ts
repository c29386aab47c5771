/** Queues a mail in the transaction that makes the change: both commit, or neither. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import { enqueue } from '#platform/jobs/index.ts';

export type NewMail = {
  /** Made by who asks; asking twice with the same sends one mail. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. No case matter, no password; a link that opens something only where its taker is the addressee. */
  readonly text: string;
  /** What it is for: `feature.what-happens`. Administrators see it. */
  readonly kind: string;
  /** Identifier of what it is about, for the feature itself. */
  readonly about?: string;
  readonly notBefore?: Date;
};

export type MailQueued =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'bad-address' | 'empty' };

export const sendMailJob = 'platform.send-mail';

const address = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$/;

/**
 * `trx` is one of `actingAs`, or of the worker. Kept until a mail server takes it; without one (`SMTP_URL`) it waits, and
 * an administrator sees so.
 */
export async function queueMail(trx: InTransaction, mail: NewMail): Promise<MailQueued> {
  // A list, a name in brackets or a line break would address others.
  const to = mail.to.trim().toLowerCase();
  if (!address.test(to)) return { ok: false, code: 'bad-address' };
  const subject = mail.subject
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
  const text = mail.text.trim().slice(0, 10_000);
  if (!subject || !text) return { ok: false, code: 'empty' };
  await trx
    .insertInto('platform.mail')
    .values({
      id: mail.id,
      kind: mail.kind,
      recipient: to,
      domain: to.slice(to.indexOf('@') + 1),
      subject,
      text,
      about: mail.about ?? null,
      queued_by: sql<string | null>`platform.acting_person()`,
      ...(mail.notBefore ? { not_before: mail.notBefore } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await enqueue(
    trx,
    sendMailJob,
    {},
    {
      singletonKey: 'due',
      ...(mail.notBefore ? { notBefore: mail.notBefore } : {}),
    },
  );
  return { ok: true };
}
