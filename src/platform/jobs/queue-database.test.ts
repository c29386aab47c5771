/** pg-boss over our own connections: its housekeeping, which sends several statements in one text, must come through. */
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { jobsSchema } from './install.ts';
import { queueDatabase } from './queue-database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('the rows of every statement come back, in their order', async () => {
  const { rows } = await queueDatabase(db.asWorker).executeSql('select 1 as a; select 2 as b; select 3 as b');
  expect(rows).toEqual([{ a: 1 }, { b: 2 }, { b: 3 }]);
});

test('one statement with values is as it was', async () => {
  const { rows } = await queueDatabase(db.asWorker).executeSql('select $1::int as a', [7]);
  expect(rows).toEqual([{ a: 7 }]);
});

test('the worker may do all of the housekeeping, and meets no trouble in it', async () => {
  const boss = new PgBoss({
    db: queueDatabase(db.asWorker),
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  const troubles: unknown[] = [];
  boss.on('error', (error) => troubles.push(error));
  await boss.start();
  await boss.createQueue('sweeping', { deleteAfterSeconds: 1 });
  const id = await boss.send('sweeping', {});
  await boss.fetch('sweeping');
  await boss.complete('sweeping', id!);
  await boss.supervise('sweeping');
  await boss.stop({ graceful: false });
  expect(troubles).toEqual([]);
});
