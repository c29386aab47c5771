/** SQL of rooms, speakers and parts; run as the public or inside `actingAs`, row-level security decides. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { selectSlots } from '../seminar.queries.ts';
import type { SpeakerRole } from '../seminar.ts';
import type { Affiliation, Competency, KnownSpeaker, Programme } from './programme.ts';

/** What everybody may see of it. */
export async function selectProgramme(db: Queries, seminarId: string): Promise<Programme> {
  const rooms = await db
    .selectFrom('seminars.room')
    .select(['id', 'name_th', 'name_en', 'capacity'])
    .where('seminar_id', '=', seminarId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const speakers = await db
    .selectFrom('seminars.speaker')
    .select(['id', 'name_th', 'name_en', 'position_th', 'organisation_th'])
    .where('seminar_id', '=', seminarId)
    .orderBy('name_th')
    .execute();
  const slots = await selectSlots(db, seminarId);
  const details = await db
    .selectFrom('seminars.slot')
    .select(['id', 'detail_th', 'detail_en', 'groups', 'changed_at'])
    .where('seminar_id', '=', seminarId)
    .execute();
  const spoken = await db
    .selectFrom('seminars.slot_speaker')
    .select(['slot_id', 'speaker_id', 'role', 'group_no'])
    .where('seminar_id', '=', seminarId)
    // Whoever leads a part is named first.
    .orderBy(sql`case role when 'moderator' then 1 else 0 end`)
    .orderBy('group_no')
    .orderBy('speaker_id')
    .execute();
  const detailOf = new Map(details.map((detail) => [detail.id, detail]));
  return {
    rooms: rooms.map((room) => ({
      id: room.id,
      nameTh: room.name_th,
      nameEn: room.name_en ?? undefined,
      capacity: room.capacity ?? undefined,
    })),
    speakers: speakers.map((speaker) => ({
      id: speaker.id,
      nameTh: speaker.name_th,
      nameEn: speaker.name_en ?? undefined,
      positionTh: speaker.position_th,
      organisationTh: speaker.organisation_th,
    })),
    slots: slots.flatMap((slot) => {
      const detail = detailOf.get(slot.id);
      if (!detail) return [];
      return {
        ...slot,
        detailTh: detail.detail_th,
        detailEn: detail.detail_en,
        groups: detail.groups,
        changedAt: detail.changed_at,
        speakers: spoken
          .filter(({ slot_id }) => slot_id === slot.id)
          .map((each) => ({
            speakerId: each.speaker_id,
            role: each.role as SpeakerRole,
            groupNo: each.group_no ?? undefined,
          })),
      };
    }),
  };
}

/** With what only organisers are shown. */
export async function selectKnownSpeakers(
  trx: InTransaction,
  seminarId: string,
): Promise<readonly KnownSpeaker[]> {
  const rows = await trx
    .selectFrom('seminars.speaker')
    .select(['id', 'name_th', 'name_en', 'position_th', 'organisation_th', 'affiliation', 'email'])
    .where('seminar_id', '=', seminarId)
    .orderBy('name_th')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nameTh: row.name_th,
    nameEn: row.name_en ?? undefined,
    positionTh: row.position_th,
    organisationTh: row.organisation_th,
    affiliation: row.affiliation as Affiliation,
    email: row.email ?? undefined,
  }));
}

/** In force on the day. */
export async function selectCompetencies(db: Queries, today: string): Promise<readonly Competency[]> {
  const rows = await db
    .selectFrom('seminars.competency')
    .select(['code', 'name_th', 'name_en'])
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ code: row.code, nameTh: row.name_th, nameEn: row.name_en }));
}
