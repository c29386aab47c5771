/** An organiser lets free seats be offered now, also while automatic offers would do it later. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';

export function settleSeats(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SeatOutcome<{ offered: number }>> {
  const now = ground.now();
  return actingAs(
    ground.databases.officer,
    signedIn.actor,
    async (trx): Promise<SeatOutcome<{ offered: number }>> => {
      const seminar = await selectSeminar(trx, seminarId);
      if (!seminar) return refused('not-found');
      if (!seminarRole('organise', signedIn.appointments, seminar.unitId)) return refused('forbidden');
      const { rows } = await sql<{ offered: number }>`
        select seminars.settle_seats(${seminarId}, ${now}, true) as offered`.execute(trx);
      const { offered } = rows[0]!;
      if (offered > 0)
        await recordAct(trx, {
          act: 'seminars.seats-offered',
          object: 'seminar',
          id: seminarId,
          ...actingIn(signedIn, { unitId: seminar.unitId, hostUnitId: seminar.unitId }),
          at: now.toISOString(),
          facts: { offered },
        });
      return done({ offered });
    },
  ).catch(refusalOf);
}
