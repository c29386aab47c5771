/** Centres extend the shared library of forms of corruption; the ministry accepts or says why not. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';

let world: TestApp;
let centre: TestOfficer;
let other: TestOfficer;
let planner: TestOfficer;
let unitId: number;
beforeAll(async () => {
  world = await createTestApp();
  centre = await anOfficer(world.db, 'TH-83', ['planner']);
  other = await anOfficer(world.db, 'TH-50', ['planner']);
  planner = await anOfficer(world.db, 'MOI', ['planner']);
  unitId = (await world.app.network.listCentres(new Date())).find(({ code }) => code === 'TH-83')!.id;
});
afterAll(() => world.stop());

const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
const proposal = (change: object = {}) => ({
  ...{ id: randomUUID(), unitId: String(unitId), title: 'สลับคิวออนไลน์', topics: ['BRIBE_DEMAND'] },
  how: 'ผู้ดูแลระบบจองคิวสลับลำดับให้ผู้ที่จ่ายเงินแก่คนกลาง',
  ...{ signs: 'คิวเต็มในไม่กี่วินาที\nนายหน้ารู้คิวล่วงหน้า', weak: 'คนเดียวแก้คิวได้', helped: 'บันทึกทุกการแก้คิว' },
  ...change,
});
const decision = (id: string, change: object = {}) => ({
  ...{ act: 'accept', id, noticeId: randomUUID(), code: `queue-${id.slice(0, 6)}`, note: '' },
  ...{ titleTh: 'สลับคิวออนไลน์', titleEn: 'Queue swapping' },
  howTh: 'ผู้ดูแลระบบสลับลำดับให้ผู้ที่จ่ายเงิน',
  howEn: 'Whoever runs the queue moves those up who pay.',
  ...{ signsTh: 'คิวเต็มเร็ว', signsEn: 'Full in seconds', weakTh: 'คนเดียวแก้ได้', weakEn: 'One person edits' },
  ...{ helpedTh: 'บันทึกการแก้', helpedEn: 'Log every change' },
  ...change,
});

describe('a proposal', () => {
  test('accepted, it stands in the library of all centres, and they are told', async () => {
    const { lessons } = world.app;
    const sent = proposal();
    await lessons.propose(await as(centre), sent);
    expect(await lessons.propose(await as(centre), sent)).toEqual({ ok: true, id: sent.id });
    const accepted = decision(sent.id);
    expect(await lessons.decideProposal(await as(planner), accepted)).toMatchObject({ ok: true });
    expect(await lessons.decideProposal(await as(planner), accepted)).toMatchObject({ ok: true });
    const form = (await lessons.typologies('en')).find(({ code }) => code === accepted.code);
    expect(form).toMatchObject({ title: 'Queue swapping', topics: ['BRIBE_DEMAND'] });
    expect((await lessons.proposals(await as(centre)))[0]).toMatchObject({
      state: 'accepted',
      typology: accepted.code,
    });
    expect((await world.app.notices.list(await as(other)))[0]?.href).toBe('/office/typologies');
  });

  test('declined, it comes back with the reason', async () => {
    const sent = proposal({ title: 'ซ้ำกับที่มี' });
    await world.app.lessons.propose(await as(centre), sent);
    const decline = { act: 'decline', id: sent.id, note: '' };
    expect(await world.app.lessons.decideProposal(await as(planner), decline)).toMatchObject({
      code: 'fields',
    });
    const why = { ...decline, note: 'ตรงกับรูปแบบค่าน้ำร้อนน้ำชา' };
    expect(await world.app.lessons.decideProposal(await as(planner), why)).toMatchObject({ ok: true });
    const own = await world.app.lessons.proposals(await as(centre));
    expect(own.find(({ id }) => id === sent.id)).toMatchObject({ state: 'declined', note: why.note });
  });

  test('is refused with a person in it, for another centre, and decided by nobody but the ministry', async () => {
    const { lessons } = world.app;
    expect(
      await lessons.propose(await as(centre), proposal({ how: 'โอนเข้าบัญชี 123-4-56789-0 ของคนกลาง' })),
    ).toMatchObject({
      code: 'identifying',
    });
    expect(await lessons.propose(await as(other), proposal())).toMatchObject({ code: 'forbidden' });
    const sent = proposal();
    await lessons.propose(await as(centre), sent);
    expect(await lessons.decideProposal(await as(centre), decision(sent.id))).toMatchObject({
      code: 'forbidden',
    });
    expect(await lessons.proposals(await as(other))).toEqual([]);
    const answer = await world.server.inject({
      method: 'POST',
      url: '/office/typologies',
      headers: {
        cookie: `prongsai_session=${centre.cookie}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ act: 'decline', id: sent.id, note: 'ไม่รับด้วยตนเอง' }).toString(),
    });
    expect(answer.statusCode).toBe(403);
    const changed = await actingAs(world.db.asOfficer, (await as(centre)).actor, (trx) =>
      sql`update knowledge.typology_proposal set state = 'declined', decided_at = now()`.execute(trx),
    );
    expect(Number(changed.numAffectedRows)).toBe(0);
    await expect(
      actingAs(world.db.asOfficer, (await as(other)).actor, (trx) =>
        sql`insert into knowledge.typology_proposal (id, unit_id, proposed_by, proposed_at, title, how, signs, weak, helped, topics)
          values (gen_random_uuid(), ${unitId}, ${other.id}::uuid, now(), 'xxx', 'xxxxxxxxxxxx', '{a}', '{b}', '{c}', '{d}')`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('nobody of the ministry decides on her own', async () => {
    const signedIn = await as(planner);
    const sent = proposal({ unitId: String(signedIn.appointments[0]!.unitId) });
    await world.app.lessons.propose(signedIn, sent);
    expect(await world.app.lessons.decideProposal(signedIn, decision(sent.id))).toMatchObject({
      code: 'own',
    });
  });
});
