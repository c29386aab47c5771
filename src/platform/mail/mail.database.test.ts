/** Mail against a real server on this machine: sent once, waited for, given up, and seen by nobody it does not concern. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { StartFailure } from '#platform/http/start-failure.ts';
import { runRequests } from '#platform/jobs/index.ts';
import { makePeople, type TestPeople } from '#platform/testing/people.ts';
import {
  countMail,
  listMail,
  mailBackground,
  type NewMail,
  queueMail,
  readMailSettings,
  tryMailAgain,
} from './index.ts';
import { sendDueMail } from './send-mail.ts';

type Received = { readonly to: readonly string[]; readonly source: string };

let db: TestDatabase;
let people: TestPeople;
let server: SMTPServer;
let port: number;
let now = new Date('2026-11-23T02:00:00Z');
let received: Received[] = [];
/** What the server answers to an addressee. */
let refusal: (Error & { responseCode: number }) | undefined;

beforeAll(async () => {
  db = await createTestDatabase();
  people = await makePeople(db);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal ?? null),
    onData: (stream, session, done) => {
      let source = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        source += part;
      });
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.server.address() as AddressInfo).port;
});
afterEach(async () => {
  received = [];
  refusal = undefined;
  await db.owner.deleteFrom('platform.mail').execute();
  await db.owner.deleteFrom('platform.job_request').execute();
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(done));
  await db.drop();
});

const sender = (at = port) => ({
  db: db.asWorker,
  settings: { smtpUrl: `smtp://127.0.0.1:${at}`, from: 'โปร่งใส <no-reply@moi.example>' },
  host: 'prongsai.example',
  now: () => now,
});
const aMail = (change: Partial<NewMail> = {}): NewMail => ({
  id: randomUUID(),
  to: 'somsri@province.example',
  subject: 'เชิญเข้าร่วมการอบรม "รู้ทันผลประโยชน์ทับซ้อน"',
  text: 'เรียนผู้เข้าร่วม\n\nกรุณายืนยันการเข้าร่วมที่ลิงก์ด้านล่าง',
  kind: 'seminars.invitation',
  ...change,
});
const queue = (mail: NewMail, actor = people.officer) =>
  actingAs(db.asOfficer, actor, (trx) => queueMail(trx, { notBefore: now, ...mail }));
const asAdministrator = <T>(act: (trx: InTransaction) => Promise<T>) =>
  actingAs(db.asOfficer, people.administrator, act);
