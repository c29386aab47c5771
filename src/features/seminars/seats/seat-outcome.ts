/** What the use cases of seats answer when they refuse: stable codes, words in the dictionaries under `problems`. */

export const seatRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'not-open',
  'after-deadline',
  'wrong-state',
  'own-seat',
  'already-named',
  'kind-closed',
  'name-needed',
  'offer-over',
  'nothing-chosen',
  'file-missing',
  'file-unreadable',
  'no-header',
  'citizen-number-wrong',
  'number-not-asked',
  'changed-meanwhile',
  'reason-needed',
] as const;
export type SeatRefusal = (typeof seatRefusals)[number];

export type SeatOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: SeatRefusal };

export const refused = (code: SeatRefusal): { readonly ok: false; readonly code: SeatRefusal } => ({
  ok: false,
  code,
});
export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** HTTP status of a refusal. */
export const statusOf = (code: SeatRefusal): number =>
  code === 'forbidden' ? 403 : code === 'not-found' ? 404 : 409;

/** What the functions of migration 0022 refuse, by SQLSTATE; anything else is a fault and is thrown. */
export function refusalOf(error: unknown): { readonly ok: false; readonly code: SeatRefusal } {
  const {
    code,
    message = '',
    constraint,
  } = error as { code?: string; message?: string; constraint?: string };
  if (code === '02000') return refused('not-found'); // no_data_found
  if (code === 'P0002') return refused('not-found'); // PL/pgSQL's own no_data_found
  if (code === '42501') return refused(message.includes('herself') ? 'own-seat' : 'forbidden');
  if (code === '55000') return refused(message.includes('offer is over') ? 'offer-over' : 'wrong-state');
  if (constraint === 'registration_one_by_person' || constraint === 'registration_one_by_email')
    return refused('already-named');
  throw error;
}
