/** Duties with all their versions. */
import type { CentreKind, Role } from '#features/network/index.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Duty } from './duty.ts';

/** Newest version of each code first. */
export async function selectDuties(db: Queries): Promise<readonly Duty[]> {
  const rows = await db
    .selectFrom('prevention.duty')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    month: row.month,
    day: row.day,
    remindDays: row.remind_days,
    kinds: row.kinds as CentreKind[],
    roles: row.roles as Role[],
    href: row.href ?? undefined,
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    isConfirmed: row.status === 'confirmed',
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}
