import { bech32 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  asIdentity,
  asRecipient,
  fingerprint,
  generateIdentity,
  identityFromSeed,
  recipientOf,
} from './identity.ts';
import { isSealingError } from './sealing-error.ts';

const coded = (code: string) => expect.objectContaining({ name: 'SealingError', code });

describe('identities', () => {
  it('are hybrid post-quantum, and every one is new', async () => {
    const [one, two] = [generateIdentity(), generateIdentity()];
    expect(one).toMatch(/^AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}$/);
    expect(one).not.toBe(two);
    const recipient = await recipientOf(one);
    expect(recipient).toMatch(/^age1pq1/);
    expect(recipient).toHaveLength(1959);
    expect(asRecipient(recipient)).toBe(recipient);
  });

  it('come back from their seed', async () => {
    const seed = new Uint8Array(32).fill(7);
    expect(identityFromSeed(seed)).toBe(identityFromSeed(seed));
    expect(bech32.decodeToBytes(identityFromSeed(seed)).bytes).toEqual(seed);
    expect(() => identityFromSeed(new Uint8Array(31))).toThrow(coded('bad-seed'));
  });

  it('a classic recipient, a tag, a file name or a changed letter is refused', async () => {
    const classic = await identityToRecipient(await generateX25519Identity());
    const good = await recipientOf(generateIdentity());
    const changed = good.slice(0, 500) + (good[500] === 'q' ? 'p' : 'q') + good.slice(501);
    for (const text of [
      classic,
      changed,
      good.toUpperCase(),
      good.slice(0, -1),
      'age1tagpq1qqq',
      '',
      'centre.txt',
    ]) {
      expect(() => asRecipient(text)).toThrow(coded('not-hybrid-recipient'));
    }
  });

  it('a classic identity is refused', async () => {
    const classic = await generateX25519Identity();
    expect(() => asIdentity(classic)).toThrow(coded('not-hybrid-identity'));
    await expect(recipientOf(classic as never)).rejects.toSatisfy((e) =>
      isSealingError(e, 'not-hybrid-identity'),
    );
  });

  it('have a fingerprint that two people can compare', async () => {
    const recipient = await recipientOf(identityFromSeed(new Uint8Array(32)));
    expect(fingerprint(recipient)).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(fingerprint(recipient)).toBe(fingerprint(recipient));
    expect(fingerprint(recipient)).not.toBe(fingerprint(await recipientOf(generateIdentity())));
  });
});
