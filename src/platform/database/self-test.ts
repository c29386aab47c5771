/** Questions asked of a database before the program trusts it, each refused with one clear sentence. */
import pg from 'pg';
import { StartFailure } from '#platform/http/start-failure.ts';

/**
 * Checks that the database answers, is PostgreSQL 15 or newer, in UTF-8, under a locale that knows Thai letters.
 * @throws StartFailure
 */
export async function selfTest(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => undefined);
    const reason = (cause as Error).message || (cause as { code?: string }).code || 'no answer';
    throw new StartFailure(
      'database-unreachable',
      `the database of DATABASE_URL does not let us in (${reason}); check address, user and password`,
      'เข้าฐานข้อมูลตาม DATABASE_URL ไม่ได้ โปรดตรวจที่อยู่ ชื่อผู้ใช้ และรหัสผ่าน',
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ version: number; encoding: string; thai: boolean }>(`
      select
        current_setting('server_version_num')::int as version,
        current_setting('server_encoding') as encoding,
        '\u0e28\u0e39\u0e19\u0e22' ~ '^[[:alpha:]]+$' as thai`);
    const { version, encoding, thai } = rows[0]!;
    if (version < 150_000)
      throw new StartFailure(
        'database-version',
        `PostgreSQL 15 or newer is needed; this is ${Math.floor(version / 10_000)}`,
        'ต้องใช้ PostgreSQL 15 ขึ้นไป',
      );
    if (encoding !== 'UTF8')
      throw new StartFailure(
        'database-encoding',
        `the database must be in UTF8, not ${encoding}; create it anew with encoding UTF8`,
        'ฐานข้อมูลต้องใช้รหัสอักขระ UTF8',
      );
    if (!thai)
      throw new StartFailure(
        'database-locale',
        "the database's locale (C) knows no Thai letters, so search would fail; create it anew with locale C.UTF-8 or th_TH.UTF-8",
        'ฐานข้อมูลใช้ locale C ซึ่งไม่รู้จักอักษรไทย โปรดสร้างใหม่ด้วย C.UTF-8 หรือ th_TH.UTF-8',
      );
  } finally {
    await client.end();
  }
}
