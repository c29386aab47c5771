/**
 * The passkey's own secret function (WebAuthn level 3, prf): the same 32 bytes each time for one passkey and one input,
 * known to nobody else. They wrap the officer's keys; they are never sent.
 */
import type { AuthenticationExtensionsClientInputs } from '@simplewebauthn/browser';
import { type Bytes, fromBase64Url, randomBytes, utf8 } from '#platform/sealing/bytes.ts';

const input = utf8('prongsai officer key v1');

/** To be added to the extensions of any ceremony that may give the output along the way. */
export const prfExtension = () =>
  ({ prf: { eval: { first: input } } }) as unknown as AuthenticationExtensionsClientInputs;

/** The output among a ceremony's extension results, or undefined; also removes it, so that it cannot be sent. */
export function takePrfOutput(results: object): Bytes | undefined {
  const holder = results as { prf?: { results?: { first?: ArrayBuffer } } };
  const first = holder.prf?.results?.first;
  delete holder.prf;
  return first ? new Uint8Array(first).slice() : undefined;
}

/** Asks for a touch of one of these passkeys, only for its output. Undefined when the passkey has no such function. */
export async function evaluatePrf(
  credentialIds: readonly string[],
): Promise<{ readonly credentialId: string; readonly output: Bytes } | undefined> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32), // the server is not asked: what proves the passkey here is that the keys open
      userVerification: 'required',
      allowCredentials: credentialIds.map((id) => ({ type: 'public-key', id: fromBase64Url(id) })),
      extensions: { prf: { eval: { first: input } } },
    },
  })) as PublicKeyCredential | null;
  if (!credential) return undefined;
  const output = takePrfOutput({ ...credential.getClientExtensionResults() });
  return output && { credentialId: credential.id, output };
}
