/** Text signed by one or more keys: C2SP signed-note with Ed25519 (https://c2sp.org/signed-note). */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, joinBytes, toBase64Url, toHex, utf8 } from '#platform/sealing/bytes.ts';
import {
  asSigningPublicKey,
  rawPublicKey,
  type SigningKey,
  sign,
  verify,
} from '#platform/sealing/signature.ts';
import { fromBase64, sameBytes, toBase64 } from './encoding.ts';
import { ledgerError } from './ledger-error.ts';

/** Who signs notes: the name in the signature line and the Ed25519 key. */
export type NoteSigner = { readonly name: string; readonly key: SigningKey };

/** What a verifier knows of a signer, read from a vkey. */
export type NoteVerifier = { readonly name: string; readonly keyId: Bytes; readonly publicKey: Bytes };

/** A note taken apart. Nothing in it may be believed before `openNote` has verified it. */
export type Note = {
  readonly text: string;
  readonly signatures: readonly {
    readonly name: string;
    readonly keyId: Uint8Array;
    readonly bytes: Uint8Array;
  }[];
};

const ED25519 = 0x01;
/** A note of a checkpoint is some hundred bytes; post-quantum lines of many witnesses fit as well. */
const MAX_NOTE = 200_000;
const SIGNATURE_LINE = /^— ([^\s+]+) (\S+)$/u;

/** The verifier key of a signer as text: `name+hash+base64`. It is public and belongs where people can see it. */
export function vkeyOf({ name, key }: NoteSigner): string {
  requireName(name);
  const publicKey = rawPublicKey(key.publicKey);
  return `${name}+${toHex(keyIdOf(name, publicKey))}+${toBase64(joinBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** Reads a vkey. Error `malformed-key`, also when its hash does not belong to its key, or it is not Ed25519. */
export function parseVkey(vkey: string): NoteVerifier {
  const [, name, hash, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(vkey) ?? [];
  const bytes = encoded === undefined ? undefined : fromBase64(encoded);
  if (!name || !bytes) throw ledgerError('malformed-key', 'not a verifier key of the form name+hash+key');
  if (bytes[0] !== ED25519 || bytes.length !== 33)
    throw ledgerError('malformed-key', 'the verifier key is not an Ed25519 key');
  const publicKey = bytes.slice(1);
  const keyId = keyIdOf(name, publicKey);
  if (toHex(keyId) !== hash)
    throw ledgerError('malformed-key', 'the hash of the verifier key does not fit the key');
  return { name, keyId, publicKey };
}

/** Signs a text, which must end in a newline, hold no other control characters, and be well-formed. */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  requireName(signer.name);
  if (!isNoteText(text)) throw ledgerError('malformed-note', 'the text cannot be a note');
  const signature = await sign(signer.key, utf8(text));
  const keyId = keyIdOf(signer.name, rawPublicKey(signer.key.publicKey));
  return `${text}\n— ${signer.name} ${toBase64(joinBytes(keyId, signature))}\n`;
}

/** Takes a note apart without verifying it. Error `malformed-note`. */
export function parseNote(note: string): Note {
  // The text may hold empty lines itself: the last one of the note parts it from the signatures.
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  if (note.length > MAX_NOTE || end < 0 || !isNoteText(text) || lines.length < 2 || lines.pop() !== '')
    throw ledgerError('malformed-note', 'not a text, an empty line and signature lines');
  const signatures = lines.map((line) => {
    const match = SIGNATURE_LINE.exec(line);
    const bytes = match ? fromBase64(match[2]!) : undefined;
    if (!match || !bytes || bytes.length < 5)
      throw ledgerError('malformed-note', 'a signature line is not in form');
    return { name: match[1]!, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) };
  });
  return { text, signatures };
}

/**
 * The text of a note that the holder of the vkey signed. Lines of other keys are ignored; a wrong signature
 * under the known key refuses the note. Errors `malformed-note`, `malformed-key`, `wrong-key`, `bad-signature`.
 */
export async function openNote(note: string, vkey: string): Promise<string> {
  const verifier = parseVkey(vkey);
  const { text, signatures } = parseNote(note);
  const own = signatures.filter(
    ({ name, keyId }) => name === verifier.name && sameBytes(keyId, verifier.keyId),
  );
  if (own.length === 0) throw ledgerError('wrong-key', `no signature by ${verifier.name} with the known key`);
  const publicKey = asSigningPublicKey(toBase64Url(verifier.publicKey));
  for (const { bytes } of own) {
    if (!(await verify(publicKey, bytes, utf8(text))))
      throw ledgerError('bad-signature', `the signature of ${verifier.name} is wrong`);
  }
  return text;
}

/** The first four bytes of SHA-256(name ‖ newline ‖ signature type ‖ public key). */
function keyIdOf(name: string, publicKey: Uint8Array): Bytes {
  return sha256(joinBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).slice(0, 4);
}

function isNoteText(text: string): boolean {
  return text.isWellFormed() && text.endsWith('\n') && !/[\0-\x09\x0b-\x1f]/.test(text);
}

function requireName(name: string): void {
  if (!/^[^\s+]+$/u.test(name))
    throw ledgerError('malformed-key', 'a key name is not empty and holds no space and no plus');
}
