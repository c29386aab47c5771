/** How use cases of tests end: a value, or a stable code with the facts that its sentence needs. */
import type { Shortage } from './drawing-rules.ts';
import type { DraftProblem } from './question.ts';

export const assessmentRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'times-wrong',
  'blueprint-empty',
  'bank-too-small',
  'fixed',
  'not-a-table',
  'not-a-file',
  'nothing-in-it',
  'rows-wrong',
  'not-open',
  'no-tries-left',
  'over',
] as const;
export type AssessmentRefusal = (typeof assessmentRefusals)[number] | DraftProblem;

export type RowProblem = { readonly line: number; readonly problem: string };
export type Refused = {
  readonly ok: false;
  readonly code: AssessmentRefusal;
  readonly shortages?: readonly Shortage[];
  readonly rows?: readonly RowProblem[];
};
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const refused = (code: AssessmentRefusal, facts: Omit<Refused, 'ok' | 'code'> = {}): Refused => ({
  ok: false,
  code,
  ...facts,
});
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const statusOf = (code: AssessmentRefusal): number =>
  code === 'forbidden' ? 403 : code === 'not-found' ? 404 : code === 'malformed' ? 400 : 409;

export const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
