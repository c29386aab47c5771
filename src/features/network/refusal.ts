/** Refusals of the network's use cases: a stable code, the HTTP status, words in the dictionaries under `problems`. */

const statuses = {
  'bad-request': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'confirm-first': 403,
  forbidden: 403,
  'own-account': 403,
  'not-found': 404,
  'link-not-valid': 404,
  'ceremony-over': 409,
  'email-taken': 409,
  'already-there': 409,
  'key-changed': 409,
  'last-way-in': 409,
  circle: 409,
  'weak-password': 422,
  'wrong-code': 422,
  'passkey-refused': 422,
  'wrong-grant': 422,
  'slow-down': 429,
  busy: 503,
} as const;

export type RefusalCode = keyof typeof statuses;
export type Refused = Error & {
  readonly code: RefusalCode;
  readonly statusCode: number;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Ends a use case. */
export function refuse(code: RefusalCode, facts: Refused['facts'] = {}): never {
  throw Object.assign(new Error(code), { name: 'Refused', code, statusCode: statuses[code], facts });
}

export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && error.name === 'Refused';
}

/** True for PostgreSQL's error of this SQLSTATE. */
export function isDatabaseError(error: unknown, state: '23503' | '23505' | '23514'): boolean {
  return error instanceof Error && (error as { code?: string }).code === state;
}
