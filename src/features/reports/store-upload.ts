/** Takes one sealed file into the store before the message that names it; unnamed ones are swept after a day. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Taken, TooLarge } from '#platform/files/file-store.ts';
import type { Parts } from './needs.ts';
import type { GoodProof } from './proof-of-work.ts';
import { addAttachment } from './report.queries.ts';
import { largestUpload } from './report.schemas.ts';
import { makeRoom, mostUnnamed } from './upload-room.ts';

export type UploadOutcome = 'accepted' | 'repeated' | 'conflict' | 'no-proof' | 'too-large' | 'busy' | 'full';

/** Stores the stream under the sender's id. The same bytes under the same id are a repeat; others a conflict. */
export async function storeUpload(
  parts: Parts,
  id: string,
  content: Readable,
  proof: GoodProof | undefined,
): Promise<UploadOutcome> {
  const now = parts.ground.now();
  if (!proof) return 'no-proof';
  if (!parts.uploads.take(proof.id, proof.expiresAt, now)) return 'busy';
  return keepSealed(parts, id, content);
}

/** The storing itself, for senders who have shown elsewhere that they may. */
export async function keepSealed(parts: Parts, id: string, content: Readable): Promise<UploadOutcome> {
  const { ground, holds } = parts;
  const hold = holds.write(id);
  if (!hold) return 'busy';
  try {
    // What is stored is never written over: a message may name it already.
    const stored = await ground.files.read(id);
    const kept = stored && (await hashOf(stored.content));
    if (!kept && !(await makeRoom(parts))) return 'full';
    const found = kept ? await hashOf(content) : await ground.files.put(id, content, largestUpload);
    if (kept && !kept.sha256.equals(found.sha256)) return 'conflict';
    const asked = { id, ...found, now: ground.now(), most: mostUnnamed };
    const outcome = await addAttachment(ground.databases.public, asked);
    // Others took the room while this one was on its way. Who still writes the same file will find out by itself.
    if (outcome === 'full' && hold.isAlone()) await ground.files.remove(id);
    return outcome;
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof Taken) return 'conflict';
    throw error;
  } finally {
    hold.release();
  }
}

async function hashOf(content: Readable): Promise<{ size: number; sha256: Buffer }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestUpload) throw new TooLarge();
    hash.update(chunk);
  }
  return { size, sha256: hash.digest() };
}
