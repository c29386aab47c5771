/**
 * Draws a token in the officer's browser: a random value is blinded, the server evaluates it, and the answer is unblinded
 * after its proof against the round's key has been checked (RFC 9497, VOPRF). The server never sees what it has signed.
 */
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

export type Ask = (blinded: string) => Promise<{ readonly evaluated: string; readonly proof: string }>;
/** What is kept until the answer has come, so that a cut connection asks for the same again. */
export type Blinding = { readonly input: string; readonly blind: string; readonly blinded: string };

export function blindAnew(): Blinding {
  const input = crypto.getRandomValues(new Uint8Array(32));
  const { blind, blinded } = ristretto255_oprf.voprf.blind(input);
  return { input: write(input), blind: write(blind), blinded: write(blinded) };
}

/** The token as text. Throws what `ask` throws, and an Error `wrong-key` when the proof does not fit the round's key. */
export async function drawToken(
  ask: Ask,
  roundKey: string,
  blinding: Blinding = blindAnew(),
): Promise<string> {
  const { evaluated, proof } = await ask(blinding.blinded);
  const input = read(blinding.input);
  let output: Uint8Array;
  try {
    output = ristretto255_oprf.voprf.finalize(
      input,
      read(blinding.blind),
      read(evaluated),
      read(blinding.blinded),
      read(roundKey),
      read(proof),
    );
  } catch {
    throw new Error('wrong-key');
  }
  const token = new Uint8Array(input.length + output.length);
  token.set(input);
  token.set(output, input.length);
  return write(token);
}

const write = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const read = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
