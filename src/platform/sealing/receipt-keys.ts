/** From a receipt to what it opens: the look-up value the server knows, and the reporter's keys it never sees. */
import { toBase64Url, utf8 } from './bytes.ts';
import { type Identity, identityFromSeed, type Recipient, recipientOf } from './identity.ts';
import { argon2, hkdf, RECEIPT_COST } from './key-derivation.ts';
import { bytesOfReceipt, type Receipt } from './receipt.ts';
import { sealingError } from './sealing-error.ts';
import { type SigningKey, signingKeyFromSeed } from './signature.ts';

/** A receipt after Argon2id: 32 bytes, as secret as the receipt itself. */
export type StretchedReceipt = Uint8Array & { readonly brand?: 'stretched-receipt' };

export interface ReporterKeys {
  readonly identity: Identity;
  readonly recipient: Recipient;
  readonly signingKey: SigningKey;
}

/** One salt for the whole product: look-up must find the case before anything of the case is known. */
const SITE_SALT = utf8('prongsai/receipt/v1');
const NO_SALT = new Uint8Array();
const MIN_CASE_SALT_BYTES = 16;

/** The slow step, done once per visit: Argon2id with 32 MiB, t = 3, over the 10 bytes of the number. */
export async function stretchReceipt(receipt: Receipt): Promise<StretchedReceipt> {
  return argon2(bytesOfReceipt(receipt), SITE_SALT, RECEIPT_COST);
}

/**
 * The look-up value: 32 bytes in base64url. The server keeps only its HMAC under a pepper. It opens
 * nothing, and no key can be computed from it.
 */
export async function lookupOf(stretched: StretchedReceipt): Promise<string> {
  return toBase64Url(await hkdf(stretched, NO_SALT, 'prongsai/receipt/lookup/v1'));
}

/**
 * The reporter's keys of one case. `caseSalt` is random (16 bytes or more), made with the case and given out
 * after look-up only: who steals public keys without it cannot try one guess on all cases at once.
 * Error `bad-seed` for a shorter salt.
 */
export async function reporterKeys(stretched: StretchedReceipt, caseSalt: Uint8Array): Promise<ReporterKeys> {
  if (caseSalt.length < MIN_CASE_SALT_BYTES)
    throw sealingError('bad-seed', 'the salt of the case is too short');
  const identity = identityFromSeed(await hkdf(stretched, caseSalt, 'prongsai/receipt/age-hybrid/v1'));
  const signingSeed = await hkdf(stretched, caseSalt, 'prongsai/receipt/ed25519/v1');
  return {
    identity,
    recipient: await recipientOf(identity),
    signingKey: await signingKeyFromSeed(signingSeed),
  };
}
