import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex, toHex, utf8 } from './bytes.ts';
import { MAX_FILE_BYTES, openFile, sealFile } from './file.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from './identity.ts';
import { seal } from './seal.ts';

const coded = (code: string) => expect.objectContaining({ code });
const photo = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7919) % 251);
const meta = { name: 'ใบเสร็จ.jpg', mediaType: 'image/jpeg' };

let identity: Identity;
let recipient: Recipient;
beforeAll(async () => {
  identity = generateIdentity();
  recipient = await recipientOf(identity);
});

describe('a sealed file', () => {
  it('comes back with its name and type, which nobody sees from outside', async () => {
    const file = await sealFile(photo, meta, [recipient]);
    expect(file.size).toBe(70_000);
    expect(file.plaintextSha256).toBe(await sha256Hex(photo));
    expect(toHex(file.sealed)).not.toContain(toHex(utf8('ใบเสร็จ')));
    expect(await openFile(file.sealed, identity, file)).toEqual({ ...meta, bytes: photo });
  });

  it('of nearly the same size looks the same', async () => {
    const one = await sealFile(photo.slice(0, 69_000), meta, [recipient]);
    const two = await sealFile(photo.slice(0, 68_900), meta, [recipient]);
    expect(one.sealed.length).toBe(two.sealed.length);
  });

  it('may have 10 MiB and not one byte more, and must have one', async () => {
    const largest = new Uint8Array(MAX_FILE_BYTES).fill(1);
    const file = await sealFile(largest, meta, [recipient]);
    expect((await openFile(file.sealed, identity, file)).bytes.length).toBe(MAX_FILE_BYTES);
    const larger = new Uint8Array(MAX_FILE_BYTES + 1);
    await expect(sealFile(larger, meta, [recipient])).rejects.toEqual(coded('too-large'));
    await expect(sealFile(new Uint8Array(), meta, [recipient])).rejects.toEqual(coded('empty-file'));
  });

  it('exchanged for another is noticed, by either hash', async () => {
    const [mine, other] = [
      await sealFile(photo, meta, [recipient]),
      await sealFile(utf8('x'), meta, [recipient]),
    ];
    await expect(openFile(other.sealed, identity, mine)).rejects.toEqual(coded('damaged'));
    const lie = { ...other, plaintextSha256: mine.plaintextSha256 };
    await expect(openFile(other.sealed, identity, lie)).rejects.toEqual(coded('damaged'));
  });

  it('has a decent name and type', async () => {
    for (const wrong of [{ name: '' }, { name: 'a\nb' }, { name: 'a'.repeat(256) }, { mediaType: 'jpeg' }]) {
      await expect(sealFile(photo, { ...meta, ...wrong }, [recipient])).rejects.toEqual(coded('malformed'));
    }
  });

  it('whose inside is something else is refused', async () => {
    for (const inside of [new Uint8Array(), new Uint8Array([0, 0, 0, 9, 1]), utf8('\0\0\0\x02{}x')]) {
      const sealed = await seal(inside, [recipient], 'file');
      const hashes = { ciphertextSha256: await sha256Hex(sealed), plaintextSha256: '' };
      await expect(openFile(sealed, identity, hashes)).rejects.toEqual(coded('malformed'));
    }
  });
});
