import { inflateSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { sha256Hex, textOf } from './bytes.ts';
import type { Identity } from './identity.ts';
import { recipientCount, unseal } from './seal.ts';
import { isSealingError } from './sealing-error.ts';

/** The public test vectors of age (C2SP CCTV): the library under the seal must pass all of them, none is skipped. */
const all = Object.entries(vectors).map(([name, bytes]) => parsedVector(name, bytes));

const FAILURES = ['no match', 'HMAC failure', 'header failure', 'payload failure', 'armor failure'];

describe('the age library', () => {
  it('is shown all 143 vectors, 18 of them hybrid, and every kind of failure', () => {
    expect(all).toHaveLength(143);
    expect(all.filter(({ name }) => name.startsWith('hybrid'))).toHaveLength(18);
    expect(new Set(all.map(({ expect: wanted }) => wanted))).toEqual(new Set(['success', ...FAILURES]));
  });

  it.each(all)('vector $name: $expect', async (vector) => {
    const decrypter = new Decrypter();
    for (const identity of vector.identities) decrypter.addIdentity(identity);
    for (const passphrase of vector.passphrases) decrypter.addPassphrase(passphrase);
    const opening = async () =>
      decrypter.decrypt(vector.armored ? armor.decode(textOf(vector.body)) : vector.body);
    if (vector.expect === 'success') expect(await sha256Hex(await opening())).toBe(vector.payload);
    else await expect(opening()).rejects.toThrow();
  });
});

describe('our guard', () => {
  const classic = all.filter(
    ({ expect: wanted, armored, body }) =>
      wanted === 'success' && !armored && /\n-> (X25519|scrypt)/.test(headerText(body)),
  );

  it.each(classic)('refuses $name, which a key that is not hybrid opens', ({ body }) => {
    expect(() => recipientCount(body)).toThrow(expect.objectContaining({ code: 'foreign-recipient' }));
  });

  it('has something to refuse, and refuses the hybrid vectors that break the format', async () => {
    expect(classic.length).toBeGreaterThan(10);
    const broken = all.filter(
      ({ name, expect: wanted }) => name.startsWith('hybrid') && FAILURES.includes(wanted),
    );
    expect(broken.length).toBeGreaterThan(10);
    for (const { body, identities } of broken) {
      for (const identity of identities) {
        await expect(unseal(body, identity as Identity)).rejects.toSatisfy((error) => isSealingError(error));
      }
    }
  });

  it('counts the readers of a good hybrid file', () => {
    const good = all.find(({ name }) => name === 'hybrid')!;
    expect(recipientCount(good.body)).toBe(1);
  });
});

function parsedVector(name: string, bytes: Uint8Array) {
  const end = Buffer.from(bytes).indexOf('\n\n');
  const lines = textOf(bytes.subarray(0, end))
    .split('\n')
    .map((line) => line.split(': ') as [string, string]);
  const valuesOf = (key: string) => lines.filter(([found]) => found === key).map(([, value]) => value);
  const rest = bytes.subarray(end + 2);
  return {
    name,
    expect: valuesOf('expect')[0] ?? '',
    payload: valuesOf('payload')[0],
    identities: valuesOf('identity'),
    passphrases: valuesOf('passphrase'),
    armored: valuesOf('armored')[0] === 'yes',
    body: valuesOf('compressed')[0] === 'zlib' ? new Uint8Array(inflateSync(rest)) : rest,
  };
}

function headerText(body: Uint8Array): string {
  return Buffer.from(body.subarray(0, 4096)).toString('latin1');
}
