/** What the organisers' pages of attendance share: the form's answer, and addresses that keep the filter. */
import { data } from 'react-router';
import type { AttendanceRefusal } from '../attendance.ts';

export const refusal = (code: AttendanceRefusal) =>
  data({ problem: code }, { status: code === 'forbidden' ? 403 : code === 'not-found' ? 404 : 409 });

/** The query with some of its values changed; empty ones are left out. */
export function queryWith(
  now: Readonly<Record<string, string | undefined>>,
  change: Readonly<Record<string, string | undefined>>,
): string {
  const kept = Object.entries({ ...now, ...change }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '?';
}
