/** How seats of a seminar are given: kinds, offers, what the public sees, citizen numbers, reminders. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';

const name = z.string().trim().min(1).max(100);
const kind = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,29}$/),
  nameTh: name,
  nameEn: name,
  seats: z.number().int().min(0).max(100_000).optional(),
  isOpen: z.boolean(),
});
const reminder = z.object({
  kind: z.enum(['nominate', 'form', 'seminar']),
  daysBefore: z.number().int().min(0).max(90),
});
export const settingsForm = z.object({
  confirms: z.enum(['at-once', 'by-organiser']),
  offersAutomatic: z.boolean(),
  offerHours: z.number().int().min(1).max(720),
  showsRemaining: z.boolean(),
  /** Empty: citizen numbers are not asked for. */
  citizenNumberReason: z.union([z.literal(''), z.string().trim().min(10).max(500)]),
  citizenNumberDays: z.number().int().min(1).max(3_650),
  kinds: z.array(kind).min(1).max(12),
  reminders: z.array(reminder).max(12),
});
export type SettingsForm = z.input<typeof settingsForm>;
export type Reminder = z.infer<typeof reminder>;

/** Repeating it changes nothing more. */
export async function saveSettings(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
  input: unknown,
): Promise<SeatOutcome<{ offered: number }>> {
  const parsed = settingsForm.safeParse(input);
  if (!parsed.success || !parsed.data.kinds.some(({ isOpen }) => isOpen)) return refused('malformed');
  const form = parsed.data;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    if (!seminarRole('organise', signedIn.appointments, seminar.unitId)) return refused('forbidden');
    await trx
      .updateTable('seminars.seat_settings')
      .set({
        confirms: form.confirms,
        offers_automatic: form.offersAutomatic,
        offer_hours: form.offerHours,
        shows_remaining: form.showsRemaining,
        citizen_number_reason: form.citizenNumberReason || null,
        citizen_number_days: form.citizenNumberDays,
        changed_at: now,
      })
      .where('seminar_id', '=', seminarId)
      .execute();
    await saveKinds(trx, seminarId, form.kinds);
    await saveReminders(trx, seminarId, form.reminders);
    const { rows } = await sql<{ offered: number }>`
      select seminars.settle_seats(${seminarId}, ${now}) as offered`.execute(trx);
    await recordAct(trx, {
      act: 'seminars.seat-settings-changed',
      object: 'seminar',
      id: seminarId,
      ...actingIn(signedIn, { unitId: seminar.unitId, hostUnitId: seminar.unitId }),
      at: now.toISOString(),
      facts: {
        confirms: form.confirms,
        offerHours: form.offerHours,
        citizenNumbers: form.citizenNumberReason !== '',
      },
    });
    return done({ offered: rows[0]!.offered });
  }).catch(refusalOf);
}

async function saveKinds(trx: InTransaction, seminarId: string, kinds: readonly z.infer<typeof kind>[]) {
  await trx
    .insertInto('seminars.seat_kind')
    .values(
      kinds.map((each, position) => ({
        seminar_id: seminarId,
        code: each.code,
        name_th: each.nameTh,
        name_en: each.nameEn,
        seats: each.seats ?? null,
        is_open: each.isOpen,
        position,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['seminar_id', 'code']).doUpdateSet(({ ref }) => ({
        name_th: ref('excluded.name_th'),
        name_en: ref('excluded.name_en'),
        seats: ref('excluded.seats'),
        is_open: ref('excluded.is_open'),
        position: ref('excluded.position'),
      })),
    )
    .execute();
}

async function saveReminders(trx: InTransaction, seminarId: string, reminders: readonly Reminder[]) {
  await trx.deleteFrom('seminars.reminder').where('seminar_id', '=', seminarId).execute();
  const unique = new Map(reminders.map((each) => [`${each.kind} ${each.daysBefore}`, each]));
  if (unique.size > 0)
    await trx
      .insertInto('seminars.reminder')
      .values(
        [...unique.values()].map((each) => ({
          seminar_id: seminarId,
          kind: each.kind,
          days_before: each.daysBefore,
        })),
      )
      .execute();
}
