/** The pages' own forms over HTTP: who is refused what, an office as nominee, and what stands in public. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { createHonoursWorld, type HonoursWorld, type Nominee, nominees } from './testing/world.ts';

let world: HonoursWorld;
beforeAll(async () => {
  world = await createHonoursWorld();
  await world.open();
});
afterAll(() => world.stop());

const status = async (who: TestOfficer, path: string, fields: Record<string, string>) =>
  (await world.post(who, `/office/honours${path}`, fields)).statusCode;
const on = (name: Nominee) => `/nominations/${world.ids[name]}`;
const form = (name: Nominee, change: Record<string, string> = {}) => ({
  id: world.ids[name],
  roundId: world.roundId,
  category: 'PERSON',
  unitId: String(world.unit('TH-50')),
  personId: world.people[name].id,
  citation: 'คำประกาศ',
  reason1: 'เหตุ',
  reason2: 'เหตุ',
  ...change,
});
/** Repeated fields, which a record cannot hold. */
const nominate = async (who: TestOfficer, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  for (const at of ['1', '2']) body.append('position', at);
  const answer = await world.server.inject({
    method: 'POST',
    url: '/office/honours/nominate',
    headers: {
      cookie: `prongsai_session=${who.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: body.toString(),
  });
  return answer.statusCode;
};
const unitId = randomUUID();

test('nominating is refused to other roles, other centres, for oneself, and supporting to the writer', async () => {
  expect(await nominate(world.colleague, form('clerk'))).toBe(403);
  expect(await nominate(world.otherHead, form('clerk'))).toBe(403);
  expect(await nominate(world.head, form('clerk', { personId: world.head.id }))).toBe(403);
  expect(await nominate(world.head, form('clerk', { citation: '' }))).toBe(422);
  expect(await nominate(world.head, form('clerk'))).toBe(302);
  expect(await status(world.head, on('clerk'), { intent: 'support' })).toBe(403);
  expect(await status(world.clerk, on('clerk'), { intent: 'support' })).toBe(404);
  expect(await status(world.ethicsOfficer, on('clerk'), { intent: 'support' })).toBe(302);
  for (const name of ['organiser', 'nurse', 'surveyor'] as const) await world.handIn(name);
  expect((await world.get(world.stranger, `/office/honours${on('clerk')}`)).statusCode).toBe(404);
  expect((await world.get(undefined, `/office/honours${on('clerk')}`)).statusCode).toBe(302);
});

test('an office is nominated by its own people, its head consents, and it is asked about from above only', async () => {
  const office = form('clerk', { id: unitId, category: 'UNIT', personId: '' });
  expect(await nominate(world.ethicsOfficer, office)).toBe(302);
  expect(await status(world.colleague, `/nominations/${unitId}`, { intent: 'support' })).toBe(302);
  expect(await status(world.ethicsOfficer, `/nominations/${unitId}`, { intent: 'yes' })).toBe(403);
  expect(await status(world.head, `/nominations/${unitId}`, { intent: 'yes' })).toBe(302);
  for (const name of nominees)
    expect(await status(world.people[name], on(name), { intent: 'yes' })).toBe(302);
  expect(await status(world.head, on('clerk'), { intent: 'yes' })).toBe(403);
});

test('closing, naming, answering, scoring and approving are refused to whoever they are not for', async () => {
  const step = (who: TestOfficer, intent: string, more: Record<string, string> = {}) =>
    status(who, '/round', { intent, id: world.roundId, until: '2026-12-31', ...more });
  for (const who of [world.head, world.overseer]) expect(await step(who, 'closed')).toBe(403);
  expect(await step(world.planner, 'closed')).toBe(302);
  expect(await nominate(world.head, form('clerk', { id: randomUUID(), personId: world.colleague.id }))).toBe(
    409,
  );
  expect(await step(world.planner, 'named', { personId: world.clerk.id })).toBe(409);
  expect(await step(world.overseer, 'named', { personId: world.memberA.id })).toBe(403);
  await world.nameMembers();

  const answer = (who: TestOfficer, unit: string) =>
    status(who, '/clearance', {
      id: randomUUID(),
      roundId: world.roundId,
      unitId: String(world.unit(unit)),
      nominee: world.ids.clerk,
      [world.ids.clerk]: 'hold_',
    });
  // In TH-50 the colleague supported, so nobody is left to answer, and the ministry does.
  expect(await answer(world.colleague, 'TH-50')).toBe(403);
  expect(await answer(world.clerk, 'TH-50')).toBe(403);
  expect(await answer(world.planner, 'MOI')).toBe(403);
  const list = (await world.get(world.ministryHead, '/office/honours/clearance')).body;
  expect(list).toContain('จังหวัดเชียงใหม่');
  expect(await answer(world.ministryHead, 'MOI')).toBe(302);
  expect(await answer(world.ministryHead, 'MOI')).toBe(409);

  expect(await status(world.clerk, on('clerk'), { intent: 'score', position: '1', score1: '100' })).toBe(403);
  expect(await status(world.stranger, on('clerk'), { intent: 'score', position: '1', score1: '100' })).toBe(
    404,
  );
  expect(await status(world.memberA, on('clerk'), { intent: 'score', position: '1', score1: '100' })).toBe(
    422,
  );
  expect(await step(world.planner, 'scored')).toBe(409);
  await world.scoreAll({ clerk: 99, organiser: 80, nurse: 60, surveyor: 60 });
  expect(await step(world.overseer, 'scored')).toBe(403);
  expect(await step(world.ministryHead, 'scored')).toBe(302);
  expect(await step(world.ministryHead, 'approved')).toBe(403);
  expect(await step(world.planner, 'approved')).toBe(403);
  expect((await world.get(undefined, '/ethics/honours')).body).not.toContain('นายorganiser');
  expect((await world.get(undefined, '/ethics/honours/announcement.pdf?year=2570')).statusCode).toBe(404);
  expect(await step(world.overseer, 'approved')).toBe(302);
});

test('the public reads consenting names without script, no mark, no reason, no other name', async () => {
  const page = (await world.get(undefined, '/ethics/honours')).body;
  expect(page).toContain('นายorganiser ใจซื่อ');
  expect(page).toContain('คำประกาศของ organiser');
  expect(page).toContain('น้อยเกินไป');
  expect(page).not.toContain('<script');
  for (const name of ['clerk', 'nurse', 'surveyor']) expect(page).not.toContain(name);
  const paper = await world.get(undefined, '/ethics/honours/announcement.pdf?year=2570');
  expect(paper.headers['content-type']).toBe('application/pdf');
  expect(await status(world.organiser, on('organiser'), { intent: 'no' })).toBe(302);
  expect((await world.get(undefined, '/ethics/honours')).body).not.toContain('organiser');
});
