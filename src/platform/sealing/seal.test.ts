import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { generateIdentity, type Recipient, recipientOf } from './identity.ts';
import { recipientCount, seal, unseal } from './seal.ts';

const coded = (code: string) => expect.objectContaining({ code });
const story = utf8('นายช่างเรียกเงินค่าเซ็นแบบ สามหมื่นบาท');

describe('sealing', () => {
  it('lets each named reader open it, and nobody else', async () => {
    const [reporter, centre, stranger] = [generateIdentity(), generateIdentity(), generateIdentity()];
    const sealed = await seal(story, [await recipientOf(reporter), await recipientOf(centre)]);
    expect(recipientCount(sealed)).toBe(2);
    expect(await unseal(sealed, reporter)).toEqual(story);
    expect(await unseal(sealed, centre)).toEqual(story);
    await expect(unseal(sealed, stranger)).rejects.toEqual(coded('not-for-this-key'));
  });

  it('makes a plain age file: the library alone opens it and finds the padded payload', async () => {
    const identity = generateIdentity();
    const sealed = await seal(story, [await recipientOf(identity)]);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const padded = await decrypter.decrypt(sealed);
    expect(padded).toHaveLength(1024);
    expect(toHex(padded)).toContain(toHex(story));
    expect(toHex(sealed)).not.toContain(toHex(story));
  });

  it('tells the bucket only: a word and a page of one bucket are of one size', async () => {
    const recipients = [await recipientOf(generateIdentity())];
    const word = await seal(utf8('ไม่'), recipients);
    const page = await seal(new Uint8Array(1000).fill(0x41), recipients);
    expect(word.length).toBe(page.length);
  });

  it('refuses to seal for nobody', async () => {
    await expect(seal(story, [])).rejects.toEqual(coded('no-recipient'));
  });

  it('refuses a classic recipient even when the types are cheated', async () => {
    const classic = (await identityToRecipient(await generateX25519Identity())) as Recipient;
    const good = await recipientOf(generateIdentity());
    await expect(seal(story, [good, classic])).rejects.toEqual(coded('not-hybrid-recipient'));
  });

  it('refuses to open a file that a classic key or a passphrase could open too', async () => {
    const identity = generateIdentity();
    const mixed = new Encrypter();
    mixed.addRecipient(await recipientOf(identity));
    mixed.addRecipient(await identityToRecipient(await generateX25519Identity()));
    await expect(unseal(await mixed.encrypt(new Uint8Array(1024)), identity)).rejects.toEqual(
      coded('foreign-recipient'),
    );
  });

  it('notices every kind of damage', async () => {
    const identity = generateIdentity();
    const sealed = await seal(story, [await recipientOf(identity)]);
    const flipped = (at: number) => sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
    for (const wrong of [
      flipped(0),
      flipped(sealed.length - 1),
      flipped(sealed.length - 1000),
      sealed.slice(0, -1),
      sealed.slice(0, 100),
      utf8('not sealed at all'),
      new Uint8Array(),
    ]) {
      await expect(unseal(wrong, identity)).rejects.toEqual(coded('damaged'));
    }
  });

  it('refuses an age file whose payload nobody padded', async () => {
    const identity = generateIdentity();
    const bare = new Encrypter();
    bare.addRecipient(await recipientOf(identity));
    await expect(unseal(await bare.encrypt(story), identity)).rejects.toEqual(coded('bad-padding'));
  });
});
