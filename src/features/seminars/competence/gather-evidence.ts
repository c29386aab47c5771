/** Every night, of seminars that are over: who was in which part, and how she did in the test. As the worker; rows are only added. */
import { createHash } from 'node:crypto';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { planSessions } from '../attendance/attendance-rules.ts';
import type { LearningNeeds } from '../learning/ports.ts';
import { selectSeminars, selectSlots } from '../seminar.queries.ts';
import type { Slot } from '../seminar.ts';
import { insertEvidence, type NewEvidence } from './evidence.queries.ts';

/** Corrections of attendance come in the days after; later ones are entered by hand. */
const daysAfter = 60;

/** Safe to repeat. Returns how many rows were added. */
export async function gatherEvidence(needs: LearningNeeds): Promise<number> {
  const { ground } = needs;
  const db = ground.databases.worker;
  const now = ground.now();
  const today = civilDate(now);
  const over = (await selectSeminars(db)).filter(
    ({ state, endsOn }) =>
      ['published', 'closed'].includes(state) &&
      endsOn < today &&
      today <= addDays(asCivilDate(endsOn), daysAfter),
  );
  let added = 0;
  for (const seminar of over) {
    const seats = await db
      .selectFrom('seminars.registration')
      .select(['id', 'person_id', 'unit_id'])
      .where('seminar_id', '=', seminar.id)
      .where('state', '=', 'confirmed')
      .where('person_id', 'is not', null)
      .execute();
    if (seats.length === 0) continue;
    const slots = await selectSlots(db, seminar.id);
    const present = await db
      .selectFrom('seminars.presence')
      .select(['registration_id', 'session'])
      .where('seminar_id', '=', seminar.id)
      .where('present', '=', true)
      .execute();
    const shares = await needs.tests.shares(seminar.id);
    const rows: NewEvidence[] = [];
    for (const seat of seats) {
      const about = (objectId: string, competency: string) => ({
        id: evidenceId(`${seat.person_id} ${competency} ${objectId}`),
        personId: seat.person_id!,
        unitId: seat.unit_id,
        competency,
        seminarId: seminar.id,
        objectId,
        at: now,
      });
      const sessions = new Set(
        present.filter((row) => row.registration_id === seat.id).map(({ session }) => session ?? ''),
      );
      for (const slot of slots.filter((one) => wasIn(one, slots, sessions)))
        for (const competency of slot.competencies)
          rows.push({
            ...about(slot.id, competency),
            source: 'attendance',
            note: slot.titleTh.slice(0, 500),
            on: civilDate(slot.startsAt),
          });
      for (const share of shares.filter(({ registrationId }) => registrationId === seat.id))
        rows.push({
          ...about(share.testId, share.competency),
          source: 'test',
          percent: Math.floor(share.percent),
          on: share.on,
        });
    }
    await db.transaction().execute(async (trx) => {
      for (const row of rows) if (await insertEvidence(trx, row)) added += 1;
    });
  }
  return added;
}

/** Presence is taken by part, or by half-day, which stands for every part that begins in it. */
function wasIn(slot: Slot, slots: readonly Slot[], sessions: ReadonlySet<string>): boolean {
  if (sessions.has(slot.id)) return true;
  const [half] = planSessions(
    slots.filter(({ id }) => id === slot.id),
    'half-day',
  );
  return half !== undefined && sessions.has(half.key);
}

/** A UUID (version 8, RFC 9562) out of what the row says, so that gathering twice is gathering once. */
export function evidenceId(about: string): string {
  const hex = createHash('sha256').update(`evidence ${about}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
