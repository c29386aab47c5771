/** Puts sealed files into the store, one after the other, each until it is there. */
import { toBase64Url, utf8 } from '#platform/sealing/bytes.ts';
import type { SealedUpload } from '../seal-report.ts';
import { putBytes } from './api.ts';
import type { ProofKeeper } from './background.ts';

/** Throws an error with the server's code when a file is refused for good. */
export async function uploadAll(
  uploads: readonly SealedUpload[],
  proofs: ProofKeeper,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  for (const [at, { attachment, sealed }] of uploads.entries()) {
    progress(at);
    for (let attempt = 0; ; attempt += 1) {
      const proof = toBase64Url(utf8(JSON.stringify(await proofs.get())));
      const { code } = await putBytes(`/public/uploads/${attachment.id}`, sealed, {
        'x-proof-of-work': proof,
      });
      if (code === 'accepted' || code === 'repeated') break;
      if (attempt === 2 || (code !== 'no-proof' && code !== 'busy'))
        throw Object.assign(new Error(code), { code });
      proofs.drop();
    }
  }
  progress(uploads.length);
}
