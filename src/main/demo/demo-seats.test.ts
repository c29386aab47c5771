/** The seats of the demonstration: every centre has people, some wait, and filling again changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeatWorld, type SeatWorld } from '#features/seminars/seats/testing/world.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { fillPublishedSeats } from './demo-seats.ts';

let world: SeatWorld;
beforeAll(async () => {
  world = await createSeatWorld();
});
afterAll(() => world?.stop());

test('a published seminar of 210 seats is filled, with a waiting list', { timeout: 120_000 }, async () => {
  const seminar = await world.aSeminarWith({ seats: 210 });
  const past = await world.aSeminarWith({ seats: 100, startsOn: '2019-06-13' });
  const people = new Map([
    ['officer.moi@demo.example', await world.as(world.organiser)],
    ['chiangmai@demo.example', await world.as(world.chiangMai)],
  ]);
  const network = { people } as unknown as DemoNetwork;
  await fillPublishedSeats(world.app, network);
  const taken = await world.taken(seminar);
  await fillPublishedSeats(world.app, network);
  expect(await world.taken(seminar)).toHaveLength(taken.length);
  const count = (state: string) => taken.filter((one) => one.state === state).length;
  expect(count('confirmed') + count('offered')).toBeLessThanOrEqual(210);
  expect(count('confirmed')).toBeGreaterThan(190);
  expect(count('waitlisted')).toBeGreaterThan(10);
  expect(count('nominated')).toBe(2);
  expect(new Set(taken.map(({ unitId }) => unitId)).size).toBe(91);
  const before = await world.taken(past);
  expect(before.filter(({ state }) => state === 'confirmed')).toHaveLength(100);
  expect(before.filter(({ state }) => state === 'offered')).toEqual([]);
});
