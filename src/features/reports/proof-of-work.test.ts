/** Our own check of a proof of work holds to the library's: what it takes we take, and what it refuses we refuse. */
import { createHmac, randomBytes } from 'node:crypto';
import { createChallenge, solveChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { expect, it } from 'vitest';
import { checkProof, makeChallenge } from './proof-of-work.ts';
import { type ProofOfWork, proofOfWork } from './report.schemas.ts';

const tokenKey = randomBytes(32);
let time = Date.now();
const ground = { secrets: { tokenKey } as never, now: () => new Date(time), proofOfWorkMax: 20 };
const secret = (label: string) =>
  createHmac('sha256', tokenKey).update(`prongsai/proof-of-work/${label}/v1`).digest('hex');
const keys = { hmacSignatureSecret: secret('challenge'), hmacKeySignatureSecret: secret('key') };

const solved = async (challenge = makeChallenge(ground)): Promise<ProofOfWork> => {
  const found = await solveChallenge({ challenge: challenge as never, deriveKey });
  return { challenge, solution: { counter: found!.counter, derivedKey: found!.derivedKey } };
};
const libraryTakes = async ({ challenge, solution }: ProofOfWork) =>
  (
    await verifySolution({ challenge: challenge as never, solution, deriveKey, ...keys }).catch(() => ({
      verified: false,
    }))
  ).verified;

it('a challenge of ours is solved and verified by the library, and one of the library by us', async () => {
  const ours = await solved();
  expect(proofOfWork.safeParse(ours).success).toBe(true);
  expect(await libraryTakes(ours)).toBe(true);
  expect(checkProof(ground, ours)).toBeDefined();

  const theirs = await createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    counter: 7,
    deriveKey,
    expiresAt: new Date(time + 60_000),
    ...keys,
  });
  expect(checkProof(ground, await solved(theirs as never))).toBeDefined();
  expect(Object.keys(makeChallenge(ground).parameters)).toEqual(Object.keys(theirs.parameters));
});

it('names one challenge by one id, whatever else is sent with it', async () => {
  const proof = await solved();
  const timed = { ...proof, solution: { ...proof.solution, time: 4 } };
  expect(checkProof(ground, timed)!.id).toEqual(checkProof(ground, proof)!.id);
  const other = await solved();
  expect(checkProof(ground, other)!.id).not.toEqual(checkProof(ground, proof)!.id);
});

it('refuses, as the library does, whatever was changed', async () => {
  const proof = await solved();
  const { challenge, solution } = proof;
  const { keySignature, ...unsigned } = challenge.parameters;
  const withParameters = (parameters: object) =>
    ({ ...proof, challenge: { ...challenge, parameters } }) as ProofOfWork;
  const later = Number(challenge.parameters['expiresAt']) + 60;
  const forgeries: Record<string, ProofOfWork> = {
    'a later end': withParameters({ ...challenge.parameters, expiresAt: later }),
    'an easier prefix': withParameters({ ...challenge.parameters, keyPrefix: '00' }),
    'no signature of the key': withParameters(unsigned),
    'another signature of the key': withParameters({ ...challenge.parameters, keySignature: '0'.repeat(64) }),
    'one more parameter': withParameters({ ...challenge.parameters, data: 'x' }),
    'another signature': { ...proof, challenge: { ...challenge, signature: 'f'.repeat(64) } },
    'the signature in capitals': {
      ...proof,
      challenge: { ...challenge, signature: challenge.signature.toUpperCase() },
    },
    'another key': { ...proof, solution: { ...solution, derivedKey: 'a'.repeat(64) } },
    'the key in capitals': {
      ...proof,
      solution: { ...solution, derivedKey: solution.derivedKey.toUpperCase() },
    },
    'half a key': { ...proof, solution: { ...solution, derivedKey: solution.derivedKey.slice(0, 32) } },
    'a counter of more than four bytes': { ...proof, solution: { ...solution, counter: 2 ** 32 } },
    'half a counter': { ...proof, solution: { ...solution, counter: 0.5 } },
  };
  for (const [what, forged] of Object.entries(forgeries)) {
    expect(checkProof(ground, forged), what).toBeUndefined();
    expect(await libraryTakes(forged), what).toBe(false);
  }
  expect(keySignature).toMatch(/^[0-9a-f]{64}$/);
});

it('refuses another installation, nothing at all, and what is out of date by the clock passed in', async () => {
  const proof = await solved();
  expect(checkProof(ground, undefined)).toBeUndefined();
  expect(checkProof({ ...ground, secrets: { tokenKey: randomBytes(32) } as never }, proof)).toBeUndefined();
  time += 20 * 60_000;
  expect(checkProof(ground, proof)).toBeUndefined();
});
