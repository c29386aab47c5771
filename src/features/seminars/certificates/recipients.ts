/** Who may get which certificate: who attended and passed, who spoke, who organised. Asked by the page and by the work alike. */
import type { InTransaction } from '#platform/database/connection.ts';
import { selectPresence, selectSeats } from '../attendance/attendance.queries.ts';
import { planSessions, type Share, shareOf } from '../attendance/attendance-rules.ts';
import type { CompletionRule } from '../attendance/completion-rule.ts';
import { selectSlots } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import type { Completion } from './certificate.ts';
import { completionOf, countedHours } from './certificate-rules.ts';

/**
 * Per cent of points in the test at the end, by seat; undefined when the seminar has none. `trx` is an officer's
 * transaction or the worker's. Assessments are another part's: main puts it in.
 */
export type TestResults = (
  trx: InTransaction,
  seminarId: string,
) => Promise<ReadonlyMap<string, number> | undefined>;

export type Attendee = {
  readonly id: string;
  readonly name: string;
  readonly positionTh: string;
  readonly unitId: number;
  readonly personId: string | undefined;
  readonly share: Share;
  readonly testPercent: number | undefined;
  readonly completion: Completion;
};

export async function selectAttendees(
  trx: InTransaction,
  seminar: Seminar,
  rule: CompletionRule,
  testResults: TestResults,
): Promise<{ readonly attendees: readonly Attendee[]; readonly hasTest: boolean; readonly hours: number }> {
  const slots = await selectSlots(trx, seminar.id);
  const sessions = planSessions(slots, rule.by);
  const presence = await selectPresence(trx, seminar.id);
  const tests = await testResults(trx, seminar.id);
  const seats = (await selectSeats(trx, seminar.id)).filter(({ state }) => state === 'confirmed');
  return {
    hasTest: tests !== undefined,
    hours: countedHours(slots),
    attendees: seats.map(({ state: _, kind: __, ...seat }) => {
      const share = shareOf(sessions, presence.get(seat.id) ?? new Set());
      const testPercent = tests?.get(seat.id);
      const completion = completionOf({ share, testPercent, hasTest: tests !== undefined }, rule);
      return { ...seat, share, testPercent, completion };
    }),
  };
}

export type Speaker = { readonly id: string; readonly name: string; readonly line: string };

/** Those who stand in the programme. */
export async function selectSpeakers(trx: InTransaction, seminarId: string): Promise<readonly Speaker[]> {
  const rows = await trx
    .selectFrom('seminars.speaker as speaker')
    .innerJoin('seminars.slot_speaker as speaks', 'speaks.speaker_id', 'speaker.id')
    .select(['speaker.id', 'speaker.name_th', 'speaker.position_th', 'speaker.organisation_th'])
    .where('speaker.seminar_id', '=', seminarId)
    .groupBy('speaker.id')
    .orderBy('speaker.name_th')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name_th,
    line: [row.position_th, row.organisation_th].filter(Boolean).join(' '),
  }));
}
