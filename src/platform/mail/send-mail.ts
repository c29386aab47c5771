/** Sends what is due. A mail goes at least once; its Message-ID is its identifier, so a receiver knows a repetition. */
import { sql } from 'kysely';
import { createTransport, type Transporter } from 'nodemailer';
import type { Database, InTransaction } from '#platform/database/connection.ts';
import type { MailSettings } from './mail-settings.ts';

export type MailSender = {
  readonly db: Database;
  /** Undefined: nothing is sent, everything waits. */
  readonly settings: MailSettings | undefined;
  /** Domain of the Message-ID. */
  readonly host: string;
  readonly now: () => Date;
};

/** A minute, five, half an hour, two hours, then every six: given up after about a day. */
const pauseMinutes = [1, 5, 30, 120, 360, 360, 360] as const;
const mostTries = pauseMinutes.length + 1;
const keptDays = 90;
const mostAtOnce = 500;

/** One round; returns how many a server took. Safe at any time and from several processes. */
export async function sendDueMail(sender: MailSender): Promise<number> {
  const { db, settings, now } = sender;
  await db
    .deleteFrom('platform.mail')
    .where('sent_at', '<', new Date(now().getTime() - keptDays * 24 * 60 * 60_000))
    .execute();
  if (!settings) return 0;
  const transport = createTransport(settings.smtpUrl, {
    pool: true,
    maxConnections: 1,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object);
  try {
    let sent = 0;
    for (let at = 0; at < mostAtOnce; at += 1) {
      const result = await db.transaction().execute((trx) => sendOne(trx, sender, settings, transport));
      if (result === 'none') break;
      if (result === 'sent') sent += 1;
      // A server that is away is away for all of them; each would only lose a try.
      if (result === 'no-server') break;
    }
    return sent;
  } finally {
    transport.close();
  }
}

type Outcome = 'sent' | 'refused' | 'no-server' | 'none';

/** The row stays locked while the server is spoken to: nobody else sends it meanwhile. */
async function sendOne(
  trx: InTransaction,
  { host, now }: MailSender,
  settings: MailSettings,
  transport: Transporter,
): Promise<Outcome> {
  const mail = await trx
    .selectFrom('platform.mail')
    .select(['id', 'recipient', 'subject', 'text', 'kind', 'tries'])
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('not_before', '<=', now())
    .orderBy('not_before')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!mail) return 'none';
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name: '', address: mail.recipient! },
      subject: mail.subject!,
      text: mail.text!,
      messageId: `<${mail.id}@${host}>`,
      date: now(),
      // No answering machine need answer (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await trx
      .updateTable('platform.mail')
      .set({
        sent_at: now(),
        tries: mail.tries + 1,
        last_error: null,
        recipient: null,
        subject: null,
        text: null,
      })
      .where('id', '=', mail.id)
      .execute();
    return 'sent';
  } catch (error) {
    const { code, isFinal, isServerAway } = readRefusal(error);
    const isLast = isFinal || mail.tries + 1 >= mostTries;
    const pause = pauseMinutes[Math.min(mail.tries, pauseMinutes.length - 1)]!;
    await trx
      .updateTable('platform.mail')
      .set({
        tries: mail.tries + 1,
        last_error: code,
        ...(isLast
          ? { failed_at: now() }
          : { not_before: sql<Date>`${now()}::timestamptz + ${pause} * interval '1 minute'` }),
      })
      .where('id', '=', mail.id)
      .execute();
    return isServerAway ? 'no-server' : 'refused';
  }
}

/** The code alone: a server's words quote addresses. 5xx to the addressee or the letter is final, to ourselves it is not. */
function readRefusal(error: unknown): { code: string; isFinal: boolean; isServerAway: boolean } {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const isLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    code: responseCode ? `${code} ${responseCode}` : code,
    isFinal: isLetter && responseCode !== undefined && responseCode >= 500,
    isServerAway: !isLetter,
  };
}
