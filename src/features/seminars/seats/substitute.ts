/** Another person takes the same seat, at the same place in the queue; who gave it up keeps her history. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { RegistrationState } from '../seminar.ts';
import { nominee } from './nominate.ts';
import { selectOne } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';

const substitution = nominee.extend({
  /** Of the new registration. */
  id: z.uuid(),
  /** Whose seat it was. */
  replaces: z.uuid(),
  personId: z.uuid().optional(),
  reason: z.string().trim().max(300).default(''),
});

/** Safe to repeat with the same id. */
export async function substituteSeat(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  input: unknown,
): Promise<SeatOutcome<{ id: string; state: RegistrationState }>> {
  const parsed = substitution.safeParse(input);
  if (!parsed.success) return refused('name-needed');
  const asked = parsed.data;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const old = await selectOne(trx, asked.replaces);
    if (!old) return refused('not-found');
    let { nameTh, positionTh } = asked;
    if (asked.personId !== undefined) {
      const people = await network.listColleagues(trx, old.unitId);
      const colleague = people.find(({ id }) => id === asked.personId);
      if (!colleague) return refused('not-found');
      nameTh = colleague.nameTh;
      positionTh = colleague.positionTh ?? '';
    }
    const { rows } = await sql<{ state: RegistrationState }>`
      select seminars.substitute_seat(
        ${old.id}, ${asked.id}, ${now}, ${asked.reason || null}, ${asked.personId ?? null},
        ${asked.prefixTh}, ${nameTh}, ${positionTh}, ${asked.email.toLowerCase() || null}, ${asked.phone || null}
      ) as state`.execute(trx);
    if (old.state !== 'substituted')
      await recordAct(trx, {
        act: 'seminars.seat-substitute',
        object: 'seat',
        id: old.id,
        ...actingIn(signedIn, old),
        at: now.toISOString(),
        facts: { seminar: old.seminarId, by: asked.id, state: old.state },
      });
    return done({ id: asked.id, state: rows[0]!.state });
  }).catch(refusalOf);
}
