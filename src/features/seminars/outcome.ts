/** What a use case of seminars answers: a value, or a stable code with the facts that its sentence needs. */

export const seminarRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'not-now',
  'slug-taken',
  'reason-missing',
  'incomplete',
  'not-over',
  'not-empty',
  'room-taken',
  'speaker-taken',
  'in-use',
  'unknown-rule',
  'not-later',
] as const;
export type SeminarRefusal = (typeof seminarRefusals)[number];

export type Refused = {
  readonly ok: false;
  readonly code: SeminarRefusal;
  /** Names of fields that were not understood. */
  readonly fields?: readonly string[];
  /** The part of the programme that stands in the way. */
  readonly clash?: Clash;
};
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

/** Two parts that cannot be at the same time, and what both would need. */
export type Clash = {
  readonly slotId: string;
  readonly otherId: string;
  readonly otherTitleTh: string;
  readonly otherTitleEn: string | undefined;
  readonly otherStartsAt: Date;
  readonly otherEndsAt: Date;
  /** Name of the room or the speaker. */
  readonly nameTh: string;
  readonly nameEn: string | undefined;
};

export const refused = (code: SeminarRefusal, facts: Omit<Refused, 'ok' | 'code'> = {}): Refused => ({
  ok: false,
  code,
  ...facts,
});
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** HTTP status of a refusal. */
export const statusOf = (code: SeminarRefusal): number =>
  code === 'forbidden' ? 403 : code === 'not-found' ? 404 : code === 'malformed' ? 400 : 409;
