/** Materials: shown as far as their speakers agreed, at once, in every surface, in SQL as well. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionCookieName } from '#features/network/session.ts';
import { send, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { createLearningWorld, type LearningWorld, lastDay } from '../learning/testing/world.ts';
import { postForm } from '../seats/testing/pages.ts';
import { selectMaterials } from './material.queries.ts';
import { concerned, reachOf } from './material-rules.ts';

let world: LearningWorld;
beforeAll(async () => {
  world = await createLearningWorld();
});
afterAll(() => world?.stop());

async function aSpeaker(seminarId: string, slotId: string) {
  const id = randomUUID();
  await world.db.owner
    .insertInto('seminars.speaker')
    .values({ id, seminar_id: seminarId, name_th: 'นางสาวมาลี วิทยา', affiliation: 'state' })
    .execute();
  await world.db.owner
    .insertInto('seminars.slot_speaker')
    .values({ slot_id: slotId, speaker_id: id, seminar_id: seminarId, role: 'speaker', during: 'empty' })
    .execute();
  return id;
}
const put = (officer: TestOfficer, url: string, bytes: Buffer) =>
  world.server.inject({
    method: 'PUT',
    url,
    headers: {
      cookie: `${sessionCookieName}=${officer.cookie}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
    },
    payload: bytes,
  });
const bytes = Buffer.from('slides of the lecture, sixty bytes or so, enough for a range');

/** Slides of a speaker, meant for anybody; and how far each reader gets. */
async function aSeminarWithSlides() {
  const seminar = await world.aTaughtSeminar();
  const speaker = await aSpeaker(seminar.id, seminar.lecture);
  const id = randomUUID();
  const file = `/office/seminars/${seminar.id}/materials/${id}/file`;
  expect((await put(world.organiser, file, bytes)).statusCode).toBe(200);
  const organiser = await world.as(world.organiser);
  const entry = {
    ...{ id, seminarId: seminar.id, kind: 'slides', titleTh: 'สไลด์กฎหมาย', titleEn: '', audience: 'public' },
    ...{ slotId: seminar.lecture, speakerId: speaker, link: '', fileName: 'สไลด์.pdf' },
  };
  for (let times = 0; times < 2; times += 1)
    expect(await world.app.learning.materials.add(organiser, entry)).toMatchObject({ ok: true });
  const seat = await world.aSeat(seminar.id, 'TH-50');
  const waiting = await world.aSeat(seminar.id, 'TH-50', 'waitlisted');
  const { slug } = (await world.app.learning.materials.ofSeat(seat.token))!.seminar;
  const consent = (scope: string) =>
    world.app.learning.materials.recordConsent(organiser, {
      ...{ id: randomUUID(), seminarId: seminar.id, speakerId: speaker, scope },
      ...{ givenOn: lastDay, givenHow: 'แบบยินยอมลงนาม' },
    });
  const reached = async () => {
    const status = async (url: string, officer?: TestOfficer) =>
      (await send(world.server, officer, url)).statusCode === 200;
    return {
      participant: await status(`/seat/${seat.token}/materials/${id}/file`),
      waiting: await status(`/seat/${waiting.token}/materials/${id}/file`),
      officer: await status(file, world.phuketHead),
      anybody: await status(`/seminars/${slug}/materials/${id}/file`),
      organiser: await status(file, world.organiser),
    };
  };
  return { seminar, speaker, id, file, seat, slug, consent, reached };
}

test('slides are shown as far as the speaker agreed, and taking back holds at once', async () => {
  const { consent, reached } = await aSeminarWithSlides();
  const none = { participant: false, waiting: false, officer: false, anybody: false, organiser: true };
  expect(await reached()).toEqual(none);
  await consent('participants');
  expect(await reached()).toEqual({ ...none, participant: true });
  await consent('officers');
  expect(await reached()).toEqual({ ...none, participant: true, officer: true });
  await consent('public');
  expect(await reached()).toEqual({
    participant: true,
    waiting: true,
    officer: true,
    anybody: true,
    organiser: true,
  });
  await consent('none');
  expect(await reached()).toEqual(none);
});

