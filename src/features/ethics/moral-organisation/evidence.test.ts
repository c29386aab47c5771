/** Files that show an activity: the centre's and its verifier's, taken out while a draft, never the public's. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { type FormField, multipart } from '#features/reports/testing/forms.ts';
import { createEthicsWorld, type EthicsWorld, photo } from '../testing/world.ts';

const paper = Buffer.from('%PDF-1.7 รายงานการประชุม');
const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9];

let world: EthicsWorld;
let id = '';
beforeAll(async () => {
  // The clock of the sessions is the real one here, since pages are asked over HTTP.
  world = await createEthicsWorld(new Date());
  const begun = await world.app.ethics.moral.begin(await world.as(world.head), {
    id: randomUUID(),
    unitId: world.unit('TH-50'),
  });
  id = begun.ok ? begun.value.id : '';
});
afterAll(() => world.stop());

const add = async (who: TestOfficer, bytes: Uint8Array, change: { position?: number; name?: string } = {}) =>
  world.app.ethics.moral.addEvidence(
    await world.as(who),
    { assessmentId: id, position: 1, name: 'ภาพกิจกรรม.jpg', ...change },
    bytes,
  );
const remove = async (who: TestOfficer, file: string) =>
  world.app.ethics.moral.removeEvidence(await world.as(who), { assessmentId: id, id: file });
const filesOf = async (who: TestOfficer) =>
  (await world.app.ethics.moral.view(await world.as(who), id, 'th'))?.files ?? [];
const idOf = async (...asked: Parameters<typeof add>) => {
  const outcome = await add(...asked);
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.value.id;
};
const post = (who: TestOfficer | undefined, fields: readonly (readonly [string, FormField])[]) => {
  const { payload, headers } = multipart(fields);
  return world.server.inject({
    method: 'POST',
    url: `/office/moral/${id}`,
    payload,
    headers: {
      'content-type': headers['content-type'],
      'content-length': headers['content-length'],
      'sec-fetch-site': 'same-origin',
      ...(who ? { cookie: `prongsai_session=${who.cookie}` } : {}),
    },
  });
};
const statusOfFile = async (who: TestOfficer | undefined, file: string) =>
  (await world.get(who, `/office/moral/files/${file}`)).statusCode;

test('a picture loses where it was taken, a PDF stays as it is, the same file is kept once', async () => {
  const picture = await idOf(world.head, photo);
  expect(await idOf(world.head, photo)).toBe(picture);
  const both = await Promise.all([
    idOf(world.ethicsOfficer, paper, { position: 2, name: 'รายงาน (1).pdf' }),
    idOf(world.head, paper, { position: 2, name: 'รายงาน (1).pdf' }),
  ]);
  expect(both[0]).toBe(both[1]);
  expect(
    (await filesOf(world.head)).map(({ position, name, mediaType }) => [position, name, mediaType]),
  ).toEqual([
    [1, 'ภาพกิจกรรม.jpg', 'image/jpeg'],
    [2, 'รายงาน (1).pdf', 'application/pdf'],
  ]);
  const answer = await world.get(world.head, `/office/moral/files/${both[0]}`);
  expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.equals(paper)]).toEqual([
    200,
    'application/pdf',
    true,
  ]);
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E0.*%28/);
  expect(answer.headers['content-security-policy']).toContain('sandbox');
});

test('only pictures and PDFs of a size, five an activity, on an activity that there is', async () => {
  expect(await add(world.head, Buffer.from('<script>alert(1)</script>'))).toMatchObject({
    code: 'proof-kind',
  });
  expect(await add(world.head, Buffer.alloc(16 * 1024 * 1024 + 1))).toMatchObject({ code: 'file-too-large' });
  expect(await add(world.head, paper, { position: 10 })).toMatchObject({ code: 'malformed' });
  const page = (at: number) => Buffer.from(`%PDF-1.7 หน้า ${at}`);
  for (const at of [1, 2, 3, 4, 5]) await idOf(world.head, page(at), { position: 3 });
  expect(await add(world.head, page(6), { position: 3 })).toMatchObject({ code: 'too-many-files' });
  const [first, ...others] = (await filesOf(world.head)).filter(({ position }) => position === 3);
  for (const { id: other } of others) expect(await remove(world.head, other)).toMatchObject({ ok: true });
  expect(await remove(world.head, first!.id)).toMatchObject({ ok: true });
  expect(await remove(world.head, first!.id)).toMatchObject({ ok: true });
  expect(await statusOfFile(world.head, first!.id)).toBe(404);
  expect(await world.ground.files.read(first!.id)).toBeUndefined();
});

test('a draft’s files are its centre’s alone: no verifier, no other centre, no citizen; clerks read and do not change', async () => {
  const [file] = await filesOf(world.head);
  expect(await statusOfFile(undefined, file!.id)).toBe(401);
  for (const who of [world.head, world.ethicsOfficer, world.clerk])
    expect(await statusOfFile(who, file!.id)).toBe(200);
  for (const who of [world.otherHead, world.planner, world.ministryHead, world.overseer]) {
    expect(await statusOfFile(who, file!.id)).toBe(404);
    const rows = await world.inSql(who, (trx) => trx.selectFrom('ethics.moral_file').select('id').execute());
    expect(rows).toEqual([]);
    expect(await add(who, paper)).toMatchObject({ code: 'not-found' });
    expect(await remove(who, file!.id)).toMatchObject({ code: 'not-found' });
  }
  expect(await add(world.clerk, paper)).toMatchObject({ code: 'forbidden' });
  expect(await remove(world.clerk, file!.id)).toMatchObject({ code: 'forbidden' });
  await expect(sql`select from ethics.moral_file`.execute(world.db.asPublic)).rejects.toThrow(
    /permission denied/,
  );
});

test('the page takes files with the scores, and takes one out; others are refused', async () => {
  const scores = positions.flatMap((position): (readonly [string, FormField])[] => [
    ['position', String(position)],
    [`score${position}`, '1'],
    [`evidence${position}`, 'ภาพและรายงาน'],
    [`link${position}`, ''],
  ]);
  const minutes = { name: 'ประชุม.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 ประชุม') };
  const sent: (readonly [string, FormField])[] = [
    ['intent', 'save'],
    ['revision', String(await revisionOf(world.head))],
    ...scores,
    ['files4', minutes],
  ];
  for (const _ of ['once', 'again']) expect((await post(world.head, sent)).statusCode).toBe(302);
  const kept = (await filesOf(world.head)).filter(({ position }) => position === 4);
  expect(kept.map(({ name }) => name)).toEqual(['ประชุม.pdf']);
  expect((await post(world.clerk, sent)).statusCode).toBe(403);
  expect((await post(world.otherHead, sent)).statusCode).toBe(404);
  const out = [['intent', `remove ${kept[0]!.id}`] as const];
  expect((await post(world.clerk, out)).statusCode).toBe(403);
  expect((await post(world.otherHead, out)).statusCode).toBe(404);
  const huge = { ...minutes, bytes: Buffer.alloc(17 * 1024 * 1024) };
  expect((await post(world.head, [['intent', 'save'], ...scores, ['files4', huge]])).statusCode).toBe(413);
  expect((await post(world.head, out)).headers['location']).toContain('done=removed');
  expect((await filesOf(world.head)).filter(({ position }) => position === 4)).toEqual([]);
});

const revisionOf = async (who: TestOfficer) =>
  (await world.app.ethics.moral.view(await world.as(who), id, 'th'))!.assessment.revision!;

test('handed in, they are the verifier’s to see and nobody’s to change; published, still no citizen’s', async () => {
  const scores = positions.map((position) => ({ position, score: 2, evidence: 'ภาพถ่าย', link: '' }));
  const { moral } = world.app.ethics;
  expect(
    await moral.save(await world.as(world.head), {
      id,
      revision: await revisionOf(world.head),
      scores,
      submit: true,
    }),
  ).toMatchObject({
    ok: true,
  });
  const files = await filesOf(world.head);
  const [file] = files;
  for (const who of [world.planner, world.ministryHead]) {
    expect((await filesOf(who)).map((one) => one.id)).toEqual(files.map((one) => one.id));
    expect(await statusOfFile(who, file!.id)).toBe(200);
    const page = (await world.get(who, `/office/moral/${id}`)).body;
    expect(page).toContain(`/office/moral/files/${file!.id}`);
  }
  // They see the assessment from above, and do not verify it.
  for (const who of [world.overseer, world.otherHead]) {
    expect(await statusOfFile(who, file!.id)).toBe(404);
    expect(await filesOf(who)).toEqual([]);
  }
  expect(await add(world.head, paper, { position: 5 })).toMatchObject({ code: 'changed-meanwhile' });
  expect(await remove(world.head, file!.id)).toMatchObject({ code: 'changed-meanwhile' });
  const insert = (who: TestOfficer, change: object = {}) =>
    world.inSql(who, (trx) =>
      trx
        .insertInto('ethics.moral_file')
        .values({
          id: randomUUID(),
          assessment_id: id,
          position: 6,
          slot: 1,
          name: 'x',
          media_type: 'application/pdf',
          size: 1,
          sha256: Buffer.alloc(32),
          added_by: who.id,
          added_at: new Date(),
          ...change,
        })
        .execute(),
    );
  const drop = (who: TestOfficer) =>
    world.inSql(
      who,
      async (trx) => (await trx.deleteFrom('ethics.moral_file').executeTakeFirst()).numDeletedRows,
    );
  for (const who of [world.head, world.planner, world.clerk, world.otherHead]) {
    await expect(insert(who)).rejects.toThrow(/row-level security/);
    expect(await drop(who)).toBe(0n);
  }
  const back = {
    id,
    revision: await revisionOf(world.planner),
    step: 'returned' as const,
    verdicts: [],
    remark: 'ขอภาพเพิ่ม',
  };
  expect(await moral.step(await world.as(world.planner), back)).toMatchObject({ ok: true });
  await expect(insert(world.head, { added_by: world.clerk.id })).rejects.toThrow(/row-level security/);
  await expect(insert(world.head, { slot: 6 })).rejects.toThrow(/check constraint/);
  expect(await add(world.head, paper, { position: 5 })).toMatchObject({ ok: true });
  expect(
    await moral.save(await world.as(world.head), {
      id,
      revision: await revisionOf(world.head),
      scores,
      submit: true,
    }),
  ).toMatchObject({
    ok: true,
  });
  for (const step of ['verified', 'published'] as const)
    expect(
      await moral.step(await world.as(world.planner), {
        ...{ id, revision: await revisionOf(world.planner), step, remark: '' },
        verdicts:
          step === 'published' ? [] : positions.map((position) => ({ position, score: 2, remark: '' })),
      }),
    ).toMatchObject({ ok: true });
  expect(await statusOfFile(undefined, file!.id)).toBe(401);
  expect(await statusOfFile(world.otherHead, file!.id)).toBe(404);
  expect((await world.get(undefined, '/ethics/moral')).body).not.toContain(file!.id);
});
