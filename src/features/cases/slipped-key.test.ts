/** Whoever may edit rows slips a key of her own into a case: nobody writes with it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyLink, openGrant, sealGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { sealForAbove, sealNote, sealReply, sealRestriction } from './browser/compose.ts';
import { type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let somsri: Officer;
let head: Officer;
beforeAll(async () => {
  office = await openOffice();
  somsri = await office.officer('TH-50', 'case-officer');
  head = await office.officer('TH-50', 'head');
});
afterAll(() => office.close());

/** A key whose secret the server knows, with a grant for the centre, as anybody can seal one. */
async function slipIn(caseId: string, kind: 'dialogue' | 'internal', version: number, follows?: string) {
  const identity = generateIdentity();
  const recipient = await recipientOf(identity);
  const centre = office.centres.get('TH-50')!;
  const grant = { caseId, kind, version, identity, title: 'จัดซื้อจัดจ้าง', ...(follows ? { follows } : {}) };
  const sealed = Buffer.from(await sealGrant(grant, [centre.recipient]));
  await sql`insert into cases.case_key (case_id, kind, version, recipient, created_at)
    values (${caseId}, ${kind}, ${version}, ${recipient}, now())`.execute(office.db.owner);
  await sql`insert into cases.key_grant (id, case_id, kind, version, grantee, unit_id, epoch, sealed, granted_at)
    values (${randomUUID()}, ${caseId}, ${kind}, ${version}, 'centre', ${centre.id}, 1, ${sealed}, now())`.execute(
    office.db.owner,
  );
}

test.each([undefined, 'f'.repeat(64)])(
  'an answer is not sealed for a slipped-in key (link %s)',
  async (link) => {
    const report = await office.report('TH-50');
    await slipIn(report.id, 'dialogue', 2, link);
    const desk = await office.desk(somsri, report.id);
    expect([...desk.keys.keys()]).toEqual(['dialogue/1']);
    await expect(sealReply(desk, 'ขอทราบชื่อพยาน')).rejects.toMatchObject({ code: 'no-key' });
  },
);

test('a first note is not sealed for an internal key that the server brought', async () => {
  const report = await office.report('TH-50');
  await slipIn(report.id, 'internal', 1);
  const desk = await office.desk(somsri, report.id);
  await expect(sealNote(desk, 'ผู้ถูกร้องคือหัวหน้า')).rejects.toMatchObject({ code: 'no-key' });
});

test('a first note is not sealed for a key that the page passes off as the centre’s', async () => {
  const report = await office.report('TH-50');
  const desk = await office.desk(somsri, report.id);
  const centreKey = { ...desk.matter.centreKey!, recipient: await recipientOf(generateIdentity()) };
  const centreIdentity = async () => office.centres.get('TH-50')!.identity;
  const shown = { ...desk, centreIdentity, matter: { ...desk.matter, centreKey } };
  await expect(sealNote(shown, 'ผู้ถูกร้องคือหัวหน้า')).rejects.toMatchObject({ code: 'alarm' });
  expect((await sealNote({ ...desk, centreIdentity }, 'บันทึก')).grants).toHaveLength(1);
});

test('nothing is sealed for a colleague or a centre above whose key is not the one seen before', async () => {
  const report = await office.report('TH-50');
  const plain = await office.desk(somsri, report.id);
  const persons = [somsri.signedIn.person.id, head.signedIn.person.id];
  const asked: string[] = [];
  const desk = {
    ...plain,
    watch: {
      officer: async ({ id }: { id: string }) => {
        asked.push(id);
        return id !== head.signedIn.person.id;
      },
      centre: async (unitCode: string) => {
        asked.push(unitCode);
        return false;
      },
    },
  };
  await expect(sealRestriction(desk, persons)).rejects.toMatchObject({ code: 'alarm' });
  await expect(sealForAbove(desk)).rejects.toMatchObject({ code: 'alarm' });
  expect(asked).toEqual([...persons, 'MOI']);
  expect((await sealRestriction(plain, persons)).keys).toHaveLength(1);
});

test('to a report that cannot be believed nobody answers', async () => {
  const report = await office.report('TH-50');
  const desk = { ...(await office.desk(somsri, report.id)), reportProblem: 'not-for-this-key' };
  await expect(sealReply(desk, 'โปรดส่งใหม่')).rejects.toMatchObject({ code: 'no-key' });
});

test('the keys of a restriction follow the ones before, for the officers named and for the reporter', async () => {
  const report = await office.report('TH-50');
  const first = await office.desk(somsri, report.id);
  const note = await sealNote(first, 'ผู้ถูกร้องอยู่ในศูนย์');
  await office.act(somsri, report.id, { act: 'note', id: randomUUID(), note });
  const desk = await office.desk(somsri, report.id);
  const sealed = await sealRestriction(desk, [somsri.signedIn.person.id, head.signedIn.person.id]);
  const { revision } = desk;
  expect(
    await office.act(somsri, report.id, { act: 'restrict', id: randomUUID(), revision, ...sealed }),
  ).toMatchObject({ ok: true });
  const named = await office.desk(head, report.id);
  expect([...named.keys.keys()].sort()).toEqual(['dialogue/1', 'dialogue/2', 'internal/1', 'internal/2']);
  expect((await sealReply(named, 'รับเรื่องแล้ว')).keyVersion).toBe(2);

  const forReporter = sealed.grants.find(({ grantee }) => grantee === 'reporter')!;
  const expected = { caseId: report.id, kind: 'dialogue', version: 2 } as const;
  const grant = await openGrant(
    Buffer.from(forReporter.sealed, 'base64url'),
    report.reporter.identity,
    expected,
  );
  const before = desk.keys.get('dialogue/1')!.identity;
  const recipient = sealed.keys.find(({ kind }) => kind === 'dialogue')!.recipient as Recipient;
  expect(grant.follows).toBe(await keyLink(before, { ...expected, recipient }));
});
