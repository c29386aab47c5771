/** Joining, signing in, staying and leaving, through HTTP: by password and code, since passkeys have their journey. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actsSoFar, anOfficer, send, sessionOf } from './testing/office.ts';
import { codeOf, stepAt } from './totp.ts';

let world: TestApp;
let time = new Date('2026-11-23T02:00:00Z');
const password = 'ช้างสามตัวข้ามแม่น้ำ';
const email = 'somsri@moi.example';
const newcomer = { email, nameTh: 'นางสมศรี ใจซื่อ', locale: 'th', alsoRoles: ['head', 'auditor'] };
let secret: Buffer;
let cookie: string;

beforeAll(async () => {
  world = await createTestApp();
  world.setNow(time);
});
afterAll(() => world.stop());

const pass = (minutes: number) => {
  time = new Date(time.getTime() + minutes * 60_000);
  world.setNow(time);
};
const code = () => codeOf(secret, stepAt(time));
const tokenIn = (link: string | undefined) => link?.split('/').at(-1) ?? '';
const signIn = (change: object = {}) =>
  send(world.server, undefined, '/office/api/sign-in/password', { email, password, code: code(), ...change });
const isIn = async (value: string) =>
  (await send(world.server, { cookie: value }, '/office/api/me')).json().signedIn as boolean;

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

async function beginJoin(token: string) {
  const begun = (
    await send(world.server, undefined, '/office/api/join/password/options', { token, email })
  ).json();
  secret = fromBase32(begun.secret);
  return begun.ceremonyId as string;
}

test('each start makes a new first link, and only the newest works', async () => {
  const { office } = world.app.network;
  const [old, link] = [await office.makeFirstInvitation(), await office.makeFirstInvitation()];
  expect(await office.findInvitation(tokenIn(old))).toBeUndefined();
  expect(await office.findInvitation(tokenIn(link))).toMatchObject({
    isFirst: true,
    roles: ['administrator'],
  });
  const rows = await world.db.owner.selectFrom('network.invitation').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(tokenIn(link));
});

test('the first administrator joins with password and code; what is obvious or wrong is refused on the way', async () => {
  const token = tokenIn(await world.app.network.office.makeFirstInvitation());
  const ceremonyId = await beginJoin(token);
  const join = (change: object) =>
    send(world.server, undefined, '/office/api/join/password', {
      token,
      ceremonyId,
      password,
      code: code(),
      newcomer,
      ...change,
    });
  expect((await join({ password: 'somsri123456' })).json()).toEqual({ code: 'weak-password' });
  expect((await join({ code: '000000' })).json()).toEqual({ code: 'wrong-code' });
  expect((await join({ token: 'A'.repeat(43) })).json()).toEqual({ code: 'ceremony-over' });
  const joined = await join({});
  expect(joined.statusCode).toBe(200);
  cookie = sessionOf(joined);
  const signedIn = await world.app.network.findSession(cookie);
  expect(signedIn?.appointments.map(({ unitCode, role }) => [unitCode, role])).toEqual([
    ['MOI', 'administrator'],
    ['MOI', 'head'],
  ]);
  expect((await join({})).json()).toEqual({ code: 'ceremony-over' });
  expect(await world.app.network.office.findInvitation(token)).toBeUndefined();
  expect(await world.app.network.office.makeFirstInvitation()).toBeUndefined();
  const acts = await actsSoFar(world.db);
  expect(acts.map(({ act }) => act)).toEqual(['network.person-joined', 'network.appointment-made']);
  expect(JSON.stringify(acts)).not.toMatch(/สมศรี|somsri/);
});

test('the cookie is out of reach of scripts and other sites, and stands in the database only as a hash', async () => {
  pass(1);
  const answer = await signIn();
  const line = String(answer.headers['set-cookie']);
  expect(line).toMatch(/; Path=\/office; HttpOnly; SameSite=Strict; Max-Age=43200$/);
  cookie = sessionOf(answer);
  expect(cookie).toMatch(/^[\w-]{43}$/);
  const rows = await world.db.owner.selectFrom('network.session').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(cookie);
  expect(rows.some(({ id_hash }) => id_hash.toString('base64url') === cookie)).toBe(false);
});

test('a code serves once, also for two at the same moment', async () => {
  expect((await signIn()).json()).toEqual({ code: 'wrong-credentials' });
  pass(1);
  const answers = await Promise.all([signIn(), signIn(), signIn()]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
});

test('whatever is wrong, the answer is one; after five failures it is "wait", for unknown accounts too', async () => {
  pass(60 * 25);
  for (const account of [email, 'nobody@moi.example']) {
    for (let tries = 0; tries < 5; tries++) {
      const wrong = await signIn({ email: account, password: 'ผิดแน่นอนทุกครั้งไป' });
      expect([wrong.statusCode, wrong.json()]).toEqual([401, { code: 'wrong-credentials' }]);
    }
    const slowed = await signIn({ email: account });
    expect([slowed.statusCode, slowed.json()]).toEqual([429, { code: 'slow-down', seconds: 5 }]);
  }
  pass(1);
  expect((await signIn()).statusCode).toBe(200);
  pass(1);
  expect((await signIn()).statusCode).toBe(200);
});

test('guesses sent all at once are slowed like those sent one after the other', async () => {
  pass(60 * 25);
  const guesses = Array.from({ length: 20 }, () => signIn({ password: 'ผิดแน่นอนทุกครั้งไป' }));
  const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  pass(1);
  expect((await signIn()).statusCode).toBe(200);
  pass(1);
});

test('a session ends after half an hour without a visit, and after twelve hours of visits', async () => {
  pass(1);
  const value = sessionOf(await signIn());
  for (let visit = 0; visit < 5; visit++) {
    pass(29);
    expect(await isIn(value)).toBe(true);
  }
  pass(31);
  expect(await isIn(value)).toBe(false);
  const long = sessionOf(await signIn());
  for (let visit = 0; visit < 28; visit++) {
    pass(25);
    expect(await isIn(long)).toBe(true);
  }
  pass(25);
  expect(await isIn(long)).toBe(false);
});

test('confirming presence gives the session a new cookie; the old one is worth nothing', async () => {
  const before = sessionOf(await signIn());
  pass(11);
  const invitation = {
    id: randomUUID(),
    unitCode: 'MOI',
    email: 'anucha@moi.example',
    nameTh: 'อนุชา',
    roles: ['case-officer'],
  };
  const refused = await send(world.server, { cookie: before }, '/office/api/invitations', invitation);
  expect([refused.statusCode, refused.json()]).toEqual([403, { code: 'confirm-first' }]);
  const wrong = await send(world.server, { cookie: before }, '/office/api/confirm', {
    password,
    code: '123456',
  });
  expect(wrong.statusCode).toBe(401);
  const confirmed = await send(world.server, { cookie: before }, '/office/api/confirm', {
    password,
    code: code(),
  });
  const after = sessionOf(confirmed);
  expect(after).not.toBe(before);
  expect([await isIn(before), await isIn(after)]).toEqual([false, true]);
  const made = await send(world.server, { cookie: after }, '/office/api/invitations', invitation);
  expect(made.statusCode).toBe(200);
  cookie = after;
});

test('signing in again ends the session one came with; signing out ends it for good', async () => {
  pass(1);
  const again = await send(world.server, { cookie }, '/office/api/sign-in/password', {
    email,
    password,
    code: code(),
  });
  const fresh = sessionOf(again);
  expect([await isIn(cookie), await isIn(fresh)]).toEqual([false, true]);
  const out = await send(world.server, { cookie: fresh }, '/office/api/sign-out', {});
  expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
  expect(await isIn(fresh)).toBe(false);
});

test('an officer sees her sessions and ends another; nobody ends those of somebody else', async () => {
  pass(1);
  const mine = sessionOf(await signIn());
  pass(1);
  const elsewhere = sessionOf(await signIn());
  const signedIn = (await world.app.network.findSession(mine))!;
  const { sessions } = await world.app.network.office.readOwnAccount(signedIn);
  const target = sessions.find(({ isThis }) => !isThis)!;
  const stranger = await anOfficer(world.db, 'TH-50', ['case-officer'], { now: time });
  await send(world.server, stranger, '/office/api/own/session/end', { publicId: target.publicId });
  expect(await isIn(elsewhere)).toBe(true);
  await send(world.server, { cookie: mine }, '/office/api/own/session/end', { publicId: target.publicId });
  expect([await isIn(mine), await isIn(elsewhere)]).toEqual([true, false]);
});

test('a request from another site changes nothing', async () => {
  const answer = await world.server.inject({
    method: 'POST',
    url: '/office/api/sign-in/password',
    headers: { 'sec-fetch-site': 'cross-site' },
    payload: { email, password, code: code() },
  });
  expect(answer.statusCode).toBe(403);
});

test('no password, code, cookie, address or link is in the log', () => {
  const log = world.log();
  expect(log).toContain('/office/api/sign-in/password');
  for (const word of [password, email, cookie, code()]) expect(log).not.toContain(word);
});
