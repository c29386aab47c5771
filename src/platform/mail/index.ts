/** Mail: queued with the change that causes it, sent by the worker when a server is set. */
import type { Background } from '#platform/jobs/index.ts';
import { sendMailJob } from './queue-mail.ts';
import { type MailSender, sendDueMail } from './send-mail.ts';

export { countMail, listMail, type MailLine, type MailState, tryMailAgain } from './mail-list.ts';
export { type MailSettings, readMailSettings } from './mail-settings.ts';
export { type NewMail, queueMail } from './queue-mail.ts';

/** Sending, at once when asked for and every minute for what is to be tried again. */
export const mailBackground = (sender: MailSender): Background => ({
  jobs: { [sendMailJob]: async () => void (await sendDueMail(sender)) },
  schedules: [{ name: sendMailJob, cron: '* * * * *' }],
});
