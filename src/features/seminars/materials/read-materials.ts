/** Materials as participants, officers and anybody may see them. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { isUuid } from '../learning/outcome.ts';
import { readSeatToken } from '../seat-link.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeat, selectSeminar, selectSeminarBySlug, selectSlots } from '../seminar.queries.ts';
import type { Seminar, Slot } from '../seminar.ts';
import { type NamedSpeaker, selectConsents, selectMaterials, selectSpeakers } from './material.queries.ts';
import type { Consent, Material } from './material.ts';

export type Materials = {
  readonly seminar: Seminar;
  readonly slots: readonly Slot[];
  readonly materials: readonly Material[];
};
export type OfficeMaterials = Materials & {
  readonly canOrganise: boolean;
  readonly speakers: readonly NamedSpeaker[];
  /** For organisers only. */
  readonly consents: readonly Consent[];
};

async function materialsOf(db: Queries, seminar: Seminar): Promise<Materials> {
  return {
    seminar,
    slots: await selectSlots(db, seminar.id),
    materials: await selectMaterials(db, { seminarId: seminar.id }),
  };
}

/** By the participant's link. Undefined for a link that was not made here. */
export async function seatMaterials(ground: Ground, token: string): Promise<Materials | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    return seminar && materialsOf(trx, seminar);
  });
}

/** What everybody may see of a seminar. */
export async function publicMaterials(ground: Ground, slug: string): Promise<Materials | undefined> {
  const db = ground.databases.public;
  const seminar = await selectSeminarBySlug(db, slug);
  return seminar && materialsOf(db, seminar);
}

/** As an officer: what is for officers; as organiser, everything and how far it reaches. */
export async function officeMaterials(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
): Promise<OfficeMaterials | undefined> {
  if (!isUuid(seminarId)) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return undefined;
    return {
      ...(await materialsOf(trx, seminar)),
      canOrganise: seminarRole('organise', signedIn.appointments, seminar.unitId) !== undefined,
      speakers: await selectSpeakers(trx, seminarId),
      consents: await selectConsents(trx, seminarId),
    };
  });
}

/** The file of one material, when it may be seen; undefined otherwise. */
export type FileOf = Pick<Material, 'fileId' | 'fileName' | 'mediaType'>;

export async function seatFile(ground: Ground, token: string, id: string): Promise<FileOf | undefined> {
  const seatId = readSeatToken(ground.secrets.tokenKey, token);
  if (!seatId || !isUuid(id)) return undefined;
  return actingAsSeat(ground.databases.public, seatId, async (trx) => {
    const seat = await selectSeat(trx, seatId);
    return seat && (await selectMaterials(trx, { seminarId: seat.seminarId, id }))[0];
  });
}

export async function publicFile(ground: Ground, slug: string, id: string): Promise<FileOf | undefined> {
  const db = ground.databases.public;
  const seminar = isUuid(id) ? await selectSeminarBySlug(db, slug) : undefined;
  return seminar && (await selectMaterials(db, { seminarId: seminar.id, id }))[0];
}

export async function officeFile(
  ground: Ground,
  signedIn: SignedIn,
  of: { readonly seminarId: string; readonly id: string },
): Promise<FileOf | undefined> {
  if (!isUuid(of.seminarId) || !isUuid(of.id)) return undefined;
  return actingAs(
    ground.databases.officer,
    signedIn.actor,
    async (trx) => (await selectMaterials(trx, of))[0],
  );
}
