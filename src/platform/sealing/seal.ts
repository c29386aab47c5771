/** Sealing: pad, then encrypt as an age v1 file to hybrid post-quantum recipients and to nobody else. */
import { Decrypter, Encrypter } from 'age-encryption';
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

const INTRODUCTION = 'age-encryption.org/v1\n';
const HYBRID_STANZA = /^-> mlkem768x25519 [A-Za-z0-9+/]+$/;

/**
 * How many recipients the header names, read without any key. Errors: `damaged` for what is not an age
 * file, `foreign-recipient` when a passphrase or a classic key could open it too.
 */
export function recipientCount(sealed: Uint8Array): number {
  let lines = 0;
  let at = 0;
  let count = 0;
  for (;;) {
    const end = sealed.indexOf(0x0a, at);
    if (end < 0 || end - at > 4096) throw sealingError('damaged', 'not an age file');
    const line = String.fromCharCode(...sealed.subarray(at, end));
    if (lines === 0 && `${line}\n` !== INTRODUCTION) throw sealingError('damaged', 'not an age file');
    if (line.startsWith('---')) break;
    if (line.startsWith('-> ')) {
      if (!HYBRID_STANZA.test(line)) throw sealingError('foreign-recipient', 'a recipient is not hybrid');
      count += 1;
    }
    lines += 1;
    at = end + 1;
  }
  if (count === 0) throw sealingError('damaged', 'the header names no recipient');
  return count;
}
