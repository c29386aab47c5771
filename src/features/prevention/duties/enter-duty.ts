/** The next version of a duty, or a new one: in force from a day on. What has been stays as it was. */
import { z } from 'zod';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectDuties } from './duty.queries.ts';
import { dutyRoles } from './duty.ts';

const words = z.string().trim().min(3).max(300);
export const dutyInput = z.object({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9_]{1,39}$/),
  /** The version that the writer saw; 0 for a new duty. */
  baseVersion: z.coerce.number().int().min(0),
  nameTh: words,
  nameEn: words,
  month: z.coerce.number().int().min(1).max(12),
  day: z.coerce.number().int().min(1).max(31),
  remindDays: z.coerce.number().int().min(0).max(120),
  kinds: z.array(z.enum(['ministry', 'department', 'state-enterprise', 'bangkok', 'province'])).min(1),
  roles: z.array(z.enum(dutyRoles)).min(1),
  basisTh: words,
  basisEn: words,
  source: words,
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: z.string().refine((day) => parseCivilDate(day) !== undefined),
});
export type DutyInput = z.input<typeof dutyInput>;
export type DutyField = keyof DutyInput;

export type DutyAnswer =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: 'forbidden' | 'changed-meanwhile' | 'not-later' }
  | { readonly ok: false; readonly problem: 'fields'; readonly fields: readonly DutyField[] };

/** Whether the person keeps the calendar: a planner or administrator of the ministry's centre. */
export async function keepsDuties(
  network: Pick<Network, 'listCentres'>,
  signedIn: SignedIn,
  now: Date,
): Promise<{ readonly unitCode: string; readonly role: 'planner' | 'administrator' } | undefined> {
  const root = (await network.listCentres(now)).find(({ parentCode }) => parentCode === undefined);
  const held = signedIn.appointments.find(
    ({ unitId, role }) => unitId === root?.id && (role === 'planner' || role === 'administrator'),
  );
  return held && { unitCode: held.unitCode, role: held.role as 'planner' | 'administrator' };
}

/** Safe to repeat: the same wording sent twice is one version. */
export async function enterDuty(
  { ground, network }: { ground: Ground; network: Pick<Network, 'listCentres'> },
  signedIn: SignedIn,
  input: unknown,
): Promise<DutyAnswer> {
  const now = ground.now();
  const keeper = await keepsDuties(network, signedIn, now);
  if (!keeper) return { ok: false, problem: 'forbidden' };
  const parsed = dutyInput.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path[0] as DutyField);
    return { ok: false, problem: 'fields', fields: [...new Set(fields)] };
  }
  const duty = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<DutyAnswer> => {
    const before = (await selectDuties(trx)).find(({ code }) => code === duty.code);
    const version = before?.version ?? 0;
    if (
      version === duty.baseVersion + 1 &&
      before?.nameTh === duty.nameTh &&
      before.validFrom === duty.validFrom
    )
      return { ok: true, code: duty.code };
    if (version !== duty.baseVersion) return { ok: false, problem: 'changed-meanwhile' };
    // A version ends when the next begins, so the next begins later; and what was owed in the past is not rewritten.
    if (before && (duty.validFrom <= before.validFrom || duty.validFrom < civilDate(now)))
      return { ok: false, problem: 'not-later' };
    if (before)
      await trx
        .updateTable('prevention.duty')
        .set({ valid_to: duty.validFrom })
        .where('code', '=', duty.code)
        .where('version', '=', version)
        .execute();
    await trx
      .insertInto('prevention.duty')
      .values({
        code: duty.code,
        version: version + 1,
        name_th: duty.nameTh,
        name_en: duty.nameEn,
        month: duty.month,
        day: duty.day,
        remind_days: duty.remindDays,
        kinds: duty.kinds,
        roles: duty.roles,
        href: before?.href ?? null,
        basis_th: duty.basisTh,
        basis_en: duty.basisEn,
        source: duty.source,
        status: duty.status,
        valid_from: duty.validFrom,
        entered_by: signedIn.person.id,
        entered_at: now,
      })
      .execute();
    await recordAct(trx, {
      act: 'prevention.duty-entered',
      object: 'duty',
      id: duty.code,
      unit: keeper.unitCode,
      role: keeper.role,
      at: now.toISOString(),
      facts: { version: version + 1, month: duty.month, day: duty.day, validFrom: duty.validFrom },
    });
    return { ok: true, code: duty.code };
  });
}
