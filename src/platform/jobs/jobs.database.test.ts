/** Background work on a real queue: with its change or not at all, until it is done, and seen when it is given up. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { makePeople, type TestPeople } from '#platform/testing/people.ts';
import {
  enqueue,
  type JobHandlers,
  joinBackground,
  listFailedJobs,
  type RunningJobs,
  runFailedJobAgain,
  runRequests,
  type Schedule,
  startJobs,
} from './index.ts';

let db: TestDatabase;
let people: TestPeople;
let running: RunningJobs | undefined;
let lines = '';

beforeAll(async () => {
  db = await createTestDatabase();
  people = await makePeople(db);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => db.drop());

const pace = { retryDelay: 1, retryLimit: 1, pauseMs: 50 };
async function start(jobs: JobHandlers, schedules: readonly Schedule[] = []): Promise<void> {
  const log = pino({ level: 'trace' }, { write: (line: string) => (lines += line) });
  running = await startJobs({
    db: db.asWorker,
    background: { jobs, schedules },
    now: () => new Date(),
    log,
    pace,
  });
}
const asOfficer = <T>(act: (trx: InTransaction) => Promise<T>, actor = people.officer) =>
  actingAs(db.asOfficer, actor, act);
async function until(isSo: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const end = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it never came to be');
    await new Promise((done) => setTimeout(done, 50));
  }
}
const later = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('work asked for by an officer', () => {
  test('is done when her change commits, and never when it does not', async () => {
    const done: unknown[] = [];
    await start({ 'test.note': async (payload) => void done.push(payload['at']) });
    await expect(
      asOfficer(async (trx) => {
        await enqueue(trx, 'test.note', { at: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await asOfficer((trx) => enqueue(trx, 'test.note', { at: 'committed' }));
    await until(() => done.length > 0);
    await later(300);
    expect(done).toEqual(['committed']);
  });

  test('is done once, however often the same is asked', async () => {
    const done: string[] = [];
    await start({ 'test.once': async (_, { id }) => void done.push(id) });
    const id = randomUUID();
    for (let at = 0; at < 2; at += 1) {
      await asOfficer((trx) => enqueue(trx, 'test.once', {}, { id }));
      await until(() => done.length > 0);
      await later(200);
    }
    expect(done).toEqual([id]);
  });

  test('waits once under one key, and not before its time', async () => {
    const done: unknown[] = [];
    await asOfficer(async (trx) => {
      for (const at of [1, 2, 3]) await enqueue(trx, 'test.fold', { at }, { singletonKey: 'unit 7' });
      await enqueue(trx, 'test.fold', { at: 4 }, { singletonKey: 'unit 8' });
      await enqueue(trx, 'test.fold', { at: 5 }, { notBefore: new Date(Date.now() + 60_000) });
    });
    await start({ 'test.fold': async (payload) => void done.push(payload['at']) });
    await until(() => done.length >= 2);
    await later(400);
    expect(done.toSorted()).toEqual([1, 4]);
    await db.owner.deleteFrom('platform.job_request').execute();
  });

  test('comes through in numbers without waiting for a poll each', async () => {
    let done = 0;
    await asOfficer(async (trx) => {
      for (let at = 0; at < 450; at += 1) await enqueue(trx, 'test.many', { at });
    });
    await start({
      'test.many': async () => {
        done += 1;
      },
    });
    await until(() => done === 450);
  });
});

describe('work that fails', () => {
  test('is tried again', async () => {
    let tries = 0;
    await start({
      'test.shaky': async () => {
        tries += 1;
        if (tries === 1) throw new Error('the text of a report');
      },
    });
    await asOfficer((trx) => enqueue(trx, 'test.shaky', {}));
    await until(() => tries === 2);
    await later(200);
    expect((await db.owner.selectFrom('platform.failed_job').selectAll().execute()).length).toBe(0);
  });

  test('is given up at last, seen by an administrator without its content, and run again when she says so', async () => {
    let isMended = false;
    const done: unknown[] = [];
    await start({
      'test.broken': async (payload) => {
        if (!isMended) throw Object.assign(new Error('the text of a report'), { code: 'E_WRONG' });
        done.push(payload['at']);
      },
    });
    await asOfficer((trx) => enqueue(trx, 'test.broken', { at: 7 }));
    const listed = () => asOfficer(listFailedJobs, people.administrator);
    await until(async () => (await listed()).length === 1, 25_000);
    const [failed] = await listed();
    expect(failed).toMatchObject({ name: 'test.broken', tries: 2, isAsked: false });
    expect(failed!.error).toMatch(/^Error E_WRONG src\/platform\/jobs\/jobs\.database\.test\.ts:\d+$/);
    expect(lines).toContain('background work failed');
    expect(lines).not.toContain('the text of a report');

    const again = (trx: InTransaction, who = people.administrator) =>
      runFailedJobAgain(trx, failed!.id, who.personId, new Date());
    expect(await asOfficer((trx) => again(trx, people.officer))).toBeUndefined();
    isMended = true;
    expect(await asOfficer((trx) => again(trx), people.administrator)).toBe('test.broken');
    await until(() => done.length === 1);
    expect(done).toEqual([7]);
    expect(await listed()).toEqual([]);
  });

  test('that nobody does is kept, not lost', async () => {
    await start({});
    await asOfficer((trx) => enqueue(trx, 'test.of-a-later-release', {}));
    const rows = () => db.owner.selectFrom('platform.failed_job').select(['name', 'error']).execute();
    await until(async () => (await rows()).length === 1);
    expect(await rows()).toEqual([{ name: 'test.of-a-later-release', error: 'unknown-work' }]);
    await db.owner.deleteFrom('platform.failed_job').execute();
  });
});

test('stopping lets what runs end', async () => {
  let isDone = false;
  let isBegun = false;
  await start({
    'test.slow': async () => {
      isBegun = true;
      await later(600);
      isDone = true;
    },
  });
  await asOfficer((trx) => enqueue(trx, 'test.slow', {}));
  await until(() => isBegun);
  await running!.stop();
  running = undefined;
  expect(isDone).toBe(true);
});

test('the clock’s work is what the features say now', async () => {
  const schedules = async () =>
    (
      await sql<{ name: string; cron: string; timezone: string }>`
      select name, cron, timezone from jobs.schedule order by name`.execute(db.owner)
    ).rows;
  const nothing = async () => undefined;
  await start({ 'test.a': nothing, 'test.b': nothing }, [
    { name: 'test.a', cron: '0 7 * * *' },
    { name: 'test.b', cron: '* * * * *' },
  ]);
  await running!.stop();
  await start({ 'test.a': nothing, 'test.b': nothing }, [{ name: 'test.a', cron: '0 8 * * *' }]);
  expect(await schedules()).toEqual([{ name: 'test.a', cron: '0 8 * * *', timezone: 'Asia/Bangkok' }]);
});

test('features cannot take each other’s names, nor schedule what nobody does', () => {
  const nothing = { jobs: { 'a.b': async () => undefined }, schedules: [] };
  expect(() => joinBackground([nothing, nothing])).toThrow(RangeError);
  expect(() => joinBackground([{ jobs: {}, schedules: [{ name: 'x.y', cron: '* * * * *' }] }])).toThrow(
    RangeError,
  );
  expect(Object.keys(joinBackground([nothing]).jobs)).toEqual(['a.b']);
});

test('tests run what was asked for at once, also what that asks for, and hear of errors', async () => {
  const ran: string[] = [];
  const jobs: JobHandlers = {
    'test.first': async () => {
      ran.push('first');
      await db.asWorker.transaction().execute((trx) => enqueue(trx, 'test.second', {}));
    },
    'test.second': async () => void ran.push('second'),
    'test.bad': async () => {
      throw new Error('heard');
    },
  };
  const parts = { db: db.asWorker, background: { jobs, schedules: [] }, now: () => new Date() };
  await asOfficer((trx) => enqueue(trx, 'test.first', {}));
  expect(await runRequests(parts)).toEqual(['test.first', 'test.second']);
  expect(ran).toEqual(['first', 'second']);
  await expect(runRequests(parts, ['test.bad'])).rejects.toThrow('heard');
});

describe('in SQL, as the application’s role', () => {
  const refused = async (act: (trx: InTransaction) => Promise<unknown>, actor = people.administrator) =>
    expect(asOfficer(act, actor)).rejects.toThrow(/permission denied|row-level security/);

  test('nobody asks in another’s name, or without being anybody', async () => {
    const inNameOf = (requested_by: string | null) => (trx: InTransaction) =>
      trx
        .insertInto('platform.job_request')
        .values({ id: randomUUID(), name: 'a.b', payload: '{}', requested_by })
        .execute();
    await refused(inNameOf(people.administrator.personId), people.officer);
    await refused(inNameOf(null), people.officer);
    await expect(db.asOfficer.transaction().execute((trx) => enqueue(trx, 'a.b', {}))).rejects.toThrow(
      /row-level security/,
    );
  });

  test('an officer neither sees nor takes away what waits, and nothing of the queue itself', async () => {
    for (const query of [
      sql`select from platform.job_request`,
      sql`delete from platform.job_request`,
      sql`select payload from platform.failed_job`,
      sql`delete from platform.failed_job`,
      sql`insert into platform.failed_job (id) values (gen_random_uuid())`,
      sql`update platform.failed_job set payload = '{}'`,
      sql`select from jobs.job`,
      sql`select from jobs.queue`,
      sql`select jobs.create_queue('x', '{}')`,
    ])
      await refused((trx) => query.execute(trx));
    for (const outsider of [db.asPublic, db.asSignIn])
      await expect(sql`select from platform.failed_job`.execute(outsider)).rejects.toThrow(
        /permission denied/,
      );
  });

  test('what was given up is seen by administrators of the whole network alone', async () => {
    const id = randomUUID();
    await db.owner
      .insertInto('platform.failed_job')
      .values({ id, name: 'a.b', payload: '{}', error: 'x', tries: 1, failed_at: new Date() })
      .execute();
    const part = { ...people.administrator, adminUnits: [999] };
    expect(await asOfficer(listFailedJobs, people.administrator)).toHaveLength(1);
    expect(await asOfficer(listFailedJobs, part)).toEqual([]);
    expect(await asOfficer(listFailedJobs)).toEqual([]);
    // Nor is another said to have asked for a further run.
    await refused((trx) => runFailedJobAgain(trx, id, people.officer.personId, new Date()));
    await db.owner.deleteFrom('platform.failed_job').execute();
  });
});
