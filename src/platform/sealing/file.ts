/** A file of up to 10 MiB, sealed whole, with its name and type inside. Larger evidence streams elsewhere. */
import { joinBytes, sha256Hex, textOf, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Identity, Recipient } from './identity.ts';
import { seal, unseal } from './seal.ts';
import { sealingError } from './sealing-error.ts';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** `name` as shown to officers, 1 to 255 characters without control signs; `mediaType` such as `image/jpeg`. */
export interface FileMeta {
  readonly name: string;
  readonly mediaType: string;
}

/** Goes into the signed message as its attachment; hashes are SHA-256 in hexadecimal. */
export interface SealedFile {
  readonly sealed: Uint8Array;
  readonly plaintextSha256: string;
  readonly ciphertextSha256: string;
  /** Bytes of the plaintext. */
  readonly size: number;
}

export interface OpenedFile extends FileMeta {
  readonly bytes: Uint8Array;
}

/**
 * Seals a file, padded by Padmé. The payload is the length of the header (4 bytes, big-endian), the header
 * in canonical JSON, then the bytes. Errors: `empty-file`, `too-large`, `malformed` (name or type), those of `seal`.
 */
export async function sealFile(
  bytes: Uint8Array,
  meta: FileMeta,
  recipients: readonly Recipient[],
): Promise<SealedFile> {
  if (bytes.length === 0) throw sealingError('empty-file', 'the file has no content');
  if (bytes.length > MAX_FILE_BYTES) throw sealingError('too-large', `at most ${MAX_FILE_BYTES} bytes`);
  const { name, mediaType } = checkedMeta(meta);
  const header = utf8(canonicalJson({ v: 1, name, mediaType, size: bytes.length }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  const sealed = await seal(joinBytes(length, header, bytes), recipients, 'file');
  const [plaintextSha256, ciphertextSha256] = await Promise.all([sha256Hex(bytes), sha256Hex(sealed)]);
  return { sealed, plaintextSha256, ciphertextSha256, size: bytes.length };
}

/**
 * Opens a file and compares it with what the signed message says of it. Errors: those of `unseal`, `malformed`,
 * and `damaged` when a hash differs: the sealed bytes by themselves say nothing about who made them.
 */
export async function openFile(
  sealed: Uint8Array,
  identity: Identity,
  expected: { readonly plaintextSha256: string; readonly ciphertextSha256: string },
): Promise<OpenedFile> {
  if ((await sha256Hex(sealed)) !== expected.ciphertextSha256) throw notTheFile();
  const payload = await unseal(sealed, identity, 'file');
  const headerEnd = 4 + (payload.length < 4 ? Infinity : new DataView(payload.buffer).getUint32(0));
  if (headerEnd >= payload.length) throw sealingError('malformed', 'no header');
  const meta = headerOf(textOf(payload.subarray(4, headerEnd)));
  const bytes = payload.subarray(headerEnd);
  if (meta.size !== bytes.length) throw sealingError('malformed', 'the size is another one');
  if ((await sha256Hex(bytes)) !== expected.plaintextSha256) throw notTheFile();
  return { name: meta.name, mediaType: meta.mediaType, bytes };
}

function headerOf(text: string): FileMeta & { readonly size: unknown } {
  try {
    const { name, mediaType, size } = JSON.parse(text);
    return { ...checkedMeta({ name, mediaType }), size };
  } catch (cause) {
    throw sealingError('malformed', 'not a file header', cause);
  }
}

function checkedMeta({ name, mediaType }: FileMeta): FileMeta {
  const named = typeof name === 'string' && /^[^\p{Cc}]{1,255}$/u.test(name) && name.isWellFormed();
  if (!named) throw sealingError('malformed', 'a file name has 1 to 255 characters');
  if (typeof mediaType !== 'string' || !/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(mediaType)) {
    throw sealingError('malformed', 'not a media type');
  }
  return { name, mediaType };
}

function notTheFile() {
  return sealingError('damaged', 'not the file the message speaks of');
}
