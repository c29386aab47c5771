/** Which server takes our mail and in whose name: `SMTP_URL` and `MAIL_FROM`, checked before the program starts. */
import { StartFailure } from '#platform/http/start-failure.ts';

export type MailSettings = { readonly smtpUrl: string; readonly from: string };

/** Undefined when no server is set. StartFailure for what cannot be right; the address is not repeated, it holds a password. */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | undefined {
  const smtpUrl = env['SMTP_URL']?.trim();
  const from = env['MAIL_FROM']?.trim();
  if (!smtpUrl) return undefined;
  const isServer =
    URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol) && new URL(smtpUrl).hostname !== '';
  if (!isServer)
    throw new StartFailure(
      'bad-setting',
      'SMTP_URL must be the address of a mail server, such as smtp://user:password@mail.example:587',
      'SMTP_URL ต้องเป็นที่อยู่เซิร์ฟเวอร์อีเมล เช่น smtp://user:password@mail.example:587',
    );
  if (!from || !/^(?:[^<>\r\n",;]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/.test(from))
    throw new StartFailure(
      'bad-setting',
      'MAIL_FROM must be the address that mail comes from, such as Prongsai <no-reply@moi.example>; SMTP_URL is set',
      'ตั้ง SMTP_URL แล้ว ต้องตั้ง MAIL_FROM เป็นที่อยู่อีเมลผู้ส่งด้วย เช่น Prongsai <no-reply@moi.example>',
    );
  return { smtpUrl, from };
}
