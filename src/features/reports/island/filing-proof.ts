/** Fetches the proof of filing, checks it here against the log's key, and offers it as a file. */
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { utf8 } from '#platform/sealing/bytes.ts';
import { ask, askText } from './api.ts';
import type { Holder } from './come-back.ts';

export type CheckedProof =
  | { readonly kind: 'good'; readonly text: string; readonly index: number; readonly at: Date }
  | { readonly kind: 'bad' | 'later' };

/** Waits up to ten seconds for the entry to get its place. */
export async function fetchFilingProof(holder: Holder): Promise<CheckedProof> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { status, body } = await ask<{ proof: string }>(
      '/public/follow/proof',
      await holder.signed('proof'),
    );
    if (status === 200) return check(body.proof, holder.reportId);
    if (status !== 202) return { kind: 'later' };
    await new Promise((go) => setTimeout(go, 1000));
  }
  return { kind: 'later' };
}

async function check(text: string, reportId: string): Promise<CheckedProof> {
  const vkey = (await askText('/ledger/vkey'))?.trim();
  if (vkey === undefined) return { kind: 'later' };
  const verdict = await verifyFilingProof(text, vkey);
  if (!verdict.ok || verdict.entry.act !== 'report.filed' || verdict.entry.id !== reportId)
    return { kind: 'bad' };
  return { kind: 'good', text, index: verdict.index, at: new Date(verdict.entry.at) };
}

export const proofFile = (text: string): Uint8Array<ArrayBuffer> => utf8(text);
