/** Takes in a picture or a PDF: told by its bytes, a picture freed of metadata, stored once and never changed. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '#platform/files/file-store.ts';
import { withoutMetadata } from '#platform/sealing/metadata.ts';
import { done, type Outcome, refused } from './outcome.ts';

export type StoredFile = {
  readonly id: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  readonly size: number;
  readonly sha256: Buffer;
};

type Limits = { readonly most: number; readonly pdf?: boolean };

/** Place, device and time stay out of the store. Refusals: `file-too-large`, `picture-kind`, `proof-kind`, `picture-broken`. */
export async function storeFile(
  files: FileStore,
  bytes: Uint8Array,
  { most, pdf = false }: Limits,
): Promise<Outcome<StoredFile>> {
  if (bytes.length > most) return refused('file-too-large');
  const picture = strip(bytes);
  if (!picture) return refused('picture-broken');
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  if (picture.kind === 'other' && !(pdf && isPdf)) return refused(pdf ? 'proof-kind' : 'picture-kind');
  const mediaType = picture.kind === 'other' ? 'application/pdf' : (`image/${picture.kind}` as const);
  const id = randomUUID();
  const stored = await files.put(id, Readable.from([Buffer.from(picture.bytes)]), most);
  return done({ id, mediaType, ...stored });
}

function strip(bytes: Uint8Array) {
  try {
    return withoutMetadata(bytes);
  } catch {
    return undefined;
  }
}
