/** How a use case of evaluation, competence and materials ends: a value, or a stable code that the pages put into words. */

export const learningRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'incomplete',
  'not-now',
  'nothing-said',
  'has-answered',
  'not-later',
  'group-too-small',
  'link-wrong',
  'file-missing',
  'changed-meanwhile',
] as const;
export type LearningRefusal = (typeof learningRefusals)[number];

export type Refused = {
  readonly ok: false;
  readonly code: LearningRefusal;
  /** Names of fields that were not understood. */
  readonly fields: readonly string[];
};
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: LearningRefusal, fields: readonly string[] = []): Refused => ({
  ok: false,
  code,
  fields,
});

const statuses: Partial<Record<LearningRefusal, number>> = {
  forbidden: 403,
  'not-found': 404,
  malformed: 400,
  incomplete: 422,
};
/** HTTP status of a refusal. */
export const statusOf = (code: LearningRefusal): number => statuses[code] ?? 409;

export const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
