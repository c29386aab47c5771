/** Loads the yearly duties that ship; versions that an administrator has entered stay. */
import type { InTransaction } from '#platform/database/connection.ts';
import { allKinds, dutySeeds } from './duties.seed.ts';

export async function seedDuties(trx: InTransaction): Promise<void> {
  await trx
    .insertInto('prevention.duty')
    .values(
      dutySeeds.map((duty) => ({
        code: duty.code,
        version: 1,
        name_th: duty.nameTh,
        name_en: duty.nameEn,
        month: duty.month,
        day: duty.day,
        remind_days: duty.remindDays ?? 14,
        kinds: [...(duty.kinds ?? allKinds)],
        roles: [...duty.roles],
        href: duty.href ?? null,
        basis_th: duty.basisTh,
        basis_en: duty.basisEn,
        source: duty.source,
        status: duty.status ?? 'unconfirmed',
        valid_from: '2025-10-01',
      })),
    )
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
}
