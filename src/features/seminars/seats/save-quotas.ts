/** Sets quotas: only the cells that were changed, so that two organisers do not undo each other. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import { selectKinds } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';

const change = z.object({
  unitId: z.number().int().positive(),
  kind: z.string().min(1).max(30),
  seats: z.number().int().min(0).max(10_000),
});
const changes = z.array(change).max(2_000);

/** Repeating it changes nothing more. Free seats that come of it are offered to those who wait. */
export async function saveQuotas(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
  input: unknown,
): Promise<SeatOutcome<{ changed: number }>> {
  const parsed = changes.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    if (!seminarRole('organise', signedIn.appointments, seminar.unitId)) return refused('forbidden');
    const kinds = (await selectKinds(trx, seminarId)).map(({ code }) => code);
    if (!parsed.data.every(({ kind }) => kinds.includes(kind))) return refused('malformed');
    if (parsed.data.length === 0) return done({ changed: 0 });
    await trx
      .insertInto('seminars.quota')
      .values(
        parsed.data.map(({ unitId, kind, seats }) => ({
          seminar_id: seminarId,
          host_unit_id: seminar.unitId,
          unit_id: unitId,
          kind,
          seats,
          changed_by: signedIn.person.id,
          changed_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['seminar_id', 'unit_id', 'kind']).doUpdateSet(({ ref }) => ({
          seats: ref('excluded.seats'),
          changed_by: ref('excluded.changed_by'),
          changed_at: ref('excluded.changed_at'),
        })),
      )
      .execute();
    await sql`select seminars.settle_seats(${seminarId}, ${now})`.execute(trx);
    await recordAct(trx, {
      act: 'seminars.quotas-set',
      object: 'seminar',
      id: seminarId,
      ...actingIn(signedIn, { unitId: seminar.unitId, hostUnitId: seminar.unitId }),
      at: now.toISOString(),
      facts: {
        centres: new Set(parsed.data.map(({ unitId }) => unitId)).size,
        seats: parsed.data.reduce((sum, { seats }) => sum + seats, 0),
      },
    });
    return done({ changed: parsed.data.length });
  }).catch(refusalOf);
}
