/** How a use case of disclosure ends: a value, or a refusal by a code that the dictionary has words for. */

export const refusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'wrong-state',
  'own-work',
  'words-missing',
  'not-complete',
  'already-begun',
  'nothing-to-copy',
  'no-draft',
  'empty-set',
  'rows-wrong',
  'not-a-file',
  'not-a-table',
  'too-many-links',
  'not-an-address',
  'no-figures',
  'check-runs',
] as const;
export type Refusal = (typeof refusals)[number];

/** A line of a table that has to be mended: its number as the table's reader sees it, and what is wrong there. */
export type RowProblem = { readonly line: number; readonly problem: RowFault };
export type RowFault =
  | 'columns'
  | 'code'
  | 'code-twice'
  | 'name'
  | 'requirement'
  | 'formats'
  | 'fill'
  | 'basis'
  | 'status'
  | 'checklist';

export type Refused = {
  readonly ok: false;
  readonly code: Refusal;
  readonly fields?: readonly string[];
  readonly rows?: readonly RowProblem[];
};
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: Refusal, more: Pick<Refused, 'fields' | 'rows'> = {}): Refused => ({
  ok: false,
  code,
  ...more,
});
/** The answer's status in HTTP. */
export const statusOf = (code: Refusal): number =>
  code === 'forbidden' || code === 'own-work'
    ? 403
    : code === 'not-found'
      ? 404
      : code === 'malformed'
        ? 400
        : 409;
