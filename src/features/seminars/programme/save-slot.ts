/** Makes a part of the programme, or changes all of it from its form. */
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { type Outcome, refused } from '../outcome.ts';
import { fieldsOf } from '../projects/seminar.schemas.ts';
import { changed, changeProgramme, unchanged } from './change-programme.ts';
import { selectProgramme } from './programme.queries.ts';
import { type SlotForm, slotForm } from './programme.schemas.ts';
import type { ProgrammeSlot } from './programme.ts';
import { clashOf, instantAt } from './programme-rules.ts';

/** Safe to repeat; refused when a colleague changed the part meanwhile, or when room or speaker are taken. */
export async function saveSlot(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = slotForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const form = parsed.data;
  const { id, seminarId } = form;
  return changeProgramme(ground, signedIn, { seminarId, what: 'part', id }, async (trx, now) => {
    const programme = await selectProgramme(trx, seminarId);
    const before = programme.slots.find((slot) => slot.id === id);
    const day = asCivilDate(form.day);
    const wanted = {
      ...form,
      startsAt: instantAt(day, minutes(form.from)),
      endsAt: instantAt(day, minutes(form.to)),
      competencies: await knownCodes(trx, form.competencies),
    };
    if (before && isSame(before, wanted)) return unchanged({ id });
    if (before && before.changedAt.toISOString() !== form.changedAt) return refused('changed-meanwhile');
    if (!before && form.changedAt !== undefined) return refused('changed-meanwhile');
    const isKnown = (one: readonly { id: string }[], sought: string) =>
      one.some((each) => each.id === sought);
    if (form.roomId && !isKnown(programme.rooms, form.roomId)) return refused('not-found');
    if (form.speakers.some(({ speakerId }) => !isKnown(programme.speakers, speakerId)))
      return refused('not-found');
    const found = clashOf(
      { ...wanted, roomId: form.roomId },
      programme.slots,
      programme.rooms,
      programme.speakers,
    );
    if (found) return refused(found.code, { clash: found.clash });
    await write(trx, wanted, before, now);
    return changed({ id });
  });
}

type Wanted = SlotForm & { readonly startsAt: Date; readonly endsAt: Date };

async function write(
  trx: InTransaction,
  wanted: Wanted,
  before: ProgrammeSlot | undefined,
  now: Date,
): Promise<void> {
  const { id, seminarId } = wanted;
  const kept = wanted.speakers.map(({ speakerId }) => speakerId);
  // Who no longer speaks goes first: the part may move to a time at which she is elsewhere.
  await trx
    .deleteFrom('seminars.slot_speaker')
    .where('slot_id', '=', id)
    .$if(kept.length > 0, (query) => query.where('speaker_id', 'not in', kept))
    .execute();
  const columns = {
    kind: wanted.kind,
    title_th: wanted.titleTh,
    title_en: wanted.titleEn ?? null,
    detail_th: wanted.detailTh,
    detail_en: wanted.detailEn,
    room_id: wanted.roomId ?? null,
    starts_at: wanted.startsAt,
    ends_at: wanted.endsAt,
    groups: wanted.groups,
    counts_for_attendance: wanted.countsForAttendance,
    changed_at: now,
  };
  if (before) await trx.updateTable('seminars.slot').set(columns).where('id', '=', id).execute();
  else
    await trx
      .insertInto('seminars.slot')
      .values({ id, seminar_id: seminarId, ...columns })
      .execute();
  for (const { speakerId, role, groupNo } of wanted.speakers)
    await trx
      .insertInto('seminars.slot_speaker')
      .values({
        slot_id: id,
        speaker_id: speakerId,
        seminar_id: seminarId,
        role,
        group_no: groupNo ?? null,
        // The trigger gives it the part's time.
        during: 'empty',
      })
      .onConflict((conflict) =>
        conflict.columns(['slot_id', 'speaker_id']).doUpdateSet({ role, group_no: groupNo ?? null }),
      )
      .execute();
  await trx.deleteFrom('seminars.slot_competency').where('slot_id', '=', id).execute();
  if (wanted.competencies.length > 0)
    await trx
      .insertInto('seminars.slot_competency')
      .values(wanted.competencies.map((code) => ({ slot_id: id, competency_code: code })))
      .execute();
}

/** A code that the frame does not have is passed over. */
async function knownCodes(trx: InTransaction, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await trx
    .selectFrom('seminars.competency')
    .select('code')
    .where('code', 'in', [...codes])
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const isSame = (slot: ProgrammeSlot, wanted: Wanted) =>
  slot.kind === wanted.kind &&
  slot.titleTh === wanted.titleTh &&
  slot.titleEn === wanted.titleEn &&
  slot.detailTh === wanted.detailTh &&
  slot.detailEn === wanted.detailEn &&
  slot.roomId === wanted.roomId &&
  slot.startsAt.getTime() === wanted.startsAt.getTime() &&
  slot.endsAt.getTime() === wanted.endsAt.getTime() &&
  slot.groups === wanted.groups &&
  slot.countsForAttendance === wanted.countsForAttendance &&
  slot.competencies.join() === wanted.competencies.join() &&
  spokenBy(slot.speakers) === spokenBy(wanted.speakers);

const spokenBy = (speakers: readonly { speakerId: string; role: string; groupNo?: number | undefined }[]) =>
  speakers
    .map(({ speakerId, role, groupNo }) => `${speakerId} ${role} ${groupNo ?? ''}`)
    .sort()
    .join();
