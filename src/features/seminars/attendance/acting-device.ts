/** One transaction for a device at the door, which has no account: the functions of migration 0023 then answer for its seminar. */
import { sql } from 'kysely';
import type { Database, InTransaction } from '#platform/database/connection.ts';

/** The caller has checked the device's secret (`knowDevice`). */
export function actingAsDevice<T>(
  db: Database,
  deviceId: string,
  work: (trx: InTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('app.scan_device', ${deviceId}, true)`.execute(trx);
    return work(trx);
  });
}
