/** The participant's own page: opened by her link alone, kept out of logs and search engines. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeminarWorld, type SeminarWorld } from '../testing/world.ts';

let world: SeminarWorld;
beforeAll(async () => {
  world = await createSeminarWorld();
});
afterAll(() => world?.stop());

test('a link opens its seat in both languages, without cookie or script, and is not to be found', async () => {
  const seat = await world.aSeat(await world.aSeminar(), 'TH-50', 'waitlisted');
  for (const [before, words] of [
    ['', 'อยู่ในรายชื่อสำรอง'],
    ['/en', 'On the waiting list'],
  ] as const) {
    const answer = await world.server.inject(`${before}/seat/${seat.token}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(words);
    expect(answer.headers['x-robots-tag']).toBe('noindex');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).not.toMatch(/<script/);
  }
  expect(world.log()).not.toContain(seat.token);
});

test('a link that was changed opens nothing', async () => {
  const seat = await world.aSeat(await world.aSeminar(), 'TH-50');
  const other = await world.aSeat(await world.aSeminar(), 'TH-83');
  const mixed = `${other.id}.${seat.token.split('.')[1]}`;
  for (const token of [mixed, seat.id, 'x']) {
    const answer = await world.server.inject(`/seat/${token}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('ผู้เข้าร่วม');
  }
});
