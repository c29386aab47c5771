import { describe, expect, it } from 'vitest';
import {
  newOfficerSecret,
  unwrapWithPassphrase,
  unwrapWithPrf,
  unwrapWithRecoveryCode,
  type WrappedOfficerKey,
  wrapWithPassphrase,
  wrapWithPrf,
  wrapWithRecoveryCode,
} from './officer-key.ts';
import { newReceipt, type Receipt } from './receipt.ts';

const coded = (code: string) => expect.objectContaining({ code });
const secret = newOfficerSecret();
/** What a database and a network do to the record. */
const stored = (wrapped: WrappedOfficerKey): WrappedOfficerKey => JSON.parse(JSON.stringify(wrapped));

describe('an officer opens her keys', () => {
  it('with her passphrase, however the ำ in it was typed', async () => {
    const wrapped = stored(await wrapWithPassphrase(secret, 'น้ำใจงามยามเช้า'));
    expect(wrapped).toMatchObject({ v: 1, method: 'passphrase' });
    expect(wrapped.argon2id).toEqual({ memoryKiB: 65_536, iterations: 3, parallelism: 1 });
    expect(await unwrapWithPassphrase(wrapped, 'น้ำใจงามยามเช้า'.replace('\u0e33', '\u0e4d\u0e32'))).toEqual(
      secret,
    );
    await expect(unwrapWithPassphrase(wrapped, 'น้ำใจงามยามเย็น')).rejects.toEqual(coded('wrong-secret'));
    await expect(unwrapWithPassphrase(wrapped, '')).rejects.toEqual(coded('wrong-secret'));
  });

  it('with her passkey', async () => {
    const output = crypto.getRandomValues(new Uint8Array(32));
    const wrapped = stored(await wrapWithPrf(secret, output));
    expect(wrapped.argon2id).toBeUndefined();
    expect(await unwrapWithPrf(wrapped, output)).toEqual(secret);
    await expect(
      unwrapWithPrf(
        wrapped,
        output.map((byte) => byte ^ 1),
      ),
    ).rejects.toEqual(coded('wrong-secret'));
    await expect(unwrapWithPrf(wrapped, new Uint8Array(16))).rejects.toEqual(coded('wrong-secret'));
  });

  it('with the code she printed', async () => {
    const code = newReceipt();
    const wrapped = stored(await wrapWithRecoveryCode(secret, code));
    expect(await unwrapWithRecoveryCode(wrapped, code)).toEqual(secret);
    const other = (code === 0n ? 1n : code - 1n) as Receipt;
    await expect(unwrapWithRecoveryCode(wrapped, other)).rejects.toEqual(coded('wrong-secret'));
  });
});

describe('a wrapped key', () => {
  it('is different each time and shows nothing of the secret', async () => {
    const output = new Uint8Array(32).fill(1);
    const [one, two] = [await wrapWithPrf(secret, output), await wrapWithPrf(secret, output)];
    expect(one.ciphertext).not.toBe(two.ciphertext);
    expect(JSON.stringify(one)).not.toContain('AGE-SECRET-KEY');
  });

  it('with any field changed does not open', async () => {
    const output = new Uint8Array(32).fill(1);
    const wrapped = await wrapWithPrf(secret, output);
    const { ciphertext } = wrapped;
    const changes = [
      { salt: 'AAAAAAAAAAAAAAAAAAAAAA' },
      { nonce: 'AAAAAAAAAAAAAAAA' },
      { ciphertext: (ciphertext[0] === 'A' ? 'B' : 'A') + ciphertext.slice(1) },
      { ciphertext: '' },
    ];
    for (const change of changes) {
      await expect(unwrapWithPrf({ ...wrapped, ...change }, output)).rejects.toEqual(coded('wrong-secret'));
    }
  });

  it('of another method, version or absurd cost is refused before any work', async () => {
    const output = new Uint8Array(32).fill(1);
    const wrapped = await wrapWithPrf(secret, output);
    await expect(unwrapWithPassphrase(wrapped, 'x')).rejects.toEqual(coded('malformed'));
    await expect(unwrapWithPrf({ ...wrapped, v: 2 as never }, output)).rejects.toEqual(coded('malformed'));
    const dear = { memoryKiB: 64 * 1024 * 1024, iterations: 3, parallelism: 1 };
    const frozen = { ...wrapped, method: 'passphrase', argon2id: dear } as const;
    await expect(unwrapWithPassphrase(frozen, 'x')).rejects.toEqual(coded('malformed'));
    await expect(unwrapWithPassphrase({ ...frozen, argon2id: undefined }, 'x')).rejects.toEqual(
      coded('malformed'),
    );
  });
});
