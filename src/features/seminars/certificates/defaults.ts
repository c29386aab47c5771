/** Shares that a seminar asks for when its organisers say nothing: rows in time, which the ministry's planner or an administrator changes. */
import type { SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { type CertificateOutcome, done, refused } from './certificate.ts';
import type { CertificateParts } from './index.ts';

export const defaultCodes = ['attendance-percent', 'post-test-percent'] as const;
export type DefaultCode = (typeof defaultCodes)[number];

export type Default = {
  readonly code: DefaultCode;
  readonly percent: number;
  readonly basis: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export type NewDefault = {
  readonly code: string;
  readonly percent: number;
  readonly basis: string;
  readonly source: string;
  readonly isConfirmed: boolean;
  readonly validFrom: string;
};

/** The role by which a person may change them: at the ministry's own centre. The policies of migration 0023 say the same. */
async function roleOf({ ground, network }: CertificateParts, signedIn: SignedIn) {
  const root = (await network.listCentres(ground.now())).find(({ parentCode }) => parentCode === undefined);
  const held = signedIn.appointments.find(
    ({ unitId, role }) => unitId === root?.id && (role === 'administrator' || role === 'planner'),
  );
  return held && { role: held.role, unit: held.unitCode };
}

/** Latest first within each code. */
export async function listDefaults(
  parts: CertificateParts,
  signedIn: SignedIn,
): Promise<{ readonly rows: readonly Default[]; readonly mayChange: boolean }> {
  const mayChange = (await roleOf(parts, signedIn)) !== undefined;
  const rows = await actingAs(parts.ground.databases.officer, signedIn.actor, (trx) =>
    trx
      .selectFrom('seminars.completion_default')
      .select(['code', 'percent', 'basis', 'source', 'status', 'valid_from', 'valid_to'])
      .orderBy('code')
      .orderBy('valid_from', 'desc')
      .execute(),
  );
  return {
    mayChange,
    rows: rows.map((row) => ({
      code: row.code as DefaultCode,
      percent: row.percent,
      basis: row.basis,
      source: row.source,
      status: row.status as Default['status'],
      validFrom: row.valid_from,
      validTo: row.valid_to ?? undefined,
    })),
  };
}

/** Ends the row in force and begins another; the same change again changes nothing. */
export async function setDefault(
  parts: CertificateParts,
  signedIn: SignedIn,
  change: NewDefault,
): Promise<CertificateOutcome<{ code: string }>> {
  const code = defaultCodes.find((one) => one === change.code);
  const basis = change.basis.trim();
  const source = change.source.trim();
  if (!code || !basis || !source || basis.length > 500 || source.length > 500) return refused('malformed');
  if (!Number.isInteger(change.percent) || change.percent < 0 || change.percent > 100)
    return refused('percent-wrong');
  const validFrom = parseCivilDate(change.validFrom);
  if (!validFrom) return refused('date-wrong');
  const allowed = await roleOf(parts, signedIn);
  if (!allowed) return refused('forbidden');
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const last = await trx
      .selectFrom('seminars.completion_default')
      .select(['percent', 'valid_from'])
      .where('code', '=', code)
      .orderBy('valid_from', 'desc')
      .executeTakeFirst();
    if (last?.valid_from === validFrom && last.percent === change.percent) return done({ code });
    if (last && validFrom <= last.valid_from) return refused('date-wrong');
    await trx
      .updateTable('seminars.completion_default')
      .set({ valid_to: validFrom })
      .where('code', '=', code)
      .where('valid_to', 'is', null)
      .execute();
    await trx
      .insertInto('seminars.completion_default')
      .values({
        code,
        percent: change.percent,
        basis,
        source,
        status: change.isConfirmed ? 'confirmed' : 'unconfirmed',
        valid_from: validFrom,
        changed_by: signedIn.person.id,
      })
      .execute();
    await recordAct(trx, {
      act: 'seminars.completion-default-set',
      object: 'completion-default',
      unit: allowed.unit,
      role: allowed.role,
      at: parts.ground.now().toISOString(),
      facts: { code, percent: change.percent, validFrom },
    });
    return done({ code });
  });
}
