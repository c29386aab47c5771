/** Files on their way: nobody claims what she did not send, nobody fills the disk, and what is left lying goes. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import { createLearningWorld, type LearningWorld } from '../learning/testing/world.ts';
import { mostBytes, mostOfSeminar } from './material.ts';
import { sweepUploads, uploadFile } from './upload-file.ts';

let world: LearningWorld;
beforeAll(async () => {
  world = await createLearningWorld();
});
afterAll(() => world?.stop());

const upload = async (officer: LearningWorld['organiser'], seminarId: string, id: string, size = 5) =>
  uploadFile(
    { ground: world.ground, network: world.app.network },
    await world.as(officer),
    { seminarId, id, size },
    Readable.from([Buffer.from('bytes')]),
  );
const add = async (officer: LearningWorld['organiser'], seminarId: string, id: string) =>
  world.app.learning.materials.add(await world.as(officer), {
    ...{ id, seminarId, kind: 'document', titleTh: 'เอกสาร', titleEn: '', audience: 'public' },
    ...{ slotId: '', speakerId: '', link: '', fileName: 'a.pdf' },
  });
const waiting = () => world.db.owner.selectFrom('seminars.material_upload').selectAll().execute();

test('a stored file of another part, or sent by another or for another seminar, becomes no material', async () => {
  const { id: seminar } = await world.aTaughtSeminar();
  const { id: other } = await world.aTaughtSeminar();
  const foreign = randomUUID();
  await world.ground.files.put(foreign, Readable.from([Buffer.from('a sealed report')]), 100);
  expect(await add(world.organiser, seminar, foreign)).toMatchObject({ code: 'file-missing' });
  // Sending bytes under its id neither touches it nor claims it.
  expect(await upload(world.organiser, seminar, foreign)).toBe('stored');
  expect((await waiting())[0]!.file_id).not.toBe(foreign);
  expect(await add(world.head, seminar, foreign)).toMatchObject({ code: 'file-missing' });
  expect(await add(world.organiser, other, foreign)).toMatchObject({ code: 'file-missing' });
  for (let times = 0; times < 2; times += 1)
    expect(await add(world.organiser, seminar, foreign)).toMatchObject({ ok: true });
  expect(await waiting()).toEqual([]);
});

test('three files wait for a person, a seminar has its room, and after a day the bytes go', async () => {
  const { id: seminar } = await world.aTaughtSeminar();
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of ids) expect(await upload(world.organiser, seminar, id)).toBe('stored');
  expect(await upload(world.organiser, seminar, ids[0]!)).toBe('stored');
  expect(await upload(world.organiser, seminar, randomUUID())).toBe('too-many-waiting');
  const kept = await waiting();
  expect(await sweepUploads(world.ground)).toBe(0);
  const tomorrow = new Date(world.ground.now().getTime() + 25 * 3_600_000);
  expect(await sweepUploads({ ...world.ground, now: () => tomorrow })).toBe(3);
  for (const { file_id: file } of kept) expect(await world.ground.files.read(file)).toBeUndefined();
  const row = { seminar_id: seminar, uploaded_by: world.head.id, uploaded_at: world.ground.now() };
  await world.db.owner
    .insertInto('seminars.material_upload')
    .values({ ...row, id: randomUUID(), file_id: randomUUID(), size: mostOfSeminar - mostBytes })
    .execute();
  expect(await upload(world.organiser, seminar, randomUUID(), mostBytes)).toBe('stored');
  expect(await upload(world.organiser, seminar, randomUUID(), 5)).toBe('seminar-full');
});

test('another centre neither sends nor sees one in SQL, and nobody sends in another’s name', async () => {
  const { id: seminar } = await world.aTaughtSeminar();
  expect(await upload(world.chiangMaiHead, seminar, randomUUID())).toBe('forbidden');
  const insert = async (officer: LearningWorld['organiser'], inName: string) =>
    actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) =>
      trx
        .insertInto('seminars.material_upload')
        .values({
          ...{ id: randomUUID(), seminar_id: seminar, file_id: randomUUID(), size: 1 },
          ...{ uploaded_by: inName, uploaded_at: new Date() },
        })
        .execute(),
    );
  await expect(insert(world.chiangMaiHead, world.chiangMaiHead.id)).rejects.toThrow(/row-level security/);
  await expect(insert(world.organiser, world.head.id)).rejects.toThrow(/row-level security/);
});
