/** Without JavaScript everything still works, and nothing is lost on the way. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { openGrant } from '#platform/sealing/grant.ts';
import { openMessage } from '#platform/sealing/message.ts';
import { toThaiDigits } from '#platform/text/thai-digits.ts';
import { digitsOn, type FormField, hidden, postForm, readable } from './testing/forms.ts';
import { type CentreWithKey, giveKey } from './testing/world.ts';

let instance: TestApp;
let ministry: CentreWithKey;
let chiangMai: CentreWithKey;
beforeAll(async () => {
  instance = await createTestApp();
});
afterAll(() => instance.stop());

const fields = (change: Record<string, string> = {}): [string, FormField][] =>
  Object.entries({
    about: 'นายช่างโยธา',
    centre: 'TH-50',
    place: 'แม่ริม',
    insider: 'no',
    topic: 'PROCUREMENT',
    happened: 'เรียกเงินร้อยละสิบ\r\nก่อนตรวจรับ 👷',
    when: 'ตุลาคม',
    source: '',
    damage: '',
    wish: '',
    identity: 'anonymous',
    name: '',
    contact: '',
    ...change,
  });

const post = (url: string, list: [string, FormField][]) => postForm(instance.server, url, list);
const freshSeed = async () => hidden((await instance.server.inject('/report')).body, 'seed');
const cases = () => instance.db.owner.selectFrom('cases.case').selectAll().execute();

describe('before any centre has a key', () => {
  it('says plainly that nothing can be sent yet, with the hotlines', async () => {
    const page = await instance.server.inject('/report');
    expect(readable(page.body)).toContain('ระบบยังไม่เปิดรับเรื่อง');
    expect(page.body).toContain('tel:1206');
    expect(page.body).not.toContain('<textarea');
    const answer = await post('/report', [...fields(), ['seed', 'A'.repeat(43)]]);
    expect(answer.statusCode).toBe(400);
    expect(await cases()).toEqual([]);
  });
});

describe('a form without script', () => {
  beforeAll(async () => {
    ministry = await giveKey(instance.db, 'MOI');
    chiangMai = await giveKey(instance.db, 'TH-50');
  });

  it('is sealed on arrival for the centre named, and officers see which way it came', async () => {
    const photo = { name: 'ภาพ.txt', type: 'text/plain', bytes: new TextEncoder().encode('หลักฐาน') };
    const answer = await post('/report', [
      ...fields(),
      ['files', photo],
      ['clean', 'yes'],
      ['seed', await freshSeed()],
    ]);
    expect(answer.statusCode).toBe(200);
    expect(readable(answer.body)).toContain('เรารับเรื่องของท่านแล้ว');
    const [row] = (await cases()).slice(-1);
    expect(row).toMatchObject({ channel: 'web-no-script', topic: 'PROCUREMENT', restriction: 'none' });
    const { sealed } = await instance.db.owner
      .selectFrom('cases.key_grant')
      .select('sealed')
      .where('case_id', '=', row!.id)
      .where('grantee', '=', 'centre')
      .executeTakeFirstOrThrow();
    const grant = await openGrant(sealed, chiangMai.identity, { caseId: row!.id, kind: 'dialogue' });
    const message = await instance.db.owner
      .selectFrom('cases.message')
      .selectAll()
      .where('case_id', '=', row!.id)
      .executeTakeFirstOrThrow();
    const said = await openMessage(message.sealed, grant.identity, {
      caseId: row!.id,
      channel: 'dialogue',
      sequence: 1,
      previousHash: null,
      recipients: [grant.recipient],
    });
    expect(said).toMatchObject({
      author: { kind: 'server' },
      body: { happened: 'เรียกเงินร้อยละสิบ\nก่อนตรวจรับ 👷', centre: 'TH-50' },
      attachments: [{ name: 'ภาพ.txt' }],
    });
    expect(grant.title).toContain('นายช่างโยธา');
  });

  it('sent twice is one report with one receipt; changed in between, the first words stand', async () => {
    const before = (await cases()).length;
    const seed = await freshSeed();
    const first = await post('/report', [...fields(), ['seed', seed]]);
    const second = await post('/report', [...fields(), ['seed', seed]]);
    expect(digitsOn(second.body)).toBe(digitsOn(first.body));
    const changed = await post('/report', [...fields({ happened: 'อีกเรื่องหนึ่ง' }), ['seed', seed]]);
    expect(readable(changed.body)).toContain('ส่งไปแล้วก่อนหน้า');
    // Whoever lost the first answer on the way would otherwise never see her receipt.
    expect(digitsOn(changed.body)).toBe(digitsOn(first.body));
    expect((await cases()).length).toBe(before + 1);
  });

  it('about the head of a centre goes to the tier above, hidden from that centre', async () => {
    await post('/report', [...fields({ insider: 'head' }), ['seed', await freshSeed()]]);
    const [row] = (await cases()).slice(-1);
    const unit = await sql<{
      code: string;
    }>`select code from network.unit where id = ${row!.unit_id}`.execute(instance.db.owner);
    expect([row!.restriction, unit.rows[0]!.code]).toEqual(['unit', 'MOI']);
    const { sealed } = await instance.db.owner
      .selectFrom('cases.key_grant')
      .select('sealed')
      .where('case_id', '=', row!.id)
      .where('grantee', '=', 'centre')
      .executeTakeFirstOrThrow();
    const expected = { caseId: row!.id, kind: 'dialogue' } as const;
    await expect(openGrant(sealed, chiangMai.identity, expected)).rejects.toThrow();
    expect((await openGrant(sealed, ministry.identity, expected)).caseId).toBe(row!.id);
  });

  it('with mistakes comes back with everything typed and says what to mend', async () => {
    const before = (await cases()).length;
    const seed = await freshSeed();
    const answer = await post('/report', [
      ...fields({ happened: ' \u200b ', topic: '', identity: 'named', place: '<b>"แม่ริม"</b>' }),
      ['files', { name: 'ว่าง.txt', type: 'text/plain', bytes: new Uint8Array() }],
      ['seed', seed],
    ]);
    expect(answer.statusCode).toBe(400);
    const page = readable(answer.body);
    for (const words of ['โปรดเลือกประเภทเรื่อง', 'โปรดเล่าว่าเกิดอะไรขึ้น', 'โปรดใส่ชื่อ', 'ว่างเปล่า (0 ไบต์)'])
      expect(page).toContain(words);
    expect(answer.body).toContain('&lt;b&gt;');
    expect(answer.body).toContain('value="นายช่างโยธา"');
    expect(hidden(answer.body, 'seed')).toBe(seed);
    expect((await cases()).length).toBe(before);
  });

  it('larger than 40 MB is refused before it is read', async () => {
    const answer = await instance.server.inject({
      method: 'POST',
      url: '/report',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(41 * 1024 * 1024),
      },
      payload: 'x',
    });
    expect(answer.statusCode).toBe(413);
    expect(readable(answer.body)).toContain('40 MB');
  });
});

describe('coming back without script', () => {
  const filed = async () =>
    digitsOn((await post('/report', [...fields(), ['seed', await freshSeed()]])).body);

  it('takes the receipt in Thai digits with spaces, shows the story, and takes a message once', async () => {
    const digits = await filed();
    const opened = await post('/follow', [
      ['receipt', ` ${toThaiDigits(digits)}\u200b `],
      ['intent', 'kept'],
    ]);
    expect(opened.statusCode).toBe(200);
    expect(readable(opened.body)).toContain('เรียกเงินร้อยละสิบ');
    const message: [string, FormField][] = [
      ['receipt', digits],
      ['intent', 'message'],
      ['message', hidden(opened.body, 'message')],
      ['text', 'มีพยานสองคน'],
      ['files', { name: 'พยาน.txt', type: 'text/plain', bytes: new TextEncoder().encode('นาย ก นาย ข') }],
    ];
    const sent = await post('/follow', message);
    expect(readable(sent.body)).toContain('ส่งแล้ว');
    const again = await post('/follow', message);
    expect(readable(again.body)).toContain('ข้อความนี้ส่งแล้ว');
    expect(readable(again.body).match(/มีพยานสองคน/g)).toHaveLength(1);

    const file = await post('/follow/file', [
      ['receipt', digits],
      ['file', hidden(again.body, 'file')],
    ]);
    expect([file.statusCode, file.body]).toEqual([200, 'นาย ก นาย ข']);
    expect(file.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('tells a mistyped receipt from one that nobody has', async () => {
    const digits = await filed();
    const wrongDigit = `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`;
    const mistyped = await post('/follow', [['receipt', wrongDigit]]);
    expect(readable(mistyped.body)).toContain('มีตัวเลขผิดอย่างน้อยหนึ่งหลัก');
    const nobodys = await post('/follow', [['receipt', '000000000000000000000000']]);
    expect([nobodys.statusCode, readable(nobodys.body).includes('ไม่พบเรื่องของรหัสนี้')]).toEqual([404, true]);
  });

  it('contests a closing once', async () => {
    const digits = await filed();
    await sql`update cases."case" set stage = 'CLOSED', outcome = 'NO_GROUND', closed_at = now()
      where id = (select id from cases."case" order by received_at desc limit 1)`.execute(instance.db.owner);
    const opened = await post('/follow', [['receipt', digits]]);
    expect(readable(opened.body)).toContain('ไม่เห็นด้วยกับผล');
    const contest: [string, FormField][] = [
      ['receipt', digits],
      ['intent', 'contest'],
      ['text', 'ยังไม่ได้ตรวจสัญญา'],
    ];
    const sent = await post('/follow', [...contest, ['message', hidden(opened.body, 'message')]]);
    expect(readable(sent.body)).toContain('ท่านโต้แย้งการปิดเรื่องแล้ว');
    const second = await post('/follow', [...contest, ['message', hidden(sent.body, 'message')]]);
    expect(readable(second.body)).toContain('โต้แย้งไม่ได้แล้ว');
  });
});
