/** Moves a part to another time or room, as the timetable does by drag or by keys. */
import type { SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import { type Outcome, refused } from '../outcome.ts';
import { changed, changeProgramme, unchanged } from './change-programme.ts';
import { selectProgramme } from './programme.queries.ts';
import { placeForm } from './programme.schemas.ts';
import { clashOf } from './programme-rules.ts';

/** Safe to repeat: a part that is already there is left as it is. */
export async function placeSlot(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ changedAt: Date }>> {
  const parsed = placeForm.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { seminarId, slotId: id, roomId, changedAt } = parsed.data;
  const startsAt = new Date(parsed.data.startsAt);
  const endsAt = new Date(parsed.data.endsAt);
  return changeProgramme(ground, signedIn, { seminarId, what: 'part', id }, async (trx, now) => {
    const programme = await selectProgramme(trx, seminarId);
    const slot = programme.slots.find((each) => each.id === id);
    if (!slot) return refused('not-found');
    const isThere =
      slot.startsAt.getTime() === startsAt.getTime() &&
      slot.endsAt.getTime() === endsAt.getTime() &&
      slot.roomId === roomId;
    if (isThere) return unchanged({ changedAt: slot.changedAt });
    if (slot.changedAt.toISOString() !== changedAt) return refused('changed-meanwhile');
    if (roomId && !programme.rooms.some((room) => room.id === roomId)) return refused('not-found');
    const wanted = { ...slot, startsAt, endsAt, roomId };
    const found = clashOf(wanted, programme.slots, programme.rooms, programme.speakers);
    if (found) return refused(found.code, { clash: found.clash });
    await trx
      .updateTable('seminars.slot')
      .set({ starts_at: startsAt, ends_at: endsAt, room_id: roomId ?? null, changed_at: now })
      .where('id', '=', id)
      .execute();
    return changed({ changedAt: now });
  });
}
