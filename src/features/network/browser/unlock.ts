/** The three ways to unwrap the officer's keys in her browser. */
import {
  unwrapWithPassphrase,
  unwrapWithPrf,
  unwrapWithRecoveryCode,
  type WrapMethod,
} from '#platform/sealing/officer-key.ts';
import { parseReceipt } from '#platform/sealing/parse-receipt.ts';
import { evaluatePrf } from './prf.ts';
import { admit, vaultFacts } from './vault.ts';

/** The ways that the officer has set up. */
export async function waysToUnlock(): Promise<readonly WrapMethod[]> {
  const { wraps } = await vaultFacts();
  return [...new Set(wraps.map(({ wrapped }) => wrapped.method))];
}

/** Asks for a touch of the passkey. False when it opens nothing; throws what the browser throws. */
export async function unlockWithPasskey(): Promise<boolean> {
  const { wraps } = await vaultFacts();
  const ids = wraps.flatMap(({ credentialId }) => (credentialId ? [credentialId] : []));
  const answer = await evaluatePrf(ids);
  return answer ? unlockWithPrfOutput(answer.credentialId, answer.output) : false;
}

/** Opens with what a passkey has just given, at sign-in for instance. False when none of the wraps is of that passkey. */
export async function unlockWithPrfOutput(credentialId: string, output: Uint8Array): Promise<boolean> {
  const { wraps } = await vaultFacts();
  const wrap = wraps.find((one) => one.credentialId === credentialId);
  return wrap ? admit(await unwrapWithPrf(wrap.wrapped, output)) : false;
}

/** Throws a SealingError `wrong-secret` for a wrong passphrase. */
export async function unlockWithPassphrase(passphrase: string): Promise<boolean> {
  const { wraps } = await vaultFacts();
  const wrap = wraps.find(({ wrapped }) => wrapped.method === 'passphrase');
  return wrap ? admit(await unwrapWithPassphrase(wrap.wrapped, passphrase)) : false;
}

/** Takes the printed 24 digits as typed, with spaces or Thai digits. */
export async function unlockWithCode(typed: string): Promise<boolean> {
  const { wraps } = await vaultFacts();
  const wrap = wraps.find(({ wrapped }) => wrapped.method === 'recovery-code');
  const parsed = await parseReceipt(typed);
  return wrap && parsed.ok ? admit(await unwrapWithRecoveryCode(wrap.wrapped, parsed.receipt)) : false;
}
