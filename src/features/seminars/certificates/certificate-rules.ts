/** Pure decisions about certificates: who has completed, how many hours, how codes and numbers are written. */
import type { Share } from '../attendance/attendance-rules.ts';
import { reaches } from '../attendance/attendance-rules.ts';
import type { CompletionRule } from '../attendance/completion-rule.ts';
import type { Slot } from '../seminar.ts';
import type { Completion } from './certificate.ts';

type Done = {
  readonly share: Share;
  /** Per cent of points in the test at the end; undefined for who did not take it. */
  readonly testPercent: number | undefined;
  /** Whether the seminar has such a test. */
  readonly hasTest: boolean;
};

export function completionOf(
  { share, testPercent, hasTest }: Done,
  rule: Pick<CompletionRule, 'attendancePercent' | 'postTestPercent'>,
): Completion {
  if (!reaches(share, rule.attendancePercent)) return 'attendance-short';
  if (!hasTest) return 'complete';
  if (testPercent === undefined) return 'test-missing';
  return testPercent >= rule.postTestPercent ? 'complete' : 'test-short';
}

/** Hours of the parts that count, side by side counted once, in halves rounded down. */
export function countedHours(
  slots: readonly Pick<Slot, 'startsAt' | 'endsAt' | 'countsForAttendance'>[],
): number {
  const counted = slots
    .filter((slot) => slot.countsForAttendance)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { startsAt, endsAt } of counted) {
    total += Math.max(0, endsAt.getTime() - Math.max(startsAt.getTime(), until));
    until = Math.max(until, endsAt.getTime());
  }
  return Math.floor(total / 1_800_000) / 2;
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits as sixteen letters, none of which is taken for another. */
export function codeFrom(bytes: Uint8Array): string {
  let bits = BigInt(0);
  for (const byte of bytes.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let place = 0; place < 16; place++) {
    code = letters[Number(bits & 31n)]! + code;
    bits >>= 5n;
  }
  return code;
}

/** As somebody types it, with gaps or small letters; undefined for what is no code. */
export function readCode(typed: string): string | undefined {
  const folded = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(folded) ? folded : undefined;
}

/** "7K3M-9QXA-…" for reading aloud. */
export const spellCode = (code: string) => code.match(/.{4}/g)?.join('-') ?? code;

/** "ศปท.มท. 12/2570": number within centre and Buddhist year. */
export const numberOf = (centre: string, number: number, year: number) => `${centre} ${number}/${year}`;
