/** What a use case of ethics answers: done with what it made, or a stable code that the pages put into words. */
export type EthicsRefusal =
  | 'forbidden'
  | 'not-found'
  | 'malformed'
  | 'in-the-future'
  | 'picture-kind'
  | 'picture-broken'
  | 'file-too-large'
  | 'proof-missing'
  | 'proof-kind'
  | 'own-gift'
  | 'own-conflict'
  | 'already-decided'
  | 'not-to-dispose'
  | 'already-disposed'
  | 'gifts-reported'
  | 'not-begun'
  | 'nobody-missing'
  | 'already-signed'
  | 'other-wording'
  | 'other-year'
  | 'placeholders'
  | 'not-later'
  | 'unknown-rule'
  | 'no-such-day'
  | 'unknown-case'
  | 'has-declared'
  | 'wrong-stage'
  | 'unknown-section'
  | 'names-persons'
  | 'second-person'
  | 'already-linked'
  | 'changed-meanwhile'
  | 'not-above'
  | 'unknown-topic'
  | 'missing-attachment'
  | 'stale-key'
  | 'already-replaced'
  | 'bank-too-small'
  | 'not-answered'
  | 'evidence-missing'
  | 'too-many-files'
  | 'remark-missing'
  | 'own-honour'
  | 'not-open'
  | 'not-eligible'
  | 'already-nominated'
  | 'answered-already'
  | 'too-early'
  | 'unanswered'
  | 'scores-missing';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: EthicsRefusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: EthicsRefusal): { readonly ok: false; readonly code: EthicsRefusal } => ({
  ok: false,
  code,
});

const statuses: Partial<Record<EthicsRefusal, number>> = {
  forbidden: 403,
  'own-gift': 403,
  'own-conflict': 403,
  'own-honour': 403,
  'second-person': 403,
  'not-found': 404,
  malformed: 422,
};
/** HTTP status of a refusal. */
export const statusOf = (code: EthicsRefusal): number => statuses[code] ?? 409;
