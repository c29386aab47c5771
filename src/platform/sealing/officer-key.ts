/** An officer's secret keys, and the three ways she opens them: passphrase, passkey, printed recovery code. */
import { type Bytes, fromBase64Url, owned, randomBytes, textOf, toBase64Url, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { asIdentity, generateIdentity, type Identity } from './identity.ts';
import { type Argon2Cost, argon2, hkdf, PASSPHRASE_COST, RECEIPT_COST } from './key-derivation.ts';
import { bytesOfReceipt, type Receipt } from './receipt.ts';
import { sealingError } from './sealing-error.ts';
import { generateSigningSeed } from './signature.ts';

/** Made in the officer's browser at enrolment; leaves it only wrapped. */
export interface OfficerSecret {
  readonly identity: Identity;
  /** 32 bytes; `signingKeyFromSeed` makes the key. */
  readonly signingSeed: Uint8Array;
}

export type WrapMethod = 'passphrase' | 'passkey-prf' | 'recovery-code';

/** What the server keeps: how the key was made, and the ciphertext. JSON; bytes in base64url. */
export interface WrappedOfficerKey {
  readonly v: 1;
  readonly method: WrapMethod;
  readonly salt: string;
  /** Absent for a passkey, whose output needs no stretching. */
  readonly argon2id?: Argon2Cost;
  readonly nonce: string;
  /** AES-256-GCM over the padded secret; the other fields are authenticated with it. */
  readonly ciphertext: string;
}

export function newOfficerSecret(): OfficerSecret {
  return { identity: generateIdentity(), signingSeed: generateSigningSeed() };
}

/** Wraps under a passphrase: Argon2id, 64 MiB, t = 3. The page judges strength; this takes what it gets. */
export async function wrapWithPassphrase(
  secret: OfficerSecret,
  passphrase: string,
): Promise<WrappedOfficerKey> {
  return wrap(secret, 'passphrase', passphraseBytes(passphrase), PASSPHRASE_COST);
}

/** Wraps under the output of a passkey's PRF extension (WebAuthn level 3), 32 bytes or more. */
export async function wrapWithPrf(secret: OfficerSecret, prfOutput: Uint8Array): Promise<WrappedOfficerKey> {
  return wrap(secret, 'passkey-prf', prfBytes(prfOutput), undefined);
}

/** Wraps under a printed code: a number like a receipt (`newReceipt`, `toDigits`), stretched like one. */
export async function wrapWithRecoveryCode(secret: OfficerSecret, code: Receipt): Promise<WrappedOfficerKey> {
  return wrap(secret, 'recovery-code', bytesOfReceipt(code), RECEIPT_COST);
}

/** Errors of all three: `wrong-secret` (also when anything of the record was changed), `malformed`. */
export async function unwrapWithPassphrase(
  wrapped: WrappedOfficerKey,
  passphrase: string,
): Promise<OfficerSecret> {
  return unwrap(wrapped, 'passphrase', passphraseBytes(passphrase));
}

export async function unwrapWithPrf(
  wrapped: WrappedOfficerKey,
  prfOutput: Uint8Array,
): Promise<OfficerSecret> {
  return unwrap(wrapped, 'passkey-prf', prfBytes(prfOutput));
}

export async function unwrapWithRecoveryCode(
  wrapped: WrappedOfficerKey,
  code: Receipt,
): Promise<OfficerSecret> {
  return unwrap(wrapped, 'recovery-code', bytesOfReceipt(code));
}

async function wrap(
  secret: OfficerSecret,
  method: WrapMethod,
  input: Uint8Array,
  cost: Argon2Cost | undefined,
): Promise<WrappedOfficerKey> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const record = recordOf({ method, salt: toBase64Url(salt), nonce: toBase64Url(nonce), argon2id: cost });
  const key = await wrappingKey(record, input);
  const signingSeed = toBase64Url(secret.signingSeed);
  const plaintext = utf8(canonicalJson({ v: 1, identity: asIdentity(secret.identity), signingSeed }));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(canonicalJson(record)) };
  const ciphertext = await crypto.subtle.encrypt(algorithm, key, plaintext);
  return { ...record, ciphertext: toBase64Url(new Uint8Array(ciphertext)) };
}

async function unwrap(
  wrapped: WrappedOfficerKey,
  method: WrapMethod,
  input: Uint8Array,
): Promise<OfficerSecret> {
  if (wrapped.v !== 1 || wrapped.method !== method)
    throw sealingError('malformed', `not wrapped by ${method}`);
  const record = recordOf(wrapped);
  const key = await wrappingKey(record, input);
  const algorithm = {
    name: 'AES-GCM',
    iv: fromBase64Url(record.nonce),
    additionalData: utf8(canonicalJson(record)),
  };
  const ciphertext = fromBase64Url(wrapped.ciphertext);
  let plaintext: Bytes;
  try {
    plaintext = new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext));
  } catch {
    throw sealingError('wrong-secret', `this ${method} does not open the key`);
  }
  const { identity, signingSeed } = JSON.parse(textOf(plaintext));
  return { identity: asIdentity(identity), signingSeed: fromBase64Url(signingSeed) };
}

type Parameters = Omit<WrappedOfficerKey, 'ciphertext'>;

/** Only the known fields, so that a record read back from a database authenticates as it was written. */
function recordOf({ method, salt, nonce, argon2id }: Omit<Parameters, 'v'>): Parameters {
  const common = { v: 1, method, salt, nonce } as const;
  if (argon2id === undefined) return common;
  const { memoryKiB, iterations, parallelism } = argon2id;
  return { ...common, argon2id: { memoryKiB, iterations, parallelism } };
}

async function wrappingKey(record: Parameters, input: Uint8Array): Promise<CryptoKey> {
  const salt = fromBase64Url(record.salt);
  if ((record.method === 'passkey-prf') !== (record.argon2id === undefined)) {
    throw sealingError('malformed', 'the parameters do not belong to the method');
  }
  if (record.argon2id) refuseAbsurdCost(record.argon2id);
  const stretched = record.argon2id ? await argon2(input, salt, record.argon2id) : input;
  const raw = await hkdf(stretched, salt, `prongsai/officer-key/${record.method}/v1`);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** A server must not be able to freeze a browser with the parameters it hands back. */
function refuseAbsurdCost({ memoryKiB, iterations, parallelism }: Argon2Cost): void {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!within(memoryKiB, 8 * 1024, 1024 * 1024) || !within(iterations, 1, 20) || !within(parallelism, 1, 4)) {
    throw sealingError('malformed', 'cost parameters out of range');
  }
}

/** NFKC, so that ำ typed as one sign or as two is one passphrase (a change from NFC, which keeps them apart). */
function passphraseBytes(passphrase: string): Bytes {
  if (passphrase === '') throw sealingError('wrong-secret', 'an empty passphrase');
  return utf8(passphrase.normalize('NFKC'));
}

function prfBytes(output: Uint8Array): Bytes {
  if (output.length < 32) throw sealingError('wrong-secret', 'the passkey gave too few bytes');
  return owned(output);
}
