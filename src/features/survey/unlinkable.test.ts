/** With the eyes of the database's owner, who reads every table, every hidden column and the files: whose answer is whose? */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKey } from './code-rules.ts';
import { anAnswer } from './testing/draw.ts';
import { createSurveyWorld, type SurveyWorld } from './testing/world.ts';
import { hashOf } from './token.ts';

let world: SurveyWorld;
beforeAll(async () => {
  world = await createSurveyWorld();
}, 120_000);
afterAll(() => world?.stop());

type Hidden = { readonly xmin: string; readonly ctid: string };
const rows = async <T>(query: ReturnType<typeof sql<T & Hidden>>) =>
  (await query.execute(world.db.owner)).rows;
const place = ({ ctid }: Hidden) => {
  const [page, line] = ctid.slice(1, -1).split(',').map(Number);
  return page! * 10_000 + line!;
};

/** Of the orders that two lists give the same things: 1 the same, 0 unrelated, -1 reversed. */
function correlation(before: readonly string[], after: readonly string[]): number {
  const n = before.length;
  const squares = before.reduce((sum, one, at) => sum + (at - after.indexOf(one)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

test('neither column, transaction, place nor time joins an answer to a token', async () => {
  const id = await world.opened({ entitled: { Y1: 500 } });
  const codes = await world.codes(id, 200);
  const hash = (code: string) => hashOf(world.ground.secrets.tokenKey, id, readKey(code)!).toString('hex');
  // Every answer is one of a kind, as an attacker's dream would have it.
  const words = codes.map((_, at) => `ลำดับที่ ${at}`);
  for (const [at, code] of codes.entries()) {
    await world.send(code, anAnswer(String(1 + (at % 4)), 'Y5', words[at]!));
    // The clock of the program comes by now and then, with fewer waiting than the smallest group too.
    if (at % 27 === 4) await world.runJobs(['survey.count']);
  }
  await world.runJobs(['survey.count']);

  const columns = await sql<{ table_name: string; column_name: string; data_type: string }>`
    select table_name, column_name, data_type
    from information_schema.columns
    where table_schema = 'survey'
      and table_name in ('arrival', 'tally', 'returned', 'remark', 'spent', 'fresh_spent', 'code', 'issued')`.execute(
    world.db.owner,
  );
  // No time, no number that counts up, and nothing that stands on both sides but the round.
  expect(columns.rows.filter(({ data_type }) => /time|date/.test(data_type))).toEqual([]);
  expect(columns.rows.filter(({ data_type }) => data_type === 'bigint')).toEqual([]);
  const of = (...tables: string[]) =>
    new Set(
      columns.rows
        .filter(({ table_name }) => tables.includes(table_name))
        .map(({ column_name }) => column_name),
    );
  const answers = of('arrival', 'tally', 'returned', 'remark');
  const tokens = of('spent', 'fresh_spent', 'code', 'issued');
  expect([...answers].filter((name) => tokens.has(name))).toEqual(['round_id']);

  const spent = await rows(sql<{ hash: string } & Hidden>`
    select xmin::text, ctid::text, encode(token_hash, 'hex') as hash from survey.spent`);
  const remarks = await rows(sql<{ said: string } & Hidden>`
    select xmin::text, ctid::text, said from survey.remark`);
  expect(spent).toHaveLength(200);
  expect(remarks.length).toBeGreaterThan(180);
  // One transaction wrote all of them, so that none says which rows came together.
  expect(new Set(spent.map(({ xmin }) => xmin)).size).toBe(1);
  expect(new Set(remarks.map(({ xmin }) => xmin)).size).toBe(1);
  // Places follow the hash on one side and chance on the other, not the order of arrival.
  const bySpent = [...spent].sort((a, b) => place(a) - place(b)).map((row) => row.hash);
  expect(bySpent).toEqual([...bySpent].sort());
  expect(Math.abs(correlation(codes.map(hash), bySpent))).toBeLessThan(0.3);
  const byRemark = [...remarks].sort((a, b) => place(a) - place(b)).map(({ said }) => said);
  const arrived = words.filter((word) => byRemark.includes(word));
  expect(Math.abs(correlation(arrived, byRemark))).toBeLessThan(0.3);
  const shownOrder = (
    await sql<{ said: string }>`select said from survey.remark order by id`.execute(world.db.owner)
  ).rows;
  expect(
    Math.abs(
      correlation(
        arrived,
        shownOrder.map(({ said }) => said),
      ),
    ),
  ).toBeLessThan(0.3);

  // What waits is fewer than the smallest group, in one transaction, and no dead row of those before lies in the file.
  const waiting = await rows(sql<Hidden>`select xmin::text, ctid::text from survey.arrival`);
  expect(waiting.length).toBeLessThan(10);
  expect(new Set(waiting.map(({ xmin }) => xmin)).size).toBeLessThanOrEqual(1);
  expect(waiting.every(({ ctid }) => ctid.startsWith('(0,'))).toBe(true);
  const sizes = await sql<{ fresh: number; dead: number }>`
    select
      pg_relation_size('survey.fresh_spent')::int as fresh,
      (select count(*)::int from survey.tally where people < 0) as dead`.execute(world.db.owner);
  expect(sizes.rows[0]).toEqual({ fresh: 0, dead: 0 });
  // Tallies are sums: the best known answer of all is a number among others.
  const tally = await rows(sql<{ people: number } & Hidden>`
    select xmin::text, ctid::text, people from survey.tally`);
  expect(Math.min(...tally.map(({ people }) => people))).toBeGreaterThan(30);

  await world.closed(id);
  const left = await sql<{ tokens: number }>`
    select
      (select count(*)::int from survey.spent) + (select count(*)::int from survey.code) as tokens`.execute(
    world.db.owner,
  );
  expect(left.rows[0]!.tokens).toBe(0);
}, 120_000);

test('a batch is never counted with fewer than the smallest group before the end', async () => {
  await world.clear();
  const id = await world.opened();
  const codes = await world.codes(id, 25);
  const counted: number[] = [];
  for (const code of codes) {
    await world.send(code);
    await world.runJobs(['survey.count']);
    const { rows: sums } = await sql<{ people: number }>`
      select coalesce(sum(people), 0)::int as people from survey.returned`.execute(world.db.owner);
    counted.push(sums[0]!.people);
  }
  expect([...new Set(counted)]).toEqual([0, 10, 20]);
  await world.clear();
});

test('logs hold neither code, nor token, nor answer, nor the address of who sends', async () => {
  await world.clear();
  const id = await world.opened();
  const [code] = await world.codes(id, 1);
  const before = world.log().length;
  await world.server.inject({
    method: 'POST',
    url: '/survey/TH-50/2570',
    remoteAddress: '203.0.113.77',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key: code!, words: 'ความลับของแบบสำรวจ' }).toString(),
  });
  const log = world.log().slice(before);
  for (const secret of [
    code!,
    code!.replaceAll('-', ''),
    'ความลับ',
    encodeURIComponent('ความลับ'),
    '203.0.113.77',
  ])
    expect(log).not.toContain(secret);
});
