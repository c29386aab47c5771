/** The key that a report is sealed for, checked against the public ledger before anything is sealed for it. */
import { asRecipient, fingerprint } from '#platform/sealing/identity.ts';
import { type KeyStanding, standingOf } from '../key-standing.ts';
import type { CentreKey } from '../public-centres.ts';
import type { CentreToSealFor } from '../seal-report.ts';
import { ask, askText } from './api.ts';

export type CheckedKey = CentreToSealFor & { readonly print: string; readonly standing: KeyStanding };

/** Undefined when the centre has no key any more. */
export async function fetchCentreKey(unitCode: string): Promise<CheckedKey | undefined> {
  const { status, body } = await ask<CentreKey>(`/public/centres/${encodeURIComponent(unitCode)}/key`);
  if (status !== 200) return undefined;
  const recipient = asRecipient(body.recipient);
  const key = { unitCode, epoch: body.epoch, recipient };
  const vkey = body.proof === null ? undefined : (await askText('/ledger/vkey'))?.trim();
  return { ...key, print: fingerprint(recipient), standing: await standingOf(key, body.proof, vkey) };
}
