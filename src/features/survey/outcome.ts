/** What a use case of the survey answers: done with what it made, or a stable code that the pages put into words. */
export type SurveyRefusal =
  | 'forbidden'
  | 'not-found'
  | 'malformed'
  | 'no-questionnaire'
  | 'already-opened'
  | 'not-open'
  | 'already-issued'
  | 'too-many-codes'
  | 'nobody-entitled'
  | 'slips-printed'
  | 'already-closed'
  | 'not-counted'
  | 'too-small'
  | 'in-force'
  | 'not-complete'
  | 'bad-code'
  | 'unknown-code'
  | 'not-all-answered';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SurveyRefusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: SurveyRefusal): { readonly ok: false; readonly code: SurveyRefusal } => ({
  ok: false,
  code,
});

const statuses: Partial<Record<SurveyRefusal, number>> = {
  forbidden: 403,
  'not-found': 404,
  malformed: 422,
  'bad-code': 422,
  'unknown-code': 422,
  'not-all-answered': 422,
};
export const statusOf = (code: SurveyRefusal): number => statuses[code] ?? 409;
