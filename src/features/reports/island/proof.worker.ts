/** Works a proof of work while the reporter writes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { solveChallenge } from 'altcha-lib';

addEventListener('message', async ({ data }: MessageEvent) => {
  const solution = await solveChallenge({
    challenge: data,
    timeout: 0,
    // One round of SHA-256 without a promise per try: ten times faster than asking WebCrypto each time.
    deriveKey: async (_parameters, salt, password) => {
      const input = new Uint8Array(salt.length + password.length);
      input.set(salt);
      input.set(password, salt.length);
      return { derivedKey: sha256(input) };
    },
  });
  postMessage(solution && { counter: solution.counter, derivedKey: solution.derivedKey });
});
