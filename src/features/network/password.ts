/** Passwords: judged before they are taken, kept as Argon2id hashes (RFC 9106) in the PHC string format. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { obviousPasswords } from './data/obvious-passwords.ts';
import { refuse } from './refusal.ts';

export const passwordMinLength = 12;

/** 32 MiB and three passes: about 0.1 s here; above OWASP's floor of 19 MiB and two. */
const cost = { memory: 32 * 1024, passes: 3, parallelism: 1, tagLength: 32 } as const;
/** Hashing takes memory: more waiting than this are told to come back, so that guessing cannot exhaust the machine. */
const maxWaiting = 24;
const deriveKey = promisify(argon2);
let waiting = 0;

/** True for 12 characters or more that are not one of the first guesses of anybody. */
export function isAcceptablePassword(password: string, personal: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < passwordMinLength || plain.length > 256) return false;
  if (new Set(plain).size < 5) return false;
  if (isRun(plain)) return false;
  const letters = plain.replace(/[\d\s\p{P}\p{S}]+/gu, '');
  if (obviousPasswords.some((word) => letters === word || plain.startsWith(word.repeat(2)))) return false;
  // Names and the address, with some digits around them, are the first things tried: enough must be left without them.
  const left = personal
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[\s@.]+/),
    )
    .filter((word) => [...word].length >= 4)
    .reduce((rest, word) => rest.replaceAll(word, ''), plain);
  return left === plain || [...left].length >= 8;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  const spell = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${spell(salt)}$${spell(hash)}`;
}

/** Takes as long for an account that does not exist (`stored` undefined) as for one that does. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [, , , parameters, salt, hash] = (stored ?? decoy).split('$') as string[];
  const [memory, passes, parallelism] = parameters!.split(',').map((pair) => Number(pair.slice(2))) as [
    number,
    number,
    number,
  ];
  const wanted = Buffer.from(hash!, 'base64');
  const found = await derive(password, Buffer.from(salt!, 'base64'), {
    memory,
    passes,
    parallelism,
    tagLength: wanted.length,
  });
  return timingSafeEqual(found, wanted) && stored !== undefined;
}

const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

async function derive(
  password: string,
  nonce: Buffer,
  parameters: { memory: number; passes: number; parallelism: number; tagLength: number },
): Promise<Buffer> {
  if (waiting >= maxWaiting) refuse('busy');
  waiting += 1;
  try {
    return await deriveKey('argon2id', { message: password.normalize('NFKC'), nonce, ...parameters });
  } finally {
    waiting -= 1;
  }
}

/** "abcdefghijkl", "123456789012": each character follows the one before. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, at) => sign.codePointAt(0)! - text.codePointAt(at)!);
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1);
}
