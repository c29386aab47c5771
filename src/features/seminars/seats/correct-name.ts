/** Mends a name, an address or a telephone number that was typed wrong. It is no way of sending somebody else. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { nominee } from './nominate.ts';
import { selectOne } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';

const correction = nominee.extend({ id: z.uuid() });

/** Before the head's approval whoever named the person may; after it the organisers. */
export async function correctName(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<SeatOutcome<{ id: string }>> {
  const parsed = correction.safeParse(input);
  if (!parsed.success) return refused('name-needed');
  const { id, ...person } = parsed.data;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seat = await selectOne(trx, id);
    if (!seat) return refused('not-found');
    const { numUpdatedRows } = await trx
      .updateTable('seminars.registration')
      .set({
        prefix_th: person.prefixTh,
        name_th: person.nameTh,
        position_th: person.positionTh,
        email: person.email.toLowerCase() || null,
        phone: person.phone || null,
        changed_at: now,
      })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return refused('forbidden');
    await recordAct(trx, {
      act: 'seminars.seat-corrected',
      object: 'seat',
      id,
      ...actingIn(signedIn, seat),
      at: now.toISOString(),
      facts: { seminar: seat.seminarId },
    });
    return done({ id });
  }).catch(refusalOf);
}
