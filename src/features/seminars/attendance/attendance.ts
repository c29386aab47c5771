/** The words of attendance: sessions in which somebody can be there, what a scan was found to be, how a use case ends. */

/** Presence is taken by half-day, or by part of the programme. */
export const attendanceBys = ['half-day', 'slot'] as const;
export type AttendanceBy = (typeof attendanceBys)[number];

/** What a device or the server makes of a ticket; only the first lets in. */
export const verdicts = [
  'ok',
  'duplicate',
  'forged',
  'unknown',
  'cancelled',
  'not-confirmed',
  'wrong-seminar',
] as const;
export type Verdict = (typeof verdicts)[number];

export const scanSources = ['qr', 'manual', 'paper'] as const;

/** What a registration's state means at the door. */
export type DoorState = 'confirmed' | 'not-confirmed' | 'cancelled';

/** A half-day or part of the programme in which presence is taken. `key` is what a scan names. */
export type Session = {
  readonly key: string;
  /** Sessions side by side share it: whoever was in one was there. */
  readonly unit: string;
  readonly day: string;
  /** Undefined for a part of the programme. */
  readonly half: 'am' | 'pm' | undefined;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** What a session may be called by anything that names one; the database checks the same. */
export const sessionKey = /^(?:\d{4}-\d{2}-\d{2}\/(?:am|pm)|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
export const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export const attendanceRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'reason-missing',
  'nobody-chosen',
  'name-missing',
  'percent-wrong',
  'too-late',
] as const;
export type AttendanceRefusal = (typeof attendanceRefusals)[number];

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: AttendanceRefusal };

export const refused = (
  code: AttendanceRefusal,
): { readonly ok: false; readonly code: AttendanceRefusal } => ({
  ok: false,
  code,
});
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
