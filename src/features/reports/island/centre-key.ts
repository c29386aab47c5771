/** The key that a report is sealed for, checked against the public ledger before anything is sealed for it. */
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { sha256HexOfText } from '#platform/sealing/bytes.ts';
import { asRecipient, fingerprint } from '#platform/sealing/identity.ts';
import type { CentreKey } from '../public-centres.ts';
import type { CentreToSealFor } from '../seal-report.ts';
import { ask, askText } from './api.ts';

export type CheckedKey = CentreToSealFor & {
  readonly print: string;
  /** `proven`: published in the ledger; `unproven`: no proof yet; `wrong`: the proof speaks of another key, or does not hold. */
  readonly standing: 'proven' | 'unproven' | 'wrong';
};

/** Undefined when the centre has no key any more. */
export async function fetchCentreKey(unitCode: string): Promise<CheckedKey | undefined> {
  const { status, body } = await ask<CentreKey>(`/public/centres/${encodeURIComponent(unitCode)}/key`);
  if (status !== 200) return undefined;
  const recipient = asRecipient(body.recipient);
  return {
    unitCode,
    epoch: body.epoch,
    recipient,
    print: fingerprint(recipient),
    standing: body.proof === null ? 'unproven' : await standingOf(body.proof, recipient),
  };
}

async function standingOf(proof: string, recipient: string): Promise<'proven' | 'wrong'> {
  const vkey = (await askText('/ledger/vkey'))?.trim();
  const verdict = vkey === undefined ? undefined : await verifyFilingProof(proof, vkey);
  if (!verdict?.ok) return 'wrong';
  // The entry names the key by its hash; which fact carries it is the network's own matter.
  const hash = sha256HexOfText(recipient);
  return Object.values(verdict.entry.facts ?? {}).includes(hash) ? 'proven' : 'wrong';
}
