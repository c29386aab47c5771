/** Refusals of ethics matters, questions and objections as a browser meets them; and the form for advice without script. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { digitsOn, hidden, postForm } from '#features/reports/testing/forms.ts';
import { type CentreWithKey, giveKey } from '#features/reports/testing/world.ts';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { aReferral } from '../testing/referral.ts';
import { createEthicsWorld, type EthicsWorld } from '../testing/world.ts';

let world: EthicsWorld;
let advice = '';
let key: CentreWithKey;

beforeAll(async () => {
  world = await createEthicsWorld();
  key = await giveKey(world.db, 'TH-50');
});
afterAll(() => world.stop());

test('advice is asked without script too: the form asks less, and a receipt with seven words comes back', async () => {
  const page = await world.server.inject('/advice/ask');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('value="ADVICE_GIFT"');
  for (const notAsked of ['value="PROCUREMENT"', 'name="damage"', 'name="about"'])
    expect(page.body).not.toContain(notAsked);
  expect((await world.server.inject('/report')).body).not.toContain('value="ADVICE_GIFT"');
  expect(page.headers['x-robots-tag']).toBe('noindex');
  const sent = await postForm(world.server, '/advice/ask', [
    ['seed', hidden(page.body, 'seed')],
    ['topic', 'ADVICE_GIFT'],
    ['centre', 'TH-50'],
    ['insider', 'no'],
    ['happened', 'ไปได้หรือไม่'],
    ['identity', 'anonymous'],
  ]);
  expect(digitsOn(sent.body)).toMatch(/^[\d ]+$/);
  const [row] = await world.db.owner.selectFrom('cases.case').select(['id', 'matter']).execute();
  expect(row!.matter).toBe('ethics-advice');
  advice = row!.id;
  const clocks = await world.db.owner
    .selectFrom('cases.clock')
    .select('code')
    .where('case_id', '=', advice)
    .execute();
  expect(clocks).toEqual([{ code: 'ACK15' }]);
});

test('pages of a matter answer 404 to whoever does not guard ethics there, and posts change nothing', async () => {
  for (const who of [world.clerk, world.otherHead, world.ministryHead, world.overseer]) {
    for (const path of [
      `/office/ethics/matters/${advice}`,
      `/office/ethics/matters/${advice}/question`,
      `/office/cases/${advice}`,
    ])
      expect((await world.get(who, path)).statusCode, path).toBe(404);
    const finding = { id: randomUUID(), what: 'finding', finding: 'no-breach' };
    const none = { id: randomUUID(), what: 'no-measure', reason: 'LEFT' };
    for (const posted of [finding, none])
      expect((await world.post(who, `/office/ethics/matters/${advice}`, posted)).statusCode).toBe(404);
    const question = {
      id: randomUUID(),
      caseId: advice,
      questionTh: 'ถาม',
      answerTh: 'ตอบ',
      questionEn: '',
      answerEn: '',
    };
    expect((await world.post(who, `/office/ethics/matters/${advice}/question`, question)).statusCode).toBe(
      404,
    );
  }
  expect((await world.get(world.ethicsOfficer, `/office/ethics/matters/${advice}`)).statusCode).toBe(200);
  const early = {
    id: randomUUID(),
    caseId: advice,
    questionTh: 'ถาม',
    answerTh: 'ตอบ',
    questionEn: '',
    answerEn: '',
  };
  const answer = await world.post(world.ethicsOfficer, `/office/ethics/matters/${advice}/question`, early);
  expect([answer.statusCode, answer.body.includes('>ถาม</textarea>')]).toEqual([409, true]);
});

test('an act on advice by who holds no role in ethics is refused as if there were no such case', async () => {
  const act = await world.server.inject({
    method: 'POST',
    url: `/office/cases/${advice}/acts`,
    headers: { cookie: `prongsai_session=${world.clerk.cookie}`, 'sec-fetch-site': 'same-origin' },
    payload: { act: 'change-stage', id: randomUUID(), revision: 1, to: 'CLOSED' },
  });
  expect([act.statusCode, act.json().code]).toEqual([404, 'not-found']);
});

test('a referral wants who works on the ethics matter; the case that it opens is the case officer’s', async () => {
  const otherKeeper = await anOfficer(world.db, 'TH-83', ['ethics-officer'], {
    now: new Date('2026-11-23T03:00:00Z'),
  });
  const otherClerk = await anOfficer(world.db, 'TH-83', ['case-officer'], {
    now: new Date('2026-11-23T03:00:00Z'),
  });
  const body = await aReferral({
    matterId: advice,
    to: { unitCode: 'TH-50', recipient: key.recipient },
    signing: await generateSigningKey(),
  });
  const send = async (who: TestOfficer | undefined, payload: object) => {
    const answer = await world.server.inject({
      method: 'POST',
      url: '/office/ethics/referrals',
      headers: {
        ...(who ? { cookie: `prongsai_session=${who.cookie}` } : {}),
        'sec-fetch-site': 'same-origin',
      },
      payload,
    });
    return [answer.statusCode, answer.json().code];
  };
  const page = `/office/ethics/matters/${advice}/refer`;
  expect(await send(undefined, body)).toEqual([401, 'not-signed-in']);
  for (const who of [
    world.clerk,
    world.otherHead,
    world.ministryHead,
    world.overseer,
    otherKeeper,
    otherClerk,
  ]) {
    expect(await send(who, body)).toEqual([404, 'not-found']);
    expect((await world.get(who, page)).statusCode).toBe(404);
  }
  expect(await send(world.ethicsOfficer, { ...body, unitCode: 'TH-83' })).toEqual([409, 'not-above']);
  expect(await send(world.ethicsOfficer, { ...body, message: 'AAAA' })).toEqual([422, 'malformed']);
  expect((await world.get(world.ethicsOfficer, page)).statusCode).toBe(200);
  expect(await send(world.ethicsOfficer, body)).toEqual([200, 'done']);
  const statuses = async (path: string) =>
    Promise.all(
      [world.ethicsOfficer, otherKeeper, otherClerk, world.clerk, world.head].map(
        async (who) => (await world.get(who, path)).statusCode,
      ),
    );
  expect(await statuses(`/office/cases/${body.id}`)).toEqual([404, 404, 404, 200, 200]);
});

test('objections want a signed-in officer, a sealed text and one’s own', async () => {
  const send = (cookie: string | undefined, payload: object) =>
    world.server.inject({
      method: 'POST',
      url: '/office/objections/records',
      headers: {
        ...(cookie ? { cookie: `prongsai_session=${cookie}` } : {}),
        'sec-fetch-site': 'same-origin',
      },
      payload,
    });
  expect((await send(undefined, {})).statusCode).toBe(401);
  const plain = {
    id: randomUUID(),
    sealed: Buffer.from('ข้อความ').toString('base64url'),
    commitment: '0'.repeat(64),
  };
  expect((await send(world.clerk.cookie, plain)).statusCode).toBe(422);
  for (const path of [
    `/office/objections/${randomUUID()}/proof`,
    `/office/objections/${randomUUID()}/receipt.pdf`,
    '/office/objections/x/proof',
  ])
    expect((await world.get(world.head, path)).statusCode, path).toBe(404);
});

test('the memo of figures is the centre’s own', async () => {
  const path = `/office/ethics/memo.pdf?unit=${world.unit('TH-50')}&year=2570`;
  expect((await world.get(world.ethicsOfficer, path)).statusCode).toBe(200);
  for (const who of [world.clerk, world.otherHead, world.ministryHead])
    expect((await world.get(who, path)).statusCode).toBe(404);
});
