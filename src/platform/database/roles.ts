/** The program's ordinary roles: what each may touch is granted in migrations; here they get their sign-in. */
import pg from 'pg';
import { StartFailure } from '#platform/http/start-failure.ts';
import { addressFor } from './connection.ts';

/** Group roles, made by the first migration: citizens' side, sign-in (alone reads secrets of accounts), officers' side, background work. */
export const groupRoles = [
  'prongsai_public',
  'prongsai_signin',
  'prongsai_officer',
  'prongsai_worker',
] as const;
export type GroupRole = (typeof groupRoles)[number];
export type RoleAddresses = Readonly<Record<GroupRole, string>>;

/**
 * Gives each group role a sign-in of this database (`<database>_public_login` …) with the given password, so that
 * several installations can share one server. Safe to repeat.
 * @throws StartFailure when the owner may not create roles
 */
export async function openRoles(ownerUrl: string, password: string): Promise<RoleAddresses> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = rows[0]!.name;
    const addresses = {} as Record<GroupRole, string>;
    for (const group of groupRoles) {
      const user = `${database}_${group.slice('prongsai_'.length)}_login`;
      const name = client.escapeIdentifier(user);
      const known = await client.query('select from pg_roles where rolname = $1', [user]);
      // "create role" takes no parameters; the literal is escaped by the driver.
      await client.query(
        `${known.rowCount ? 'alter' : 'create'} role ${name} login nosuperuser nobypassrls nocreaterole nocreatedb password ${client.escapeLiteral(password)}`,
      );
      await client.query(`grant ${group} to ${name}`);
      addresses[group] = addressFor(ownerUrl, { user, password });
    }
    return addresses;
  } catch (cause) {
    throw new StartFailure(
      'roles',
      `the database user of DATABASE_URL must be allowed to create roles (${(cause as Error).message})`,
      'ผู้ใช้ฐานข้อมูลใน DATABASE_URL ต้องมีสิทธิ์สร้าง role',
      { cause },
    );
  } finally {
    await client.end();
  }
}
