/** The official holidays that an official has confirmed: the only ones that move a deadline. */
import type { CivilDate } from '#platform/calendar/civil-date.ts';
import { holidaySeed } from '#platform/calendar/holidays.seed.ts';
import type { InTransaction, Queries } from './connection.ts';

/** Unconfirmed days are left out, so that an error in the list makes a clock early, never late. */
export async function readHolidays(db: Queries): Promise<ReadonlySet<CivilDate>> {
  const rows = await db
    .selectFrom('platform.holiday')
    .select('date')
    .where('status', '=', 'confirmed')
    .execute();
  return new Set(rows.map((row) => row.date as CivilDate));
}

/** Adds the holidays that ship with the product and are not there yet, as the owner; an entered day stays as it is. */
export async function seedHolidays(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('platform.holiday')
    .values(
      holidaySeed.map((holiday) => ({
        date: holiday.date,
        name_th: holiday.nameTh,
        name_en: holiday.nameEn,
        status: holiday.status,
        basis: holiday.basis,
        source: holiday.source,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
