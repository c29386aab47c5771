/** For tests only: a draft with two rooms and two speakers, and parts typed into its programme. */
import { randomUUID } from 'node:crypto';
import { createProjectWorld } from '../../projects/testing/project-world.ts';

export type ProgrammeWorld = Awaited<ReturnType<typeof createProgrammeWorld>>;

export async function createProgrammeWorld() {
  const world = await createProjectWorld();
  const { programmes } = world.app;

  const must = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return outcome.value;
  };

  const room = async (seminarId: string, nameTh: string) =>
    must(await programmes.saveRoom(await world.as(world.organiser), { id: randomUUID(), seminarId, nameTh }))
      .id;

  const speaker = async (seminarId: string, nameTh: string, change: Record<string, unknown> = {}) =>
    must(
      await programmes.saveSpeaker(await world.as(world.organiser), {
        id: randomUUID(),
        seminarId,
        nameTh,
        affiliation: 'state',
        email: 'Speaker@Agency.example',
        ...change,
      }),
    ).id;

  const slotTyped = (seminarId: string, change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    seminarId,
    kind: 'lecture',
    titleTh: 'กฎหมายที่ต้องรู้',
    titleEn: 'The law you need',
    day: '2027-06-17',
    from: '09:00',
    to: '10:30',
    countsForAttendance: true,
    ...change,
  });

  /** Through the use case; fails the test when refused. */
  const part = async (seminarId: string, change: Record<string, unknown> = {}) => {
    const typed = slotTyped(seminarId, change);
    must(await programmes.saveSlot(await world.as(world.organiser), typed));
    return typed;
  };

  const slotOf = async (seminarId: string, id: string) =>
    (await programmes.read(await world.as(world.organiser), seminarId)).slots.find((slot) => slot.id === id)!;

  return { ...world, must, room, speaker, slotTyped, part, slotOf };
}
