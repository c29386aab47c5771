/** For tests only: a seminar that is over, with parts that teach something, and people of centres who sat in it. */
import { randomUUID } from 'node:crypto';
import { beginSession } from '#features/network/session.ts';
import { anOfficer } from '#features/network/testing/office.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { SlotKind } from '../../seminar.ts';
import { createSeminarWorld } from '../../testing/world.ts';

export type LearningWorld = Awaited<ReturnType<typeof createLearningWorld>>;

/** The day on which everything here happens: yesterday, so that roles in force today are in force then. */
export const lastDay = civilDate(new Date(Date.now() - 86_400_000));
/** A time of that day, or of one so many days after it. */
export const dayAfter = (days: number) =>
  new Date(Date.parse(`${lastDay}T10:00:00+07:00`) + days * 86_400_000);

export async function createLearningWorld() {
  const world = await createSeminarWorld();
  const { owner } = world.db;
  const planner = await anOfficer(world.db, 'MOI', ['planner']);
  const chiangMaiOrganiser = await anOfficer(world.db, 'TH-50', ['organiser']);

  const officers = [
    ...[world.organiser, world.head, world.chiangMaiHead, world.chiangMai, world.phuketHead],
    ...[planner, chiangMaiOrganiser],
  ];
  /** Moves the clock so many days after the seminar; sessions do not live that long, so everybody signs in anew. */
  const goTo = async (days: number) => {
    const now = dayAfter(days);
    world.setNow(now);
    for (const officer of officers)
      Object.assign(officer, {
        cookie: await beginSession(
          world.db.asSignIn,
          { personId: officer.id, method: 'password', device: 'test' },
          now,
        ),
      });
  };
  await goTo(0);

  /** A lecture for K1 and a panel for S2, over by the afternoon. */
  const aTaughtSeminar = async () => {
    const id = await world.aSeminar({ startsOn: lastDay });
    const part = async (kind: SlotKind, times: readonly [string, string], code: string) => {
      const slot = await world.aSlot(id, kind, times, lastDay);
      await owner
        .insertInto('seminars.slot_competency')
        .values({ slot_id: slot, competency_code: code })
        .execute();
      return slot;
    };
    const lecture = await part('lecture', ['08:30', '09:00'], 'K1');
    const panel = await part('panel', ['09:00', '09:30'], 'S2');
    return { id, lecture, panel };
  };

  /** A confirmed seat of an officer with an account. */
  const anOfficersSeat = async (seminarId: string, personId: string, unitCode = 'TH-50') => {
    const seat = await world.aSeat(seminarId, unitCode);
    await owner
      .updateTable('seminars.registration')
      .set({ person_id: personId })
      .where('id', '=', seat.id)
      .execute();
    return seat;
  };

  /** What a form posts: all marks and all words alike about every open part. */
  const typed = async (token: string, mark: number, words = ''): Promise<Map<string, string>> => {
    const open = (await world.app.learning.evaluation.open(token))?.open ?? [];
    return new Map(
      open.flatMap(({ id, items }) =>
        items.map((item) => [`${id}.${item.id}`, item.kind === 'rating' ? String(mark) : words] as const),
      ),
    );
  };
  const react = async (token: string, mark: number, words = '') =>
    world.app.learning.evaluation.react(token, await typed(token, mark, words));

  const aPlan = (change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    what: 'ตอบรับเรื่องร้องเรียนทุกเรื่องภายในห้าวัน',
    seenBy: 'ทะเบียนรับเรื่องของศูนย์',
    dueOn: civilDate(dayAfter(60)),
    competency: 'S2',
    ...change,
  });

  return {
    ...world,
    planner,
    goTo,
    chiangMaiOrganiser,
    aTaughtSeminar,
    anOfficersSeat,
    typed,
    react,
    aPlan,
  };
}
