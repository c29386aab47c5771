/** Opens an objection in the browser and compares it with what was recorded; checks its proof against the log's key. */
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { fromBase64Url, textOf } from '#platform/sealing/bytes.ts';
import type { Identity } from '#platform/sealing/identity.ts';
import { unseal } from '#platform/sealing/seal.ts';
import type { ObjectionText } from '../objection.ts';
import { commitmentOf } from './seal-objection.ts';

/** The text, and whether it is the one whose commitment was recorded. */
export async function openObjection(
  sealed: string,
  identity: Identity,
  commitment: string,
): Promise<{ readonly text: ObjectionText; readonly matches: boolean }> {
  const text = JSON.parse(textOf(await unseal(fromBase64Url(sealed), identity))) as ObjectionText;
  return { text, matches: (await commitmentOf(text)) === commitment };
}

export type ProofCheck =
  | { readonly kind: 'good'; readonly proof: string; readonly index: number; readonly at: Date }
  | { readonly kind: 'bad' | 'later' };

/** Fetches the proof and checks it here: in the log, of this record, with the commitment of this very text. */
export async function checkProof(id: string, commitment: string): Promise<ProofCheck> {
  const [proved, key] = await Promise.all([fetch(`/office/objections/${id}/proof`), fetch('/ledger/vkey')]);
  if (proved.status !== 200 || !key.ok) return { kind: 'later' };
  const { proof } = (await proved.json()) as { proof: string };
  const verdict = await verifyFilingProof(proof, (await key.text()).trim());
  if (!verdict.ok) return { kind: 'bad' };
  const { entry, index } = verdict;
  if (
    entry.act !== 'ethics.objection-recorded' ||
    entry.id !== id ||
    entry.facts?.['commitment'] !== commitment
  )
    return { kind: 'bad' };
  return { kind: 'good', proof, index, at: new Date(entry.at) };
}
