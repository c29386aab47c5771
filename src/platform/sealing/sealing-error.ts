/** Every refusal of this module carries a stable code; pages translate the code, never the message. */

export type SealingErrorCode =
  // keys and recipients
  | 'no-recipient'
  | 'not-hybrid-recipient'
  | 'not-hybrid-identity'
  | 'bad-seed'
  // sealed bytes
  | 'too-large'
  | 'empty-file'
  | 'bad-padding'
  | 'damaged'
  | 'not-for-this-key'
  | 'foreign-recipient'
  | 'malformed'
  // messages and grants
  | 'bad-signature'
  | 'wrong-case'
  | 'wrong-sequence'
  | 'broken-chain'
  | 'wrong-recipients'
  | 'unknown-author'
  | 'wrong-grant'
  // officers' keys and images
  | 'wrong-secret'
  | 'malformed-image';

export type SealingError = Error & { readonly code: SealingErrorCode };

/** Builds the one kind of error this module throws. The message is for developers and holds no secret. */
export function sealingError(code: SealingErrorCode, message: string, cause?: unknown): SealingError {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = 'SealingError';
  return Object.assign(error, { code });
}

/** True for an error of this module; with `code`, only for that one. */
export function isSealingError(error: unknown, code?: SealingErrorCode): error is SealingError {
  if (!(error instanceof Error) || error.name !== 'SealingError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}
