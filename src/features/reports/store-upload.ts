/** Takes one sealed file into the store before the message that names it; unnamed ones are swept after a day. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Taken, TooLarge } from '#platform/files/file-store.ts';
import type { Parts } from './needs.ts';
import type { GoodProof } from './proof-of-work.ts';
import { addAttachment } from './report.queries.ts';
import { largestUpload } from './report.schemas.ts';

export type UploadOutcome = 'accepted' | 'repeated' | 'conflict' | 'no-proof' | 'too-large' | 'busy';

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
export async function keepSealed({ ground }: Parts, id: string, content: Readable): Promise<UploadOutcome> {
  try {
    // What is stored is never written over: a message may name it already.
    const stored = await ground.files.read(id);
    const kept = stored && (await hashOf(stored.content));
    const found = kept ? await hashOf(content) : await ground.files.put(id, content, largestUpload);
    if (kept && !kept.sha256.equals(found.sha256)) return 'conflict';
    return await addAttachment(ground.databases.public, { id, ...found, now: ground.now() });
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof Taken) return 'conflict';
    throw error;
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
