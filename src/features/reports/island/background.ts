/** Work that is done beside the page: stretching the receipt, and proofs of work. */
import type { Receipt } from '#platform/sealing/receipt.ts';
import type { StretchedReceipt } from '#platform/sealing/receipt-keys.ts';
import type { ProofOfWork } from '../report.schemas.ts';
import { ask } from './api.ts';

/** One question to a worker of its own. */
function once<T>(worker: Worker, question: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data as T);
    worker.onerror = () => reject(new Error('a worker failed'));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

export const stretch = (receipt: Receipt): Promise<StretchedReceipt> =>
  once(new Worker(new URL('./stretch.worker.ts', import.meta.url), { type: 'module' }), receipt.toString());

export type ProofKeeper = {
  /** A proof that still holds; works a new one when there is none or it has grown old. */
  readonly get: () => Promise<ProofOfWork>;
  /** The present one was refused: the next `get` works another. */
  readonly drop: () => void;
};

/** Challenges live 20 minutes; measured by elapsed time, since clocks may be wrong by years. */
const FRESH_MS = 17 * 60_000;

export function keepProof(): ProofKeeper {
  let working: { since: number; proof: Promise<ProofOfWork> } | undefined;
  return {
    get: () => {
      if (!working || performance.now() - working.since > FRESH_MS) {
        const proof = solve();
        working = { since: performance.now(), proof };
        proof.catch(() => {
          if (working?.proof === proof) working = undefined;
        });
      }
      return working.proof;
    },
    drop: () => {
      working = undefined;
    },
  };
}

async function solve(): Promise<ProofOfWork> {
  const { body: challenge } = await ask<ProofOfWork['challenge']>('/public/challenge');
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  return { challenge, solution: await once<ProofOfWork['solution']>(worker, challenge) };
}
