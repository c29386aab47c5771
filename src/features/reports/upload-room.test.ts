/** Files that no message names are bounded, all senders together; a flood that is over shuts nobody out for long. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fileHolds } from './file-holds.ts';
import { addAttachment } from './report.queries.ts';
import { readyFile } from './seal-report.ts';
import { sweepReports } from './sweep.ts';
import { aCitizen, createWorld, post, putFile, solvedProof, type World } from './testing/world.ts';
import { mostUnnamed } from './upload-room.ts';

const MINUTE = 60_000;
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => sql`delete from cases.attachment where case_id is null`.execute(world.db.owner));

/** What a flood leaves: rows of files that it sent so long ago. */
const flood = (count: number, size: number, minutesAgo: number) =>
  sql`insert into cases.attachment (id, sealed_size, sha256, uploaded_at)
    select gen_random_uuid(), ${size}, sha256('x'), ${new Date(world.ground.now().getTime() - minutesAgo * MINUTE)}
    from generate_series(1, ${count}::int)`.execute(world.db.owner);
const unnamed = async () =>
  (
    await sql<{ n: number }>`select count(*)::int as n from cases.attachment where case_id is null`.execute(
      world.db.owner,
    )
  ).rows[0]!.n;
const send = async (id: string = randomUUID()) => {
  const answer = await putFile(world, id, new Uint8Array(3000), await solvedProof(world));
  return [answer.statusCode, answer.json().code];
};
const eleven = 11 * 1024 * 1024;

it.each([
  ['bytes', Math.floor(mostUnnamed.bytes / eleven) + 1, eleven],
  ['number', mostUnnamed.files, 100],
])(
  'the %s of fresh files that wait for a message end somewhere, and the refusal leaves nothing',
  async (_, count, size) => {
    await flood(count, size, 5);
    const id = randomUUID();
    expect(await send(id)).toEqual([507, 'full']);
    expect(await world.ground.files.read(id)).toBeUndefined();
    expect(await unnamed()).toBe(count);
  },
);

it('a report goes in without its files, and with those that were there before the store was full', async () => {
  const file = await readyFile(
    { id: randomUUID(), name: 'a.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(500).fill(7) },
    true,
  );
  const { report } = await aCitizen(world, { files: [file] });
  const { attachment, sealed } = report.uploads[0]!;
  const proof = await solvedProof(world);
  await putFile(world, attachment.id, sealed, proof);
  await flood(mostUnnamed.files, 100, 5);
  expect((await putFile(world, attachment.id, sealed, proof)).json().code).toBe('repeated');
  const named = await post(world, '/public/reports', { ...report.submission, proof });
  expect(named.json().code).toBe('accepted');
  const bare = (await aCitizen(world)).report.submission;
  const answer = await post(world, '/public/reports', { ...bare, proof: await solvedProof(world) });
  expect(answer.json().code).toBe('accepted');
});

it('when it is full, what has waited longest makes room; what may still be on its way to a message stays', async () => {
  await flood(mostUnnamed.files - 10, 100, 10 * 60);
  await flood(10, 100, 60);
  expect(await send()).toEqual([200, 'accepted']);
  expect(await unnamed()).toBe(11);

  await flood(mostUnnamed.files - 12, 100, 40);
  await flood(1, 100, 5);
  expect(await send()).toEqual([200, 'accepted']);
  expect(await unnamed()).toBe(3);
});

it('files of officers neither count nor go', async () => {
  await flood(mostUnnamed.files, 100, 5);
  await sql`insert into network.person (id, email, name_th, created_at)
    values (gen_random_uuid(), 'office@example.invalid', 'office', now())`.execute(world.db.owner);
  await sql`update cases.attachment set uploaded_at = uploaded_at - interval '50 minutes',
    uploaded_by = (select id from network.person limit 1)`.execute(world.db.owner);
  expect(await send()).toEqual([200, 'accepted']);
  expect(await unnamed()).toBe(mostUnnamed.files + 1);
});

it('many at once do not pass the limit together', async () => {
  const most = { files: 3, bytes: 10_000 };
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () =>
      addAttachment(world.ground.databases.public, {
        id: randomUUID(),
        size: 1000,
        sha256: randomBytes(32),
        now: world.ground.now(),
        most,
      }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(3);
  expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(9);
});

it('the sweep takes row and file after a day, and leaves a file alone that somebody is sending again', async () => {
  const [idle, busy] = [randomUUID(), randomUUID()];
  expect([await send(idle), await send(busy)]).toEqual([
    [200, 'accepted'],
    [200, 'accepted'],
  ]);
  world.advance(25 * 60 * MINUTE);
  const holds = fileHolds(10);
  const sending = holds.write(busy)!;
  expect((await sweepReports({ ground: world.ground, holds })).files).toBe(1);
  expect(await world.ground.files.read(idle)).toBeUndefined();
  expect(await world.ground.files.read(busy)).toBeDefined();
  sending.release();
  expect((await sweepReports({ ground: world.ground, holds })).files).toBe(1);
  expect(await world.ground.files.read(busy)).toBeUndefined();
});

it('half-sent files are bounded, one file may be sent twice at once, and whoever removes it has it alone', () => {
  const holds = fileHolds(2);
  const first = holds.write('a')!;
  const second = holds.write('a')!;
  expect([first.isAlone(), holds.write('b'), holds.remove('a')]).toEqual([false, undefined, undefined]);
  second.release();
  expect(first.isAlone()).toBe(true);
  first.release();
  const removing = holds.remove('a')!;
  expect([holds.write('a'), holds.remove('a')]).toEqual([undefined, undefined]);
  removing.release();
  expect(holds.write('a')).toBeDefined();
});
