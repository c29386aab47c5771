/** Passkey ceremonies in the browser: join, sign in, confirm, add one. The passkey's secret output never leaves. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { tell } from './ask.ts';
import { prfExtension, takePrfOutput } from './prf.ts';
import { unlockWithPrfOutput } from './unlock.ts';

type Begun<Options> = { readonly ceremonyId: string; readonly options: Options };

/** Signs in with any passkey of this site; opens the officer's keys with the same touch when that passkey wraps them. */
export async function signInWithPasskey(): Promise<void> {
  const begun = await tell<Begun<PublicKeyCredentialRequestOptionsJSON>>(
    '/office/api/sign-in/passkey/options',
  );
  await answerWith(begun, '/office/api/sign-in/passkey');
}

/** Proves to be present. */
export async function confirmWithPasskey(): Promise<void> {
  const begun = await tell<Begun<PublicKeyCredentialRequestOptionsJSON>>('/office/api/confirm/options');
  await answerWith(begun, '/office/api/confirm');
}

/** Makes an account behind a one-time link. */
export async function joinWithPasskey(
  token: string,
  newcomer: { readonly email: string; readonly nameTh: string },
  label: string,
): Promise<void> {
  const { email, nameTh } = newcomer;
  const answer = await register('/office/api/join/passkey/options', { token, email, nameTh });
  await tell('/office/api/join/passkey', { token, newcomer, label, ...answer });
}

/** A further passkey of the signed-in officer. */
export async function addPasskey(label: string): Promise<void> {
  const answer = await register('/office/api/own/passkey/options', {});
  await tell('/office/api/own/passkey', { label, ...answer });
}

async function register(path: string, body: object) {
  const { ceremonyId, options } = await tell<Begun<PublicKeyCredentialCreationOptionsJSON>>(path, body);
  const optionsJSON = { ...options, extensions: { ...options.extensions, ...prfExtension() } };
  const response = await startRegistration({ optionsJSON });
  takePrfOutput(response.clientExtensionResults);
  return { ceremonyId, response };
}

async function answerWith(begun: Begun<PublicKeyCredentialRequestOptionsJSON>, path: string): Promise<void> {
  const { ceremonyId, options } = begun;
  const optionsJSON = { ...options, extensions: { ...options.extensions, ...prfExtension() } };
  const response = await startAuthentication({ optionsJSON });
  const output = takePrfOutput(response.clientExtensionResults);
  await tell(path, { ceremonyId, response });
  // Whether the keys open along the way or later by hand, the officer is in.
  if (output) await unlockWithPrfOutput(response.id, output).catch(() => false);
}
