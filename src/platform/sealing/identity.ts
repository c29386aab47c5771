/** Age identities and recipients, hybrid post-quantum ones (MLKEM768-X25519) only. */
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { randomBytes, sha256HexOfText } from './bytes.ts';
import { sealingError } from './sealing-error.ts';

/** The public half, `age1pq1…`, 1,959 characters. Get one from `asRecipient` or `recipientOf`. */
export type Recipient = string & { readonly brand: 'age-hybrid-recipient' };

/** The secret half, `AGE-SECRET-KEY-PQ-1…`. Never logged, never sent unsealed. */
export type Identity = string & { readonly brand: 'age-hybrid-identity' };

const RECIPIENT_PREFIX = 'age1pq';
const RECIPIENT_BYTES = 1216; // ML-KEM-768 public key (1184) + X25519 point (32)
const IDENTITY_PREFIX = 'age-secret-key-pq-';
const SEED_BYTES = 32;

/** A fresh random identity. */
export function generateIdentity(): Identity {
  return identityFromSeed(randomBytes(SEED_BYTES));
}

/** The identity whose secret is exactly these 32 bytes (age hybrid keys are their seed). Error `bad-seed`. */
export function identityFromSeed(seed: Uint8Array): Identity {
  if (seed.length !== SEED_BYTES) throw sealingError('bad-seed', `a seed has ${SEED_BYTES} bytes`);
  return bech32.encodeFromBytes(IDENTITY_PREFIX, seed).toUpperCase() as Identity;
}

/** The public half of an identity; a few milliseconds of ML-KEM key generation. */
export async function recipientOf(identity: Identity): Promise<Recipient> {
  return (await identityToRecipient(asIdentity(identity))) as Recipient;
}

/**
 * Accepts a hybrid recipient and refuses every other kind (`not-hybrid-recipient`): the age library mixes
 * classic and post-quantum recipients silently, and one classic recipient undoes the protection of all.
 */
export function asRecipient(text: string): Recipient {
  const bytes = decoded(text, RECIPIENT_PREFIX);
  if (text !== text.toLowerCase() || bytes?.length !== RECIPIENT_BYTES) {
    throw sealingError('not-hybrid-recipient', 'only age1pq1… recipients are accepted');
  }
  return text as Recipient;
}

/** Accepts a hybrid identity and refuses every other kind (`not-hybrid-identity`). */
export function asIdentity(text: string): Identity {
  const bytes = decoded(text, IDENTITY_PREFIX);
  if (text !== text.toUpperCase() || bytes?.length !== SEED_BYTES) {
    throw sealingError('not-hybrid-identity', 'only AGE-SECRET-KEY-PQ-1… identities are accepted');
  }
  return text as Identity;
}

/**
 * A form two people can read to each other over the telephone: the first 128 bits of SHA-256 of the
 * recipient's text, as 8 groups of 4 hexadecimal digits.
 */
export function fingerprint(recipient: Recipient): string {
  return sha256HexOfText(recipient).slice(0, 32).match(/.{4}/g)!.join(' ');
}

/** The bytes of a bech32 text with this prefix, or undefined. The usual 90-character limit is off, as age has it. */
function decoded(text: string, prefix: string): Uint8Array | undefined {
  try {
    const found = bech32.decode(text as `${string}1${string}`, false);
    return found.prefix.toLowerCase() === prefix ? bech32.fromWords(found.words) : undefined;
  } catch {
    return undefined;
  }
}
