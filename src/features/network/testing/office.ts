/** For tests only: officers with accounts and sessions on a test database, and requests in their name. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import type { TestDatabase } from '#platform/database/test-database.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import type { Role } from '../network.ts';
import { beginSession, sessionCookieName } from '../session.ts';

export type TestOfficer = { readonly id: string; readonly email: string; readonly cookie: string };
export type TestKey = {
  readonly identity: Identity;
  readonly recipient: Recipient;
  readonly version: number;
};

const given = ['สมศรี', 'ประเสริฐ', 'วิไลวรรณ', 'อนุชา', 'กมลชนก', 'ธีรพงษ์'];
let made = 0;

/** An account with roles in a centre, signed in now. */
export async function anOfficer(
  db: TestDatabase,
  unitCode: string,
  roles: readonly Role[],
  { now = new Date(), actingFor }: { now?: Date; actingFor?: string } = {},
): Promise<TestOfficer> {
  const id = randomUUID();
  const name = given[made++ % given.length]!;
  const email = `officer${made}.${id.slice(0, 8)}@moi.example`;
  await db.owner
    .insertInto('network.person')
    .values({ id, email, name_th: `${name} ใจซื่อ`, created_at: now })
    .execute();
  for (const role of roles) await appointTest(db, id, unitCode, role, { now, actingFor });
  const cookie = await beginSession(db.asSignIn, { personId: id, method: 'password', device: 'test' }, now);
  return { id, email, cookie };
}

export async function appointTest(
  db: TestDatabase,
  personId: string,
  unitCode: string,
  role: Role,
  { now = new Date(), actingFor }: { now?: Date; actingFor?: string | undefined } = {},
): Promise<string> {
  const id = randomUUID();
  const unit = await db.owner
    .selectFrom('network.unit')
    .select('id')
    .where('code', '=', unitCode)
    .executeTakeFirstOrThrow();
  await db.owner
    .insertInto('network.appointment')
    .values({
      id,
      person_id: personId,
      unit_id: unit.id,
      role,
      acting_for: actingFor ?? null,
      valid_from: '2020-01-01',
      made_at: now,
    })
    .execute();
  return id;
}

/** Public keys as enrolled in a browser; the secret half is handed to the test. */
export async function enrolTest(db: TestDatabase, personId: string): Promise<TestKey> {
  const identity = generateIdentity();
  const recipient = await recipientOf(identity);
  await db.owner
    .insertInto('network.officer_key')
    .values({
      person_id: personId,
      version: 1,
      recipient,
      signing_key: randomBytes(32),
      created_at: new Date(),
    })
    .execute();
  return { identity, recipient, version: 1 };
}

/** A request as the officer's browser sends it; without an officer, as a stranger's. */
export function send(
  server: FastifyInstance,
  officer: Pick<TestOfficer, 'cookie'> | undefined,
  path: string,
  payload?: object,
): Promise<LightMyRequestResponse> {
  const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' };
  if (officer) headers['cookie'] = `${sessionCookieName}=${officer.cookie}`;
  return server.inject(
    payload === undefined
      ? { method: 'GET', url: path, headers }
      : { method: 'POST', url: path, headers, payload },
  );
}

/** The session that an answer's cookie begins. */
export function sessionOf(answer: LightMyRequestResponse): string {
  const line = [answer.headers['set-cookie']].flat().find((one) => one?.startsWith(`${sessionCookieName}=`));
  return line?.split(';')[0]?.slice(sessionCookieName.length + 1) ?? '';
}

/** Acts of the ledger so far, oldest first, wherever they wait. */
export async function actsSoFar(
  db: TestDatabase,
): Promise<readonly { act: string; [key: string]: unknown }[]> {
  // One statement, one snapshot: the integrator moves acts from the one to the other meanwhile.
  const { rows } = await sql<{ entry: string | null }>`
    select entry from (
      select outbox_id as id, entry from ledger.entry union all select id, entry from ledger.outbox
    ) acts order by id`.execute(db.owner);
  return rows.map(({ entry }) => JSON.parse(entry ?? '{"act":"erased"}'));
}