test('a recording of a part needs everybody who spoke in it; SQL and the rule in words agree', async () => {
  const { seminar, speaker, consent } = await aSeminarWithSlides();
  const second = await aSpeaker(seminar.id, seminar.lecture);
  const organiser = await world.as(world.organiser);
  await consent('public');
  const recording = {
    ...{ id: randomUUID(), seminarId: seminar.id, kind: 'recording', titleTh: 'บันทึกภาพ', titleEn: '' },
    ...{ audience: 'officers', slotId: seminar.lecture, speakerId: '', fileName: '' },
    link: 'https://video.example/1',
  };
  await world.app.learning.materials.add(organiser, recording);
  const view = (await world.app.learning.materials.office(organiser, seminar.id))!;
  for (const one of view.materials)
    expect([one.id, one.reach]).toEqual([one.id, reachOf(one, [speaker, second], view.consents)]);
  expect(view.materials.find(({ id }) => id === recording.id)!.reach).toBe(0);
  expect(concerned({ kind: 'recording', audience: 'officers' }, [speaker, second])).toHaveLength(2);

  // Taking her off the programme afterwards takes her say away as little as the part itself going does.
  await sql`delete from seminars.slot_speaker where speaker_id = ${second}`.execute(world.db.owner);
  const later = (await world.app.learning.materials.office(organiser, seminar.id))!;
  expect(later.materials.find(({ id }) => id === recording.id)!.reach).toBe(0);
});

test('a file goes on where the connection broke, and is never opened by a browser as a page of ours', async () => {
  const { consent, seat, id } = await aSeminarWithSlides();
  await consent('participants');
  const url = `/seat/${seat.token}/materials/${id}/file`;
  const whole = await world.server.inject({ url });
  expect(whole.rawPayload.equals(bytes)).toBe(true);
  expect(whole.headers).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'x-robots-tag': 'noindex',
  });
  expect(whole.headers['content-disposition']).toContain(encodeURIComponent('สไลด์.pdf'));
  const part = await world.server.inject({ url, headers: { range: 'bytes=10-' } });
  expect([part.statusCode, part.rawPayload.equals(bytes.subarray(10))]).toEqual([206, true]);
  expect((await world.server.inject({ url, headers: { range: 'bytes=999-' } })).statusCode).toBe(416);
  expect(world.log()).not.toContain(seat.token);
});

describe('who does not organise', () => {
  test('neither uploads, adds, takes away nor records a consent: use case, page, SQL', async () => {
    const { seminar, speaker, id, file } = await aSeminarWithSlides();
    for (const officer of [world.chiangMaiHead, world.planner]) {
      const { actor, person } = await world.as(officer);
      expect((await put(officer, file.replace(id, randomUUID()), bytes)).statusCode).toBe(403);
      const path = `/office/seminars/${seminar.id}/materials`;
      for (const fields of [
        { intent: 'remove', id },
        {
          ...{ intent: 'consent', id: randomUUID(), speakerId: speaker, scope: 'public', givenHow: 'abc' },
          ...{ 'givenOn-d': '1', 'givenOn-m': '1', 'givenOn-y': '2569', givenOn: lastDay },
        },
        {
          ...{
            intent: 'add',
            id: randomUUID(),
            kind: 'document',
            titleTh: 'xx',
            titleEn: '',
            audience: 'public',
          },
          ...{ slotId: '', speakerId: '', link: 'https://x.example/' },
        },
      ])
        expect((await postForm(world.server, officer, path, fields)).statusCode).toBe(403);
      await expect(
        actingAs(world.db.asOfficer, actor, (trx) =>
          trx
            .insertInto('seminars.speaker_consent')
            .values({
              ...{ id: randomUUID(), seminar_id: seminar.id, host_unit_id: world.unit('MOI') },
              ...{ speaker_id: speaker, scope: 'public', given_on: lastDay, given_how: 'abc' },
              ...{ recorded_by: person.id, recorded_at: new Date() },
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/);
      const seen = await actingAs(world.db.asOfficer, actor, (trx) =>
        selectMaterials(trx, { seminarId: seminar.id }),
      );
      expect(seen).toEqual([]);
    }
  });

  test('a seat of another seminar sees none of it in SQL', async () => {
    const { seminar, consent } = await aSeminarWithSlides();
    await consent('participants');
    const foreign = await world.aSeat((await world.aTaughtSeminar()).id, 'TH-50');
    const seen = await actingAsSeat(world.db.asPublic, foreign.id, (trx) =>
      selectMaterials(trx, { seminarId: seminar.id }),
    );
    expect(seen).toEqual([]);
    expect(await selectMaterials(world.db.asPublic, { seminarId: seminar.id })).toEqual([]);
  });
});
