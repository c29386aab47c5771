import { createHmac, hkdfSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { argon2, hkdf, RECEIPT_COST } from './key-derivation.ts';
import { parseReceipt } from './parse-receipt.ts';
import { newReceipt, type Receipt, toDigits, toWords } from './receipt.ts';
import { lookupOf, reporterKeys, type StretchedReceipt, stretchReceipt } from './receipt-keys.ts';
import { seal, unseal } from './seal.ts';
import { loadWordList } from './word-list.ts';

const coded = (code: string) => expect.objectContaining({ code });
const salt = new Uint8Array(16).fill(5);
const receipt = 20261123000000000000001n as Receipt;
let stretched: StretchedReceipt;

beforeAll(async () => {
  stretched = await stretchReceipt(receipt);
});

describe('keys of a receipt', () => {
  it('are the same from digits, Thai words and English words', async () => {
    const lookup = await lookupOf(stretched);
    const spellings = [
      toDigits(receipt),
      toWords(receipt, await loadWordList('th')).normalize('NFKC'),
      toWords(receipt, await loadWordList('en')),
    ];
    for (const spelling of spellings) {
      const parsed = await parseReceipt(spelling);
      expect(parsed.ok && (await lookupOf(await stretchReceipt(parsed.receipt)))).toBe(lookup);
    }
  });

  it('open what was sealed to them, on another day and another device', async () => {
    const before = await reporterKeys(stretched, salt);
    const sealed = await seal(utf8('คำตอบของเจ้าหน้าที่'), [before.recipient]);
    const after = await reporterKeys(await stretchReceipt(receipt), salt);
    expect(await unseal(sealed, after.identity)).toEqual(utf8('คำตอบของเจ้าหน้าที่'));
    expect(after.signingKey.publicKey).toBe(before.signingKey.publicKey);
  });

  it('differ from case to case and from receipt to receipt; the look-up value does not depend on the case', async () => {
    const here = await reporterKeys(stretched, salt);
    const there = await reporterKeys(stretched, new Uint8Array(16).fill(6));
    expect(there.recipient).not.toBe(here.recipient);
    expect(there.signingKey.publicKey).not.toBe(here.signingKey.publicKey);
    expect(await lookupOf(await stretchReceipt(newReceipt()))).not.toBe(await lookupOf(stretched));
  });

  it('never change with a new version of a library: receipts are on paper', async () => {
    expect({
      stretched: toHex(stretched),
      lookup: await lookupOf(stretched),
      publicKey: (await reporterKeys(stretched, salt)).signingKey.publicKey,
      identityHash: createHmac('sha256', 'test')
        .update((await reporterKeys(stretched, salt)).identity)
        .digest('hex'),
    }).toEqual(PINNED);
  });

  it('need a salt of the case', async () => {
    await expect(reporterKeys(stretched, new Uint8Array(15))).rejects.toEqual(coded('bad-seed'));
  });
});

describe('the derivations', () => {
  it('are the HKDF of the platform', async () => {
    const expected = new Uint8Array(hkdfSync('sha256', stretched, salt, 'label', 32));
    expect(await hkdf(stretched, salt, 'label')).toEqual(expected);
  });

  it('are Argon2id as Node computes it', async () => {
    const { argon2Sync } = await import('node:crypto');
    const password = utf8('สิบสองคำ');
    const expected = argon2Sync('argon2id', {
      message: password,
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: RECEIPT_COST.memoryKiB,
      passes: RECEIPT_COST.iterations,
    });
    expect(toHex(await argon2(password, salt, RECEIPT_COST))).toBe(expected.toString('hex'));
  });
});

/** Computed once; a difference means that every receipt in somebody's drawer stopped working. */
const PINNED = {
  stretched: '0111f64f09a30550e4bfd0df7027270f6728921b72a91eb778d2e2496dad0250',
  lookup: 'TM1oHAYyrvbbS1wLAUs-kEnfgO2PwC0bCu_1iyHEDqA',
  publicKey: 'gAbECrtqm26AUaYg0Kkidc69S-7-5GsrsUtakgLbM2s',
  identityHash: '42b90172c58543436754260bcfa4e7f2e49005650a15e5e65c1cd83c74d2f9ff',
};
