/** Organisers add materials, take them away, and record how far a speaker agreed. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { organised, type Parts, unitCode } from '../learning/needs.ts';
import { done, isUuid, type Outcome, refused } from '../learning/outcome.ts';
import { selectSlots } from '../seminar.queries.ts';
import { selectMaterials, selectSpeakers } from './material.queries.ts';
import { audiences, consentScopes, materialKinds } from './material.ts';
import { mediaTypeOf } from './material-rules.ts';
import { selectUpload } from './upload-file.ts';

const materialInput = z.object({
  id: z.uuid(),
  seminarId: z.uuid(),
  kind: z.enum(materialKinds),
  titleTh: z.string().trim().min(2).max(200),
  titleEn: z.string().trim().max(200),
  audience: z.enum(audiences),
  slotId: z.string(),
  speakerId: z.string(),
  link: z.string().trim().max(1000),
  /** Of a file that has been uploaded under the material's id. */
  fileName: z.string().trim().max(200),
});

/** A link, or a file uploaded before. Safe to repeat with the same id. */
export async function addMaterial(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = materialInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const entry = parsed.data;
  const { ground } = parts;
  const now = ground.now();
  if (!entry.fileName && !/^https:\/\/[^\s]+$/.test(entry.link)) return refused('link-wrong', ['link']);
  const file = entry.fileName ? await measure(parts, signedIn, entry) : undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, entry.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    if ((await selectMaterials(trx, entry)).length > 0) return done({ id: entry.id });
    if (entry.fileName) {
      const consumed = file && (await consumeUpload(trx, entry.id));
      if (!consumed) return refused('file-missing', ['file']);
    }
    const slots = await selectSlots(trx, seminar.id);
    const speakers = await selectSpeakers(trx, seminar.id);
    const slotId = slots.find(({ id }) => id === entry.slotId)?.id ?? null;
    const speakerId = speakers.find(({ id }) => id === entry.speakerId)?.id ?? null;
    const result = await trx
      .insertInto('seminars.material')
      .values({
        id: entry.id,
        seminar_id: seminar.id,
        host_unit_id: seminar.unitId,
        slot_id: slotId,
        speaker_id: speakerId,
        kind: entry.kind,
        title_th: entry.titleTh,
        title_en: entry.titleEn || null,
        audience: entry.audience,
        link: file ? null : entry.link,
        file_id: file?.id ?? null,
        file_name: file ? entry.fileName : null,
        media_type: file ? mediaTypeOf(entry.fileName) : null,
        size: file?.size ?? null,
        sha256: file?.sha256 ?? null,
        added_by: signedIn.person.id,
        added_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0)
      await recordAct(trx, {
        act: 'seminars.material-added',
        object: 'seminar',
        id: seminar.id,
        unit: await unitCode(parts, seminar.unitId),
        role,
        at: now.toISOString(),
        facts: { material: entry.id, kind: entry.kind, audience: entry.audience },
      });
    return done({ id: entry.id });
  });
}

/** Only what the officer herself sent for this seminar; any other file of the store is none of hers. */
async function measure(
  { ground }: Parts,
  signedIn: SignedIn,
  entry: { readonly id: string; readonly seminarId: string },
) {
  const upload = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    selectUpload(trx, signedIn.person.id, entry),
  );
  const found = upload && (await ground.files.read(upload.fileId));
  if (!found) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of found.content) hash.update(chunk as Buffer);
  return { id: upload.fileId, size: found.size, sha256: hash.digest() };
}

async function consumeUpload(trx: InTransaction, id: string): Promise<boolean> {
  const result = await trx.deleteFrom('seminars.material_upload').where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
}

/** Nobody sees it any more; that it was there stays. Safe to repeat. */
export async function removeMaterial(
  parts: Parts,
  signedIn: SignedIn,
  of: { readonly seminarId: string; readonly id: string },
): Promise<Outcome<{ id: string }>> {
  const { ground } = parts;
  if (!isUuid(of.id)) return refused('not-found');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, of.seminarId);
    if (!allowed.ok) return allowed;
    const [material] = await selectMaterials(trx, of);
    if (!material) return done({ id: of.id });
    await trx
      .updateTable('seminars.material')
      .set({ removed_by: signedIn.person.id, removed_at: ground.now() })
      .where('id', '=', of.id)
      .where('seminar_id', '=', of.seminarId)
      .execute();
    await recordAct(trx, {
      act: 'seminars.material-removed',
      object: 'seminar',
      id: of.seminarId,
      unit: await unitCode(parts, allowed.seminar.unitId),
      role: allowed.role,
      at: ground.now().toISOString(),
      facts: { material: of.id },
    });
    return done({ id: of.id });
  });
}

const consentInput = z.object({
  id: z.uuid(),
  seminarId: z.uuid(),
  speakerId: z.uuid(),
  scope: z.enum(consentScopes),
  givenOn: z.string().refine((day) => parseCivilDate(day) !== undefined),
  givenHow: z.string().trim().min(3).max(300),
});

/** What a speaker agreed to; the last word stands, and holds at once. Safe to repeat with the same id. */
export async function recordConsent(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = consentInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const consent = parsed.data;
  const { ground } = parts;
  const now = ground.now();
  if (consent.givenOn > civilDate(now)) return refused('incomplete', ['givenOn']);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, consent.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    if (!(await selectSpeakers(trx, seminar.id)).some(({ id }) => id === consent.speakerId))
      return refused('not-found');
    const result = await trx
      .insertInto('seminars.speaker_consent')
      .values({
        id: consent.id,
        seminar_id: seminar.id,
        host_unit_id: seminar.unitId,
        speaker_id: consent.speakerId,
        scope: consent.scope,
        given_on: consent.givenOn,
        given_how: consent.givenHow,
        recorded_by: signedIn.person.id,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0)
      await recordAct(trx, {
        act: 'seminars.consent-recorded',
        object: 'seminar',
        id: seminar.id,
        unit: await unitCode(parts, seminar.unitId),
        role,
        at: now.toISOString(),
        facts: { speaker: consent.speakerId, scope: consent.scope },
      });
    return done({ id: consent.id });
  });
}
