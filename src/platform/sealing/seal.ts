/** Sealing: pad, then encrypt as an age v1 file to hybrid post-quantum recipients and to nobody else. */
import { Decrypter, Encrypter } from 'age-encryption';
import { utf8 } from './bytes.ts';
import { asIdentity, asRecipient, type Identity, type Recipient } from './identity.ts';
import { type PaddingScheme, pad, unpad } from './padding.ts';
import { isSealingError, sealingError } from './sealing-error.ts';

/**
 * Seals a payload. Any age ≥ 1.3 opens the result, which then shows the padded payload.
 * Age does not say who sealed: what must be believed is signed inside (see `message.ts`).
 *
 * Errors: `no-recipient`, `not-hybrid-recipient` (checked again at run time, types are not enough),
 * `too-large`.
 */
export async function seal(
  payload: Uint8Array,
  recipients: readonly Recipient[],
  scheme: PaddingScheme = 'message',
): Promise<Uint8Array> {
  if (recipients.length === 0) throw sealingError('no-recipient', 'sealing needs somebody to read it');
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(asRecipient(recipient));
  return encrypter.encrypt(pad(payload, scheme));
}

/**
 * Opens sealed bytes. Errors: `not-for-this-key`, `foreign-recipient` (some stanza is not hybrid),
 * `damaged` (not an age file, changed or cut), `bad-padding`, `not-hybrid-identity`.
 */
export async function unseal(
  sealed: Uint8Array,
  identity: Identity,
  scheme: PaddingScheme = 'message',
): Promise<Uint8Array> {
  recipientCount(sealed);
  const decrypter = new Decrypter();
  decrypter.addIdentity(asIdentity(identity));
  try {
    return unpad(await decrypter.decrypt(sealed), scheme);
  } catch (cause) {
    if (isSealingError(cause)) throw cause;
    const noMatch = cause instanceof Error && cause.message.startsWith('no identity matched');
    throw noMatch
      ? sealingError('not-for-this-key', 'this key is not among the recipients')
      : sealingError('damaged', 'the sealed bytes are not whole', cause);
  }
}

const INTRODUCTION = utf8('age-encryption.org/v1\n');
const STANZA = utf8('-> ');
const HYBRID_STANZA = utf8('-> mlkem768x25519 ');
const END_OF_HEADER = utf8('---');
/** One for each byte that base64 writes. */
const BASE64 = new Uint8Array(256);
for (const byte of utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')) BASE64[byte] = 1;

/**
 * How many recipients the header names, read without any key. Errors: `damaged` for what is not an age
 * file, `foreign-recipient` when a passphrase or a classic key could open it too.
 * Read as bytes: the server does this three times a report, and lines of 1,500 characters are slow to make.
 */
export function recipientCount(sealed: Uint8Array): number {
  if (!holds(sealed, 0, INTRODUCTION)) throw sealingError('damaged', 'not an age file');
  let at = INTRODUCTION.length;
  let count = 0;
  for (;;) {
    const end = sealed.indexOf(0x0a, at);
    if (end < 0 || end - at > 4096) throw sealingError('damaged', 'not an age file');
    if (holds(sealed, at, END_OF_HEADER)) break;
    if (holds(sealed, at, STANZA)) {
      if (!holds(sealed, at, HYBRID_STANZA) || !isBase64(sealed, at + HYBRID_STANZA.length, end))
        throw sealingError('foreign-recipient', 'a recipient is not hybrid');
      count += 1;
    }
    at = end + 1;
  }
  if (count === 0) throw sealingError('damaged', 'the header names no recipient');
  return count;
}

function holds(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

/** At least one sign of base64 and nothing else. */
function isBase64(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (BASE64[bytes[at]!] !== 1) return false;
  return to > from;
}
