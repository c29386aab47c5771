/** Rooms and speakers of a seminar: entered once, used by every part; and what is taken away again. */
import type { SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import { type Outcome, refused } from '../outcome.ts';
import { fieldsOf } from '../projects/seminar.schemas.ts';
import { changed, changeProgramme, unchanged } from './change-programme.ts';
import { removal, roomForm, speakerForm } from './programme.schemas.ts';

type Saved = Promise<Outcome<{ id: string }>>;

/** Safe to repeat; the last one who saves a room decides. */
export async function saveRoom(ground: Ground, signedIn: SignedIn, input: unknown): Saved {
  const parsed = roomForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const { id, seminarId, nameTh, nameEn, capacity } = parsed.data;
  return changeProgramme(ground, signedIn, { seminarId, what: 'room', id }, async (trx) => {
    const last = await trx
      .selectFrom('seminars.room')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('seminar_id', '=', seminarId)
      .executeTakeFirst();
    const columns = { name_th: nameTh, name_en: nameEn ?? null, capacity: capacity ?? null };
    await trx
      .insertInto('seminars.room')
      .values({ id, seminar_id: seminarId, position: (last?.position ?? 0) + 1, ...columns })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(columns).where('seminars.room.seminar_id', '=', seminarId),
      )
      .execute();
    return changed({ id });
  });
}

/** Safe to repeat; the last one who saves a speaker decides. */
export async function saveSpeaker(ground: Ground, signedIn: SignedIn, input: unknown): Saved {
  const parsed = speakerForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const { id, seminarId, ...speaker } = parsed.data;
  return changeProgramme(ground, signedIn, { seminarId, what: 'speaker', id }, async (trx) => {
    const columns = {
      name_th: speaker.nameTh,
      name_en: speaker.nameEn ?? null,
      position_th: speaker.positionTh,
      organisation_th: speaker.organisationTh,
      affiliation: speaker.affiliation,
      email: speaker.email?.toLowerCase() ?? null,
    };
    await trx
      .insertInto('seminars.speaker')
      .values({ id, seminar_id: seminarId, ...columns })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(columns).where('seminars.speaker.seminar_id', '=', seminarId),
      )
      .execute();
    return changed({ id });
  });
}

/** A part goes with its speakers' places; rooms and speakers only when no part needs them. */
export async function remove(
  ground: Ground,
  signedIn: SignedIn,
  what: 'part' | 'room' | 'speaker',
  input: unknown,
): Saved {
  const parsed = removal.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, seminarId } = parsed.data;
  return changeProgramme(ground, signedIn, { seminarId, what, id }, async (trx) => {
    const isUsed =
      what === 'room'
        ? await trx.selectFrom('seminars.slot').select('id').where('room_id', '=', id).executeTakeFirst()
        : what === 'speaker'
          ? await trx
              .selectFrom('seminars.slot_speaker')
              .select('slot_id')
              .where('speaker_id', '=', id)
              .executeTakeFirst()
          : undefined;
    if (isUsed) return refused('in-use');
    const table = { part: 'seminars.slot', room: 'seminars.room', speaker: 'seminars.speaker' } as const;
    const result = await trx
      .deleteFrom(table[what])
      .where('id', '=', id)
      .where('seminar_id', '=', seminarId)
      .executeTakeFirst();
    return Number(result.numDeletedRows) > 0 ? changed({ id }) : unchanged({ id });
  });
}