const rows = () => db.owner.selectFrom('platform.mail').selectAll().execute();
const advance = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('a mail', () => {
  test('is sent once, as it was written, and then forgotten but for its kind', async () => {
    const mail = aMail();
    expect(await queue(mail)).toEqual({ ok: true });
    const parts = { db: db.asWorker, background: mailBackground(sender()), now: () => now };
    expect(await runRequests(parts)).toEqual(['platform.send-mail']);
    expect(await sendDueMail(sender())).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]!.to).toEqual([mail.to]);
    expect(received[0]!.source).toContain(`Message-ID: <${mail.id}@prongsai.example>`);
    expect(received[0]!.source).toContain('Auto-Submitted: auto-generated');
    const body = received[0]!.source.split('\r\n\r\n').slice(1).join('\r\n\r\n');
    const text = /base64/i.test(received[0]!.source)
      ? Buffer.from(body, 'base64').toString()
      : body
          .replace(/=\r\n/g, '')
          .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
    expect(text.replaceAll('\r\n', '\n').trim()).toBe(mail.text);
    expect(await rows()).toMatchObject([
      { recipient: null, subject: null, text: null, domain: 'province.example', tries: 1, last_error: null },
    ]);
  });

  test('asked for twice, or by two at once, goes once', async () => {
    const mail = aMail();
    await Promise.all([queue(mail), queue(mail)]);
    expect((await Promise.all([sendDueMail(sender()), sendDueMail(sender())])).toSorted()).toEqual([0, 1]);
    expect(received).toHaveLength(1);
  });

  test('does not go when the change it belongs to does not commit', async () => {
    await expect(
      actingAs(db.asOfficer, people.officer, async (trx) => {
        await queueMail(trx, aMail());
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await sendDueMail(sender())).toBe(0);
  });

  test.each([
    'a@b.example\r\nBcc: everybody@b.example',
    'a@b.example, c@d.example',
    'Somsri <a@b.example>',
    'a@b.example>',
    'no-address',
    '',
  ])('to %j is refused', async (to) => {
    expect(await queue(aMail({ to }))).toEqual({ ok: false, code: 'bad-address' });
    expect(await rows()).toEqual([]);
  });

  test('cannot gain headers by its subject', async () => {
    await queue(aMail({ subject: 'Seminar\r\nBcc: everybody@b.example\r\n\r\nbody' }));
    await sendDueMail(sender());
    expect(received[0]!.to).toEqual(['somsri@province.example']);
    expect(received[0]!.source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    expect(received[0]!.source).toContain('Subject: Seminar Bcc: everybody@b.example body');
  });
});

describe('a server', () => {
  test('that is away is tried again, later each time, with what waits kept', async () => {
    await queue(aMail());
    await queue(aMail());
    const nobody = sender(9);
    expect(await sendDueMail(nobody)).toBe(0);
    // The second has lost no try: the server was away for both.
    expect((await rows()).map(({ tries }) => tries).toSorted()).toEqual([0, 1]);
    expect((await rows()).find(({ tries }) => tries === 1)).toMatchObject({
      last_error: 'ESOCKET',
      failed_at: null,
    });
    advance(1.5);
    expect(await sendDueMail(sender())).toBe(2);
    expect(received).toHaveLength(2);
  });

  test('that is away for a day is given up, until an administrator tries again', async () => {
    await queue(aMail());
    for (let at = 0; at < 8; at += 1) {
      await sendDueMail(sender(9));
      advance(361);
    }
    const [mail] = await rows();
    expect(mail).toMatchObject({ tries: 8 });
    expect(mail!.failed_at).not.toBeNull();
    expect(await sendDueMail(sender())).toBe(0);
    expect(await asAdministrator(countMail)).toEqual({ waiting: 0, failed: 1, sent: 0 });
    expect(await asAdministrator((trx) => tryMailAgain(trx, mail!.id, now))).toBe(true);
    expect(await asAdministrator((trx) => tryMailAgain(trx, mail!.id, now))).toBe(false);
    expect(await sendDueMail(sender())).toBe(1);
  });

  test('that knows no such addressee is believed at once, and the next mail goes', async () => {
    refusal = Object.assign(new Error('550 no somsri@province.example here'), { responseCode: 550 });
    await queue(aMail());
    expect(await sendDueMail(sender())).toBe(0);
    const [line] = await asAdministrator((trx) => listMail(trx, 'failed'));
    expect(line).toMatchObject({ error: 'EENVELOPE 550', tries: 1, domain: 'province.example' });
    expect(JSON.stringify(line)).not.toContain('somsri');
    refusal = undefined;
    await queue(aMail());
    expect(await sendDueMail(sender())).toBe(1);
  });

  test('that is not set leaves everything waiting, without a try lost', async () => {
    await queue(aMail());
    expect(await sendDueMail({ ...sender(), settings: undefined })).toBe(0);
    expect(await rows()).toMatchObject([{ tries: 0, sent_at: null, failed_at: null }]);
  });

  test('what was sent a season ago is no longer listed', async () => {
    await queue(aMail());
    await sendDueMail(sender());
    advance(91 * 24 * 60);
    await sendDueMail(sender());
    expect(await rows()).toEqual([]);
  });
});

describe('the settings', () => {
  test('say which one is wrong, and never repeat a password', () => {
    expect(readMailSettings({})).toBeUndefined();
    const good = { SMTP_URL: 'smtps://user:secret@mail.example', MAIL_FROM: 'Prongsai <a@moi.example>' };
    expect(readMailSettings(good)).toEqual({ smtpUrl: good.SMTP_URL, from: good.MAIL_FROM });
    for (const wrong of [
      { SMTP_URL: 'mail.example:25' },
      { SMTP_URL: 'https://user:secret@mail.example' },
      { SMTP_URL: 'user:secret@mail' },
      { MAIL_FROM: '' },
      { MAIL_FROM: 'not an address' },
      { MAIL_FROM: 'a@b.example\nBcc: c@d.example' },
    ])
      try {
        readMailSettings({ ...good, ...wrong });
        expect.unreachable(JSON.stringify(wrong));
      } catch (error) {
        expect(error).toBeInstanceOf(StartFailure);
        expect((error as StartFailure).message).toContain(Object.keys(wrong)[0]!);
        expect((error as StartFailure).message).not.toContain('secret');
      }
  });
});

describe('in SQL, as the application’s role', () => {
  const refused = (act: (trx: InTransaction) => Promise<unknown>, actor = people.administrator) =>
    expect(actingAs(db.asOfficer, actor, act)).rejects.toThrow(/permission denied|row-level security/);

  test('nobody queues in another’s name, and what the checks refuse no role can write', async () => {
    const insert = (values: object) => (trx: InTransaction) =>
      sql`insert into platform.mail (id, kind, recipient, domain, subject, text, queued_by)
          select gen_random_uuid(), 'a.b', r->>'recipient', 'x', r->>'subject', 'text', (r->>'by')::uuid
          from (select ${JSON.stringify({ recipient: 'a@b.example', subject: 's', by: people.officer.personId, ...values })}::jsonb as r) as given`.execute(
        trx,
      );
    await refused(insert({ by: people.administrator.personId }), people.officer);
    await refused(insert({ by: null }), people.officer);
    for (const wrong of [
      { recipient: 'a@b.example\nBcc: c@d.example' },
      { subject: 'a\r\nBcc: c@d.example' },
    ])
      await expect(actingAs(db.asOfficer, people.officer, insert(wrong))).rejects.toThrow(/check constraint/);
  });

  test('no officer, administrator or not, reads an address or a text, or changes what waits', async () => {
    await queue(aMail());
    for (const query of [
      sql`select recipient from platform.mail`,
      sql`select subject from platform.mail`,
      sql`select text from platform.mail`,
      sql`select about from platform.mail`,
      sql`update platform.mail set recipient = 'me@evil.example'`,
      sql`update platform.mail set sent_at = now()`,
      sql`delete from platform.mail`,
    ])
      await refused((trx) => query.execute(trx));
    for (const outsider of [db.asPublic, db.asSignIn])
      await expect(sql`select id from platform.mail`.execute(outsider)).rejects.toThrow(/permission denied/);
    const touched = await asAdministrator((trx) =>
      trx
        .updateTable('platform.mail')
        .set({ not_before: new Date(0) })
        .executeTakeFirst(),
    );
    expect(Number(touched.numUpdatedRows)).toBe(0);
  });

  test('who administers a part of the network sees nothing of it', async () => {
    await queue(aMail());
    const part = { ...people.administrator, adminUnits: [999] };
    for (const actor of [part, people.officer])
      expect(await actingAs(db.asOfficer, actor, countMail)).toEqual({ waiting: 0, failed: 0, sent: 0 });
    expect(await asAdministrator(countMail)).toEqual({ waiting: 1, failed: 0, sent: 0 });
  });
});
