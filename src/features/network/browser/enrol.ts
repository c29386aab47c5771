/** Makes an officer's keys in her browser and wraps them; only public halves and ciphertext are sent. */

import { recipientOf } from '#platform/sealing/identity.ts';
import {
  newOfficerSecret,
  type OfficerSecret,
  type WrappedOfficerKey,
  wrapWithPassphrase,
  wrapWithPrf,
  wrapWithRecoveryCode,
} from '#platform/sealing/officer-key.ts';
import { parseReceipt } from '#platform/sealing/parse-receipt.ts';
import { newReceipt, type Receipt, toDigits } from '#platform/sealing/receipt.ts';
import { signingKeyFromSeed } from '#platform/sealing/signature.ts';
import { tell } from './ask.ts';
import { evaluatePrf } from './prf.ts';
import { admit, refreshVault } from './vault.ts';

type Wrap = { readonly credentialId?: string; readonly wrapped: WrappedOfficerKey };

/** Between its steps: the secret, the code not yet proven to be kept, and the day-by-day way to unlock once chosen. */
export type Enrolment = { readonly secret: OfficerSecret; readonly code: Receipt; readonly way?: Wrap };

export const passphraseMinLength = 14;

export const beginEnrolment = (): Enrolment => ({ secret: newOfficerSecret(), code: newReceipt() });
export const printedCode = ({ code }: Enrolment): string => toDigits(code);

/** One touch of a passkey; undefined when it has no secret function. */
export async function choosePasskey(
  enrolment: Enrolment,
  credentialIds: readonly string[],
): Promise<Enrolment | undefined> {
  const answer = await evaluatePrf(credentialIds);
  if (!answer) return undefined;
  const wrapped = await wrapWithPrf(enrolment.secret, answer.output);
  return { ...enrolment, way: { credentialId: answer.credentialId, wrapped } };
}

export async function choosePassphrase(enrolment: Enrolment, passphrase: string): Promise<Enrolment> {
  return { ...enrolment, way: { wrapped: await wrapWithPassphrase(enrolment.secret, passphrase) } };
}

/**
 * Publishes the keys once the code has been typed back, and takes them into use. False when the code is another one;
 * throws a Refusal. After a cut connection it can be called again.
 */
export async function finishEnrolment(enrolment: Enrolment, typedBack: string): Promise<boolean> {
  const { secret, code, way } = enrolment;
  const typed = await parseReceipt(typedBack);
  if (!typed.ok || typed.receipt !== code || !way) return false;
  const signing = await signingKeyFromSeed(secret.signingSeed);
  await tell('/office/api/keys', {
    recipient: await recipientOf(secret.identity),
    signingKey: signing.publicKey,
    wraps: [way, { wrapped: await wrapWithRecoveryCode(secret, code) }],
  });
  refreshVault();
  return admit(secret);
}

/** A rough measure for the hint beside the field; the length is what counts. */
export function passphraseStrength(passphrase: string): 'weak' | 'fair' | 'strong' {
  const words = passphrase.trim().split(/\s+/).filter(Boolean).length;
  const distinct = new Set(passphrase).size;
  const length = [...passphrase].length;
  if (length < passphraseMinLength || distinct < 8) return 'weak';
  return length >= 22 && (words >= 4 || distinct >= 14) ? 'strong' : 'fair';
}
