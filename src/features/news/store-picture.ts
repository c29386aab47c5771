/** Takes in the picture of an announcement: checked, freed of metadata, stored once and never changed. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '#platform/files/file-store.ts';
import { withoutMetadata } from '#platform/sealing/metadata.ts';
import { done, type Outcome, pictureLimit, refused } from './news.ts';

export type StoredPicture = {
  readonly id: string;
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly size: number;
  readonly sha256: Buffer;
};

/** The bytes decide what a picture is, not its name. Errors `picture-too-large`, `picture-kind`, `picture-broken`. */
export async function storePicture(files: FileStore, bytes: Uint8Array): Promise<Outcome<StoredPicture>> {
  if (bytes.length > pictureLimit) return refused('picture-too-large');
  const stripped = strip(bytes);
  if (!stripped) return refused('picture-broken');
  if (stripped.kind === 'other') return refused('picture-kind');
  const id = randomUUID();
  const { size, sha256 } = await files.put(id, Readable.from([Buffer.from(stripped.bytes)]), pictureLimit);
  return done({ id, mediaType: `image/${stripped.kind}`, size, sha256 });
}

function strip(bytes: Uint8Array) {
  try {
    return withoutMetadata(bytes);
  } catch {
    return undefined;
  }
}
