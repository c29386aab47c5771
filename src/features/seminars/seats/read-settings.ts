/** The settings page's facts: how seats are given, which kinds, which reminders, which form. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { type Form, selectForm } from './form/form.queries.ts';
import type { Reminder } from './save-settings.ts';
import { type SeatKind, type SeatSettings, selectKinds, selectSettings } from './seat.queries.ts';

export type SettingsView = {
  readonly seminar: Seminar;
  readonly settings: SeatSettings;
  readonly kinds: readonly SeatKind[];
  readonly reminders: readonly Reminder[];
  /** Undefined while the seminar asks nothing. */
  readonly form: Form | undefined;
};

/** Undefined for whoever does not organise the seminar. */
export function readSettings(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SettingsView | undefined> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const reminders = await trx
      .selectFrom('seminars.reminder')
      .select(['kind', 'days_before'])
      .where('seminar_id', '=', seminarId)
      .orderBy('kind')
      .orderBy('days_before', 'desc')
      .execute();
    return {
      seminar,
      settings: await selectSettings(trx, seminarId),
      kinds: await selectKinds(trx, seminarId),
      reminders: reminders.map((row) => ({
        kind: row.kind as Reminder['kind'],
        daysBefore: row.days_before,
      })),
      form: await selectForm(trx, seminarId),
    };
  });
}
