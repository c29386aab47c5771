/** A written objection is her own: nobody of her line sees that it exists; she may lay it before ethics officers above. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from '#features/cases/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { commitAct, readEntry } from '#platform/ledger/commitment.ts';
import { recipientOf } from '#platform/sealing/identity.ts';
import { unseal } from '#platform/sealing/seal.ts';
import { type EthicsOffice, openEthicsOffice } from '../testing/ethics-office.ts';
import { commitmentOf, sealObjection } from './browser/seal-objection.ts';
import type { ObjectionText } from './objection.ts';

let office: EthicsOffice;
let officer: Officer;
let head: Officer;
let ownEthics: Officer;
let aboveEthics: Officer;
let aboveHead: Officer;
const id = randomUUID();
const canary = 'สั่งให้ลงชื่อตรวจรับทั้งที่ถนนยังไม่เสร็จ';

const text: ObjectionText = {
  type: 'objection',
  v: 1,
  giver: 'หัวหน้าฝ่าย',
  orderedOn: '2026-11-20',
  order: canary,
  ground: 'CSA-82-4',
  basis: '',
  objection: 'เห็นว่าไม่ชอบด้วยระเบียบ',
  reply: 'none',
  replyText: '',
  file: null,
  salt: 'ab'.repeat(32),
};

beforeAll(async () => {
  office = await openEthicsOffice();
  officer = await office.officer('TH-50', 'organiser');
  head = await office.officer('TH-50', 'head', 'case-officer');
  ownEthics = await office.officer('TH-50', 'ethics-officer', 'auditor', 'administrator');
  aboveEthics = await office.officer('MOI', 'ethics-officer');
  aboveHead = await office.officer('MOI', 'head', 'overseer', 'auditor', 'administrator');
});
afterAll(() => office.close());

const own = async () => [await recipientOf(officer.identity)];
const toAbove = async (objectionId = id) => ({
  id: randomUUID(),
  objectionId,
  unitCode: 'MOI',
  epoch: 1,
  sealed: await sealObjection(text, [office.centres.get('MOI')!.recipient]),
});
const rows = (who: Officer, table: 'objection' | 'objection_share') =>
  actingAs(office.db.asOfficer, who.signedIn.actor, async (trx) => {
    const found = await sql<{ id: string }>`select id from ethics.${sql.ref(table)}`.execute(trx);
    return found.rows.length;
  });

test('it is recorded once, sealed for her, with its commitment and neither person nor centre in the ledger', async () => {
  const sent = { id, sealed: await sealObjection(text, await own()), commitment: await commitmentOf(text) };
  for (const _ of ['once', 'again'])
    expect(await office.ethics.objections.record(officer.signedIn, sent)).toMatchObject({ ok: true });
  const { own: kept } = await office.ethics.objections.desk(officer.signedIn, 'th');
  expect(kept).toHaveLength(1);
  const opened = await unseal(Buffer.from(kept[0]!.sealed, 'base64url'), officer.identity);
  expect(Buffer.from(opened).toString()).toContain(canary);
  const { rows: entries } = await sql<{ entry: string }>`
    select entry from ledger.outbox where entry like '%objection-recorded%'`.execute(office.db.owner);
  const { at: _at, ...entry } = readEntry(entries[0]!.entry);
  expect(entry).toEqual({
    v: 1,
    act: 'ethics.objection-recorded',
    object: 'objection',
    id,
    facts: { commitment: sent.commitment },
  });
  expect(entries).toHaveLength(1);
  const stored = await sql<{ row: string }>`select o::text as row from ethics.objection o`.execute(
    office.db.owner,
  );
  for (const spelling of [
    canary,
    Buffer.from(canary).toString('hex'),
    createHash('sha256').update(canary).digest('hex'),
  ])
    expect(stored.rows[0]!.row).not.toContain(spelling);
});

test('head, colleagues, auditor, administrator and everybody above see neither the row nor a proof', async () => {
  for (const who of [head, ownEthics, aboveEthics, aboveHead]) {
    expect(await rows(who, 'objection')).toBe(0);
    expect(await rows(who, 'objection_share')).toBe(0);
    expect(await office.ethics.objections.prove(who.signedIn, id)).toBeUndefined();
    expect((await office.ethics.objections.desk(who.signedIn, 'th')).shared).toEqual([]);
  }
  expect(await office.ethics.objections.prove(officer.signedIn, id)).toBe('pending');
});

test('she lays it before the ethics officers of the tier above: they read it, their head and her own centre do not', async () => {
  const elsewhere = { ...(await toAbove()), unitCode: 'TH-57' };
  expect(await office.ethics.objections.share(officer.signedIn, elsewhere)).toMatchObject({
    code: 'not-above',
  });
  expect(
    await office.ethics.objections.share(officer.signedIn, { ...(await toAbove()), unitCode: 'TH-50' }),
  ).toMatchObject({ code: 'not-above' });
  expect(
    await office.ethics.objections.share(officer.signedIn, { ...(await toAbove()), epoch: 2 }),
  ).toMatchObject({ code: 'stale-key' });
  expect(await office.ethics.objections.share(head.signedIn, await toAbove())).toMatchObject({
    code: 'not-found',
  });
  expect(await office.ethics.objections.share(officer.signedIn, await toAbove())).toMatchObject({ ok: true });
  const { shared } = await office.ethics.objections.desk(aboveEthics.signedIn, 'th');
  expect(shared).toHaveLength(1);
  const opened = await unseal(
    Buffer.from(shared[0]!.sealed, 'base64url'),
    office.centres.get('MOI')!.identity,
  );
  const read = JSON.parse(Buffer.from(opened).toString()) as ObjectionText;
  expect(await commitmentOf(read)).toBe(shared[0]!.commitment);
  expect(JSON.stringify(shared)).not.toContain(officer.signedIn.person.id);
  // A head stays a head, whatever else she is.
  const both = await office.officer('MOI', 'ethics-officer', 'head');
  expect((await office.ethics.objections.desk(both.signedIn, 'th')).shared).toEqual([]);
  expect(await office.ethics.objections.prove(both.signedIn, id)).toBeUndefined();
  for (const who of [head, ownEthics, aboveHead, both]) expect(await rows(who, 'objection_share')).toBe(0);
  expect(await rows(aboveEthics, 'objection')).toBe(0);
  expect((await office.ethics.objections.desk(officer.signedIn, 'th')).own[0]!.sharedWith).toHaveLength(1);
});

test('what became of it follows hers, and nobody writes in her name, changes or removes it', async () => {
  const answered: ObjectionText = { ...text, reply: 'confirmed', replyText: 'ยืนยันเป็นหนังสือ' };
  const sent = async (who: Officer) =>
    office.ethics.objections.record(who.signedIn, {
      id: randomUUID(),
      follows: id,
      sealed: await sealObjection(answered, await own()),
      commitment: await commitmentOf(answered),
    });
  expect(await sent(head)).toMatchObject({ code: 'not-found' });
  expect(await sent(officer)).toMatchObject({ ok: true });
  const asHead = (work: Parameters<typeof actingAs>[2]) =>
    actingAs(office.db.asOfficer, head.signedIn.actor, work);
  await expect(
    asHead((trx) =>
      trx
        .insertInto('ethics.objection')
        .values({
          id: randomUUID(),
          person_id: officer.signedIn.person.id,
          sealed: Buffer.from('x'),
          commitment: Buffer.alloc(32),
          recorded_at: new Date(),
          ledger_id: 1,
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(asHead((trx) => trx.deleteFrom('ethics.objection').execute())).rejects.toThrow(
    /permission denied/,
  );
  const malformed = {
    id: randomUUID(),
    sealed: Buffer.from(canary).toString('base64url'),
    commitment: '0'.repeat(64),
  };
  expect(await office.ethics.objections.record(officer.signedIn, malformed)).toMatchObject({
    code: 'malformed',
  });
});

test('an objection with the number of somebody else’s act opens nothing of that act', async () => {
  const act = commitAct({
    act: 'case.assigned',
    object: 'case',
    id: randomUUID(),
    at: '2026-11-23T03:00:00Z',
    facts: { person: canary },
  });
  const { rows: recorded } = await sql<{ id: string }>`
    select ledger.record(${act.entry}, ${Buffer.from(act.salt)}) as id`.execute(office.db.owner);
  const mine = randomUUID();
  const opened = await actingAs(office.db.asOfficer, head.signedIn.actor, async (trx) => {
    await sql`insert into ethics.objection (id, person_id, sealed, commitment, recorded_at, ledger_id)
      values (${mine}, ${head.signedIn.person.id}, ${Buffer.from('x')}, ${Buffer.alloc(32)}, now(), ${recorded[0]!.id})`.execute(
      trx,
    );
    return sql`select salt, entry from ethics.objection_opening(${mine})`.execute(trx);
  });
  expect(opened.rows).toEqual([{ salt: null, entry: null }]);
});
