import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import {
  asSigningPublicKey,
  generateSigningKey,
  rawPublicKey,
  type SigningPublicKey,
  sign,
  signingKeyFromSeed,
  verify,
} from './signature.ts';

const coded = (code: string) => expect.objectContaining({ code });
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));

describe('signatures', () => {
  it('are those of RFC 8032 section 7.1, test 2', async () => {
    const seed = bytesOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const key = await signingKeyFromSeed(seed);
    expect(toHex(rawPublicKey(key.publicKey))).toBe(
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    );
    expect(toHex(await sign(key, new Uint8Array([0x72])))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });

  it('hold for what was signed by whom, and for nothing else', async () => {
    const [officer, other] = [await generateSigningKey(), await generateSigningKey()];
    const signature = await sign(officer, utf8('รับเรื่องแล้ว'));
    expect(await verify(officer.publicKey, signature, utf8('รับเรื่องแล้ว'))).toBe(true);
    expect(await verify(officer.publicKey, signature, utf8('ยุติเรื่องแล้ว'))).toBe(false);
    expect(await verify(other.publicKey, signature, utf8('รับเรื่องแล้ว'))).toBe(false);
    expect(await verify(officer.publicKey, signature.slice(1), utf8('รับเรื่องแล้ว'))).toBe(false);
    expect(await verify('nonsense' as SigningPublicKey, signature, utf8('รับเรื่องแล้ว'))).toBe(false);
  });

  it('keep the private half inside', async () => {
    const key = await generateSigningKey();
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
  });

  it('refuse a seed or a public key of another length', async () => {
    await expect(signingKeyFromSeed(new Uint8Array(33))).rejects.toEqual(coded('bad-seed'));
    expect(() => asSigningPublicKey('AAAA')).toThrow(coded('malformed'));
    expect(() => asSigningPublicKey('not base64!')).toThrow(coded('malformed'));
  });
});
