/** Materials and consents; row-level security decides which, and never shows more than the speakers agreed. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Audience, Consent, ConsentScope, Material, MaterialKind } from './material.ts';

const columns = [
  'id',
  'seminar_id',
  'slot_id',
  'speaker_id',
  'kind',
  'title_th',
  'title_en',
  'audience',
  'link',
  'file_id',
  'file_name',
  'media_type',
  'size',
] as const;

export async function selectMaterials(
  db: Queries,
  wanted: { readonly seminarId: string; readonly id?: string },
): Promise<readonly Material[]> {
  const rows = await db
    .selectFrom('seminars.material')
    .select(columns)
    .select(sql<number>`seminars.material_rank(slot_id, speaker_id, kind, audience, seen)`.as('reach'))
    .where('seminar_id', '=', wanted.seminarId)
    .where('removed_at', 'is', null)
    .$if(wanted.id !== undefined, (query) => query.where('id', '=', wanted.id!))
    .orderBy('title_th')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    seminarId: row.seminar_id,
    slotId: row.slot_id ?? undefined,
    speakerId: row.speaker_id ?? undefined,
    kind: row.kind as MaterialKind,
    titleTh: row.title_th,
    titleEn: row.title_en ?? undefined,
    audience: row.audience as Audience,
    link: row.link ?? undefined,
    fileId: row.file_id ?? undefined,
    fileName: row.file_name ?? undefined,
    mediaType: row.media_type ?? undefined,
    size: row.size === null ? undefined : Number(row.size),
    reach: row.reach,
  }));
}

export type NamedSpeaker = {
  readonly id: string;
  readonly nameTh: string;
  readonly nameEn: string | undefined;
};

export async function selectSpeakers(db: Queries, seminarId: string): Promise<readonly NamedSpeaker[]> {
  const rows = await db
    .selectFrom('seminars.speaker')
    .select(['id', 'name_th', 'name_en'])
    .where('seminar_id', '=', seminarId)
    .orderBy('name_th')
    .execute();
  return rows.map((row) => ({ id: row.id, nameTh: row.name_th, nameEn: row.name_en ?? undefined }));
}

/** The last word of each speaker. */
export async function selectConsents(db: Queries, seminarId: string): Promise<readonly Consent[]> {
  const rows = await db
    .selectFrom('seminars.speaker_consent')
    .distinctOn('speaker_id')
    .select(['speaker_id', 'scope', 'given_on', 'given_how'])
    .where('seminar_id', '=', seminarId)
    .orderBy('speaker_id')
    .orderBy('no', 'desc')
    .execute();
  return rows.map((row) => ({
    speakerId: row.speaker_id,
    scope: row.scope as ConsentScope,
    givenOn: row.given_on,
    givenHow: row.given_how,
  }));
}
