/** The demonstration's attendance shows something on each of its pages, whatever seminar is over. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeminarWorld, type SeminarWorld } from '#features/seminars/testing/world.ts';
import { fillAttendance } from './demo-attendance.ts';
import type { DemoNetwork } from './demo-officers.ts';

let world: SeminarWorld;
beforeAll(async () => {
  world = await createSeminarWorld();
});
afterAll(() => world.stop());

test('a seminar that is over gets scans, paper, a correction, an apology, a difference and certificates', async () => {
  const day = '2026-06-20';
  const id = await world.aSeminar({ startsOn: day });
  await world.aSlot(id, 'lecture', ['09:00', '12:00'], day);
  await world.aSlot(id, 'panel', ['13:00', '16:00'], day);
  for (let person = 0; person < 20; person++) await world.aSeat(id, person % 2 ? 'TH-50' : 'TH-83');
  const head = await world.as(world.head);
  const network = { officers: [{ email: 'head.moi@demo.example', signedIn: head }] };
  await fillAttendance(world.app, network as unknown as DemoNetwork);
  const board = (await world.app.attendance.board(head, id, { locale: 'th' }))!;
  expect(board.differences).not.toHaveLength(0);
  expect(board.people.filter(({ present }) => present.length < 2)).not.toHaveLength(0);
  expect(board.people.flatMap(({ excused }) => excused)).toHaveLength(1);
  expect((await world.app.certificates.view(head, id, 'th'))!.issued.length).toBeGreaterThan(5);
});
