/** For tests only: a seminar that is over, with parts that teach something, and people of centres who sat in it. */
import { randomUUID } from 'node:crypto';
import { anOfficer } from '#features/network/testing/office.ts';
import type { SlotKind } from '../../seminar.ts';
import { createSeminarWorld } from '../../testing/world.ts';

export type LearningWorld = Awaited<ReturnType<typeof createLearningWorld>>;

/** The day on which everything here happens, and days after it. */
export const lastDay = '2027-06-20';
export const dayAfter = (days: number) =>
  new Date(Date.parse(`${lastDay}T10:00:00+07:00`) + days * 86_400_000);

export async function createLearningWorld() {
  const world = await createSeminarWorld();
  const { owner } = world.db;
  const planner = await anOfficer(world.db, 'MOI', ['planner']);
  const chiangMaiOrganiser = await anOfficer(world.db, 'TH-50', ['organiser']);

  /** A lecture for K1 and a panel for S2, over by the afternoon. */
  const aTaughtSeminar = async () => {
    const id = await world.aSeminar();
    const part = async (kind: SlotKind, times: readonly [string, string], code: string) => {
      const slot = await world.aSlot(id, kind, times);
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
    dueOn: '2027-09-30',
    competency: 'S2',
    ...change,
  });

  return {
    ...world,
    planner,
    chiangMaiOrganiser,
    aTaughtSeminar,
    anOfficersSeat,
    typed,
    react,
    aPlan,
  };
}
