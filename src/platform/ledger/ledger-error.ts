/** Every refusal of the ledger carries a stable code; pages and commands translate the code. */

export type LedgerErrorCode =
  // what was read is not in the public format
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-key'
  | 'malformed-proof'
  | 'malformed-entry'
  // what was read is in form, but not true
  | 'wrong-key'
  | 'bad-signature'
  | 'not-included'
  // the integrator refuses to sign
  | 'restored-from-backup'
  | 'ledger-forked'
  | 'ledger-damaged'
  // what was asked for is not there
  | 'unknown-entry';

export type LedgerError = Error & { readonly code: LedgerErrorCode };

/** Builds the one kind of error this module throws. The message is for administrators and holds no secret. */
export function ledgerError(code: LedgerErrorCode, message: string, cause?: unknown): LedgerError {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = 'LedgerError';
  return Object.assign(error, { code });
}

/** True for an error of this module; with `code`, only for that one. */
export function isLedgerError(error: unknown, code?: LedgerErrorCode): error is LedgerError {
  if (!(error instanceof Error) || error.name !== 'LedgerError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}
