/** A PDF on its way into the file store: checked by its first bytes, stored once, never changed. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '#platform/files/file-store.ts';
import { done, fileLimit, type Outcome, refused } from './circular.ts';

export type BroughtFile = { readonly name: string; readonly bytes: Uint8Array };
export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: Buffer;
};

/** Circulars are unclassified and for reading, so they are stored as they come. Errors `file-kind`, `file-too-large`. */
export async function storePdf(files: FileStore, { name, bytes }: BroughtFile): Promise<Outcome<StoredFile>> {
  if (bytes.length > fileLimit) return refused('file-too-large');
  // ISO 32000 lets a few bytes stand before the header; writers in use do not.
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return refused('file-kind');
  const id = randomUUID();
  const { size, sha256 } = await files.put(id, Readable.from([Buffer.from(bytes)]), fileLimit);
  return done({ id, name: tidyName(name), size, sha256 });
}

/** A name that any system can store; the ending says what it is. */
function tidyName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f"*/:<>?\\|]/g, '_')
    .trim()
    .slice(0, 120);
  return /\.pdf$/i.test(plain) ? plain : `${plain || 'circular'}.pdf`;
}
