/** Whether a centre's key is the one that the public ledger says was published: so that no key is slipped in unseen. */
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { sha256HexOfText } from '#platform/sealing/bytes.ts';

/** `unproven`: no proof yet; `wrong`: the proof does not hold, or speaks of another key, centre or epoch. */
export type KeyStanding = 'proven' | 'unproven' | 'wrong';

export type PublishedKey = { readonly unitCode: string; readonly epoch: number; readonly recipient: string };

/** `vkey` is the log's; without it a proof proves nothing. */
export async function standingOf(
  key: PublishedKey,
  proof: string | null,
  vkey: string | undefined,
): Promise<KeyStanding> {
  if (proof === null) return 'unproven';
  const verdict = vkey === undefined ? undefined : await verifyFilingProof(proof, vkey);
  if (!verdict?.ok) return 'wrong';
  const { act, unit, facts } = verdict.entry;
  const isThisOne =
    act === 'centre-key.published' &&
    unit === key.unitCode &&
    facts?.['epoch'] === key.epoch &&
    facts['recipient'] === sha256HexOfText(key.recipient);
  return isThisOne ? 'proven' : 'wrong';
}
