/** Takes over project, budget and programme of an earlier seminar of the centre in one step, moved to the new days. */
import { createHash } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, daysBetween } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { replaceLines, selectLines } from '../money/money.queries.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectKnownSpeakers, selectProgramme } from '../programme/programme.queries.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar, selectSeminars } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { lockSeminar, projectColumns, raiseSequence, selectProject } from './project.queries.ts';
import { isInDraft } from './project-rules.ts';
import { unitCodeOf } from './unit-code.ts';

/** The latest other seminar of the centre, while this one holds nothing that copying would overwrite. */
export async function selectCopyable(
  trx: InTransaction,
  seminar: Seminar,
): Promise<Pick<Seminar, 'id' | 'titleTh' | 'titleEn' | 'startsOn'> | undefined> {
  if (!isInDraft(seminar.state) || !(await isEmpty(trx, seminar.id))) return undefined;
  const earlier = (await selectSeminars(trx)).filter(
    ({ id, unitId, startsOn }) =>
      id !== seminar.id && unitId === seminar.unitId && startsOn < seminar.startsOn,
  );
  return earlier[0];
}

async function isEmpty(trx: InTransaction, id: string): Promise<boolean> {
  const project = await selectProject(trx, id);
  const lines = await selectLines(trx, id);
  const { slots, rooms, speakers } = await selectProgramme(trx, id);
  return !project && lines.length + slots.length + rooms.length + speakers.length === 0;
}

/** Safe to repeat: what was copied from the same seminar stays as it is. Figures, seats and papers are not copied. */
export async function copySeminar(
  ground: Ground,
  signedIn: SignedIn,
  { seminarId, fromId }: { readonly seminarId: string; readonly fromId: string },
): Promise<Outcome<{ id: string }>> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await lockSeminar(trx, seminarId);
    const seminar = await selectSeminar(trx, seminarId);
    const source = await selectSeminar(trx, fromId);
    if (!seminar || !source) return refused('not-found');
    const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
    // Budgets and speakers' addresses are the centre's own.
    if (!role || source.unitId !== seminar.unitId) return refused('forbidden');
    if ((await selectProject(trx, seminarId))?.copiedFrom === fromId) return done({ id: seminarId });
    if (!isInDraft(seminar.state)) return refused('not-now');
    if (!(await isEmpty(trx, seminarId))) return refused('not-empty');
    const now = ground.now();
    const by = signedIn.person.id;
    const project = await selectProject(trx, fromId);
    await trx
      .insertInto('seminars.project')
      .values({
        seminar_id: seminarId,
        ...(project ? projectColumns(project) : {}),
        copied_from: fromId,
        changed_by: by,
        changed_at: now,
      })
      .execute();
    const lines = await selectLines(trx, fromId);
    await replaceLines(
      trx,
      seminarId,
      lines.map((line) => ({ ...line, id: copyOf(seminarId, line.id) })),
    );
    await copyProgramme(trx, { seminar, source, now });
    await raiseSequence(trx, seminarId, by);
    await recordAct(trx, {
      act: 'seminars.copied',
      object: 'seminar',
      id: seminarId,
      unit: unitCodeOf(signedIn, seminar.unitId),
      role,
      at: now.toISOString(),
      facts: { from: fromId },
    });
    return done({ id: seminarId });
  });
}

/** The identifier of a copy, the same each time. */
function copyOf(seminarId: string, id: string): string {
  const hex = createHash('sha256').update(`${seminarId} ${id}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

type Copying = { readonly seminar: Seminar; readonly source: Seminar; readonly now: Date };

async function copyProgramme(trx: InTransaction, { seminar, source, now }: Copying): Promise<void> {
  const { rooms, slots } = await selectProgramme(trx, source.id);
  const speakers = await selectKnownSpeakers(trx, source.id);
  const days = daysBetween(asCivilDate(source.startsOn), asCivilDate(seminar.startsOn));
  const moved = (at: Date) => new Date(at.getTime() + days * 86_400_000);
  const own = (id: string) => copyOf(seminar.id, id);
  for (const [position, room] of rooms.entries())
    await trx
      .insertInto('seminars.room')
      .values({
        id: own(room.id),
        seminar_id: seminar.id,
        name_th: room.nameTh,
        name_en: room.nameEn ?? null,
        capacity: room.capacity ?? null,
        position: position + 1,
      })
      .execute();
  for (const speaker of speakers)
    await trx
      .insertInto('seminars.speaker')
      .values({
        id: own(speaker.id),
        seminar_id: seminar.id,
        name_th: speaker.nameTh,
        name_en: speaker.nameEn ?? null,
        position_th: speaker.positionTh,
        organisation_th: speaker.organisationTh,
        affiliation: speaker.affiliation,
        email: speaker.email ?? null,
      })
      .execute();
  for (const slot of slots) {
    const id = own(slot.id);
    await trx
      .insertInto('seminars.slot')
      .values({
        id,
        seminar_id: seminar.id,
        kind: slot.kind,
        title_th: slot.titleTh,
        title_en: slot.titleEn ?? null,
        detail_th: slot.detailTh,
        detail_en: slot.detailEn,
        room_id: slot.roomId ? own(slot.roomId) : null,
        starts_at: moved(slot.startsAt),
        ends_at: moved(slot.endsAt),
        groups: slot.groups,
        counts_for_attendance: slot.countsForAttendance,
        changed_at: now,
      })
      .execute();
    for (const { speakerId, role, groupNo } of slot.speakers)
      await trx
        .insertInto('seminars.slot_speaker')
        .values({
          slot_id: id,
          speaker_id: own(speakerId),
          seminar_id: seminar.id,
          role,
          group_no: groupNo ?? null,
          during: 'empty',
        })
        .execute();
    for (const code of slot.competencies)
      await trx
        .insertInto('seminars.slot_competency')
        .values({ slot_id: id, competency_code: code })
        .execute();
  }
}
