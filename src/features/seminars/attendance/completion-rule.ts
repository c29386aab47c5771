/** What a seminar asks for a certificate: its own shares where organisers set them, else the defaults in force on its first day. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Seminar } from '../seminar.ts';
import { type AttendanceBy, attendanceBys, done, type Outcome, refused } from './attendance.ts';
import { organised, type Parts, unitCode } from './organised.ts';

export type CompletionRule = {
  readonly by: AttendanceBy;
  readonly attendancePercent: number;
  readonly postTestPercent: number;
  /** Whether its organisers set it; otherwise whether an official has confirmed the defaults. */
  readonly isOwn: boolean;
  readonly isConfirmed: boolean;
};

export async function selectRule(
  db: Queries,
  seminar: Pick<Seminar, 'id' | 'startsOn'>,
): Promise<CompletionRule> {
  const own = await db
    .selectFrom('seminars.completion_rule')
    .select(['attendance_by', 'attendance_percent', 'post_test_percent'])
    .where('seminar_id', '=', seminar.id)
    .executeTakeFirst();
  if (own)
    return {
      by: own.attendance_by as AttendanceBy,
      attendancePercent: own.attendance_percent,
      postTestPercent: own.post_test_percent,
      isOwn: true,
      isConfirmed: true,
    };
  const rows = await db
    .selectFrom('seminars.completion_default')
    .select(['code', 'percent', 'status'])
    .where('valid_from', '<=', seminar.startsOn)
    .where(sql<boolean>`coalesce(valid_to > ${seminar.startsOn}::date, true)`)
    .orderBy('valid_from')
    .execute();
  const found = new Map(rows.map((row) => [row.code, row]));
  return {
    by: 'half-day',
    // Without a row nothing is completed by less than everything: the stricter reading until somebody says more.
    attendancePercent: found.get('attendance-percent')?.percent ?? 100,
    postTestPercent: found.get('post-test-percent')?.percent ?? 100,
    isOwn: false,
    isConfirmed: rows.length > 0 && rows.every(({ status }) => status === 'confirmed'),
  };
}

export type NewRule = {
  readonly seminarId: string;
  readonly by: string;
  readonly attendancePercent: number;
  readonly postTestPercent: number;
};

const isPercent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100;

/** Setting the same again changes nothing. */
export async function setRule(
  parts: Parts,
  signedIn: SignedIn,
  rule: NewRule,
): Promise<Outcome<CompletionRule>> {
  const by = attendanceBys.find((one) => one === rule.by);
  if (!by) return refused('malformed');
  if (!isPercent(rule.attendancePercent) || !isPercent(rule.postTestPercent)) return refused('percent-wrong');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, rule.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    const values = {
      attendance_by: by,
      attendance_percent: rule.attendancePercent,
      post_test_percent: rule.postTestPercent,
      changed_by: signedIn.person.id,
      changed_at: ground.now(),
    };
    const before = await selectRule(trx, seminar);
    const isSame =
      before.isOwn &&
      before.by === by &&
      before.attendancePercent === rule.attendancePercent &&
      before.postTestPercent === rule.postTestPercent;
    if (!isSame) {
      await trx
        .insertInto('seminars.completion_rule')
        .values({ seminar_id: seminar.id, host_unit_id: seminar.unitId, ...values })
        .onConflict((conflict) => conflict.column('seminar_id').doUpdateSet(values))
        .execute();
      await recordAct(trx, {
        act: 'seminars.completion-set',
        object: 'seminar',
        id: seminar.id,
        unit: await unitCode(parts, seminar.unitId),
        role,
        at: ground.now().toISOString(),
        facts: { by, attendancePercent: rule.attendancePercent, postTestPercent: rule.postTestPercent },
      });
    }
    return done(await selectRule(trx, seminar));
  });
}
