/** The words of the register: circulars, policies and orders, whom they address, what the centres did with them. */
import type { CentreKind } from '#features/network/index.ts';

export const circularKinds = ['circular', 'policy', 'order', 'announcement'] as const;
export type CircularKind = (typeof circularKinds)[number];

/** Grades of the Secrecy Regulation 2544. Only the first may be kept here. */
export const secrecyGrades = ['none', 'secret', 'very-secret', 'most-secret'] as const;
export type SecrecyGrade = (typeof secrecyGrades)[number];

/** To whom: all centres within reach, all of some kinds, or named ones. */
export type Audience =
  | { readonly to: 'all' }
  | { readonly to: 'kinds'; readonly kinds: readonly CentreKind[] }
  | { readonly to: 'centres'; readonly codes: readonly string[] };

/** Largest file, bytes. */
export const fileLimit = 20 * 1024 * 1024;

/** What a centre has done with a circular. */
export const readerStates = ['waiting', 'acknowledged', 'answered', 'late'] as const;
export type ReaderState = (typeof readerStates)[number];

/** A circular in a list. Dates are civil dates. */
export type CircularLine = {
  readonly id: string;
  readonly kind: CircularKind;
  readonly number: string;
  readonly dated: string;
  readonly subject: string;
  readonly fromName: string;
  readonly isPublic: boolean;
  readonly answerDueOn: string | undefined;
  readonly isSuperseded: boolean;
  readonly issuedAt: Date;
};

/** One addressed to a centre of the person. */
export type ReceivedLine = CircularLine & {
  readonly unitId: number;
  readonly unitName: string;
  readonly state: ReaderState;
};

/** One that a centre of the person issued. */
export type IssuedLine = CircularLine & {
  readonly addressees: number;
  readonly acknowledged: number;
  readonly answered: number;
};

/** A centre in the overview of who has read. */
export type Reader = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly kind: CentreKind;
  readonly state: ReaderState;
  readonly acknowledgedAt: Date | undefined;
  readonly acknowledgedBy: string | undefined;
  readonly answer: Answer | undefined;
};

export type Answer = {
  readonly id: string;
  readonly text: string;
  readonly fileName: string | undefined;
  readonly by: string;
  readonly at: Date;
};

export const circularRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'secret-off-system',
  'no-addressee',
  'out-of-reach',
  'file-missing',
  'file-kind',
  'file-too-large',
  'already-registered',
  'due-in-the-past',
  'answer-empty',
  'nobody-waiting',
] as const;
export type CircularRefusal = (typeof circularRefusals)[number];

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: CircularRefusal };

export const refused = (code: CircularRefusal): { readonly ok: false; readonly code: CircularRefusal } => ({
  ok: false,
  code,
});
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
