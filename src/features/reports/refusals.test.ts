/** What the citizens' side cannot do, even with a fault in its queries; and what no body, however odd, can do to it. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, createWorld, post, solvedProof, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  const { report } = await aCitizen(world);
  await post(world, '/public/reports', { ...report.submission, proof: await solvedProof(world) });
});
afterAll(() => world.close());

describe('the citizens’ role in the database', () => {
  it.each([
    'reports.report',
    'reports.spent_challenge',
    'cases."case"',
    'cases.message',
    'cases.key_grant',
    'cases.case_key',
    'cases.attachment',
    'cases.event',
    'cases.clock',
    'cases.closing',
    'cases.case_access',
    'network.person',
    'network.session',
    'network.officer_key',
    'network.centre_grant',
    'ledger.outbox',
  ])('reads nothing of %s', async (table) => {
    const { rows } = await sql`select 1 from ${sql.raw(table)} limit 1`.execute(world.db.owner);
    await expect(
      sql`select 1 from ${sql.raw(table)} limit 1`.execute(world.db.asPublic),
    ).rejects.toMatchObject({
      code: '42501',
    });
    if (table === 'cases."case"') expect(rows).toHaveLength(1);
  });

  it.each([
    `insert into reports.report (id) values (gen_random_uuid())`,
    `update cases."case" set stage = 'CLOSED'`,
    `delete from cases.message`,
    `delete from reports.spent_challenge`,
    `select cases.open_case(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)`,
    `select reports.recipient_of(gen_random_uuid())`,
    `select reports.list_unnamed(now(), true)`,
    `select reports.forget_unnamed(gen_random_uuid())`,
    `select ledger.opening(1, '', '')`,
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(world.db.asPublic)).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves the functions of receipts to itself alone', async () => {
    await expect(
      sql`select reports.look_up('\\x00'::bytea)`.execute(world.db.asOfficer),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('bodies of every kind', () => {
  const routes = [
    '/public/reports',
    '/public/follow/look-up',
    '/public/follow/open',
    '/public/follow/messages',
    '/public/follow/proof',
    '/public/follow/files/00000000-0000-4000-8000-000000000000',
  ];

  it.each(routes)('never bring %s down', async (url) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.constant('null')), async (payload) => {
        const { statusCode } = await world.http.inject({
          method: 'POST',
          url,
          payload,
          headers: { 'content-type': 'application/json' },
        });
        expect(statusCode).toBeGreaterThanOrEqual(400);
        expect(statusCode).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  it('with a right shape and one field exchanged never bring filing down', async () => {
    const { report } = await aCitizen(world);
    const fields = Object.keys(report.submission);
    const odd = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.base64String({ maxLength: 4000 }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), odd, async (field, value) => {
        const answer = await post(world, '/public/reports', { ...report.submission, [field]: value });
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['PUT', '/public/uploads/00000000-0000-4000-8000-000000000000', 'application/json', '{}'],
    ['PUT', '/public/uploads/x', 'application/octet-stream', 'x'],
    ['POST', '/public/reports', 'text/xml', '<a/>'],
    ['POST', '/public/reports', 'application/json', '{"__proto__":{"a":1}}'],
    ['GET', '/public/centres/%00/key', 'text/plain', undefined],
    ['GET', `/public/centres/${'a'.repeat(150)}/key`, 'text/plain', undefined],
  ] as const)('%s %s as %s is refused', async (method, url, type, payload) => {
    const { statusCode } = await world.http.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload, headers: { 'content-type': type } }),
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});
