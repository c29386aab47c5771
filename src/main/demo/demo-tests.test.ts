/** The demonstration's tests: a bank of thirty, and results in which something was learnt. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeminarWorld, type SeminarWorld } from '#features/seminars/testing/world.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { fillTests } from './demo-tests.ts';

let world: SeminarWorld;
beforeAll(async () => {
  world = await createSeminarWorld();
});
afterAll(() => world?.stop());

test('a seminar that is over has results of both tests, one to come has tests that wait', {
  timeout: 120_000,
}, async () => {
  const past = await world.aSeminar({ startsOn: '2026-06-20' });
  const coming = await world.aSeminar({ startsOn: '2027-06-20' });
  for (let person = 0; person < 60; person++) await world.aSeat(past, person % 3 ? 'TH-50' : 'TH-83');
  const organiser = await world.as(world.organiser);
  const network = { officers: [{ email: 'officer.moi@demo.example', signedIn: organiser }] };
  await fillTests(world.app, network as unknown as DemoNetwork);
  const { bank, results, view } = world.app.assessments;
  const found = (await results(organiser, past, 'th'))!;
  expect(
    (await bank.list(organiser, { search: '', competency: '', kind: '', retired: false })).questions,
  ).toHaveLength(30);
  expect(found.gain!.people).toBeGreaterThan(45);
  expect(found.gain!.normalised).toBeGreaterThan(0.2);
  expect(found.byCentre).toHaveLength(2);
  expect(found.items.filter(({ discrimination }) => discrimination !== undefined).length).toBeGreaterThan(5);
  expect(found.phases[1]!.passed).toBeGreaterThan(20);
  expect((await view(organiser, coming))!.tests.map(({ stage }) => stage)).toEqual(['waiting', 'waiting']);
});
