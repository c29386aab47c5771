import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinBytes, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from './identity.ts';
import { composeMessage, type MessageDraft, openMessage, recipientSetHash } from './message.ts';
import { seal, unseal } from './seal.ts';
import { generateSigningKey, type SigningKey, sign } from './signature.ts';

const coded = (code: string) => expect.objectContaining({ code });
const caseId = '0193a1c2-0000-7000-8000-000000000001';

let reporterKey: SigningKey;
let officerKey: SigningKey;
let caseIdentity: Identity;
let caseRecipient: Recipient;
let first: MessageDraft;

beforeAll(async () => {
  [reporterKey, officerKey] = [await generateSigningKey(), await generateSigningKey()];
  caseIdentity = generateIdentity();
  caseRecipient = await recipientOf(caseIdentity);
  first = {
    caseId,
    channel: 'dialogue',
    sequence: 1,
    previousHash: null,
    recipients: [caseRecipient],
    attachments: [
      {
        id: 'f1',
        plaintextSha256: 'a'.repeat(64),
        ciphertextSha256: 'b'.repeat(64),
        name: 'ใบเสร็จ.jpg',
        mediaType: 'image/jpeg',
        size: 20_480,
      },
    ],
    author: { kind: 'reporter', publicKey: reporterKey.publicKey },
    sentAt: '2026-11-23T21:40:00+07:00',
    body: { story: 'นายช่างเรียกเงินสามหมื่นบาท' },
  };
});

const expectedOf = ({ recipients, channel, sequence, previousHash }: MessageDraft) => ({
  caseId,
  channel,
  sequence,
  previousHash,
  recipients,
  authorKeys: [reporterKey.publicKey, officerKey.publicKey],
});

describe('messages of a case', () => {
  it('a report and its answer are read back, each chained to the one before', async () => {
    const report = await composeMessage(first, reporterKey);
    const opened = await openMessage(report.sealed, caseIdentity, expectedOf(first));
    expect(opened.body).toEqual(first.body);
    expect(opened.attachments).toEqual(first.attachments);
    expect(opened.hash).toBe(report.hash);

    const answer: MessageDraft = {
      ...first,
      sequence: 2,
      previousHash: report.hash,
      attachments: [],
      author: { kind: 'officer', publicKey: officerKey.publicKey },
      body: 'รับเรื่องแล้ว ขอทราบวันที่',
    };
    const sent = await composeMessage(answer, officerKey);
    const read = await openMessage(sent.sealed, caseIdentity, expectedOf(answer));
    expect(read.author).toEqual(answer.author);
    expect(read.previousHash).toBe(report.hash);
  });

  it('whatever JSON is said arrives as said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: 'grapheme' }), async (value) => {
        const body = JSON.parse(JSON.stringify(value));
        const { sealed } = await composeMessage({ ...first, body }, reporterKey);
        expect((await openMessage(sealed, caseIdentity, expectedOf(first))).body).toEqual(body);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['in another case', { caseId: 'another' }, 'wrong-case'],
    ['in another channel', { channel: 'internal' }, 'wrong-case'],
    ['at another place', { sequence: 2 }, 'wrong-sequence'],
    ['after another message', { previousHash: 'c'.repeat(64) }, 'broken-chain'],
    ['from a key that is not of the case', { authorKeys: [] }, 'unknown-author'],
  ] as const)('a message shown %s is refused', async (_, change, code) => {
    const { sealed } = await composeMessage(first, reporterKey);
    const expected = { ...expectedOf(first), ...change };
    await expect(openMessage(sealed, caseIdentity, expected)).rejects.toEqual(coded(code));
  });

  it('a message for other readers than the case has is refused', async () => {
    const extra = await recipientOf(generateIdentity());
    const { sealed } = await composeMessage({ ...first, recipients: [caseRecipient, extra] }, reporterKey);
    await expect(openMessage(sealed, caseIdentity, expectedOf(first))).rejects.toEqual(
      coded('wrong-recipients'),
    );
  });

  it('a reader who seals the signed words again with one reader more is noticed', async () => {
    const { sealed } = await composeMessage(first, reporterKey);
    const payload = await unseal(sealed, caseIdentity);
    const widened = await seal(payload, [caseRecipient, await recipientOf(generateIdentity())]);
    await expect(openMessage(widened, caseIdentity, expectedOf(first))).rejects.toEqual(
      coded('wrong-recipients'),
    );
  });

  it('a server that knows the public key of the case cannot speak for the reporter', async () => {
    const serverKey = await generateSigningKey();
    const forged = forgedStatement(first, { body: 'ขอถอนเรื่อง' });
    const json = utf8(canonicalJson(forged));
    const signature = await sign(serverKey, joinBytes(utf8('prongsai/message/v1\n'), json));
    const sealed = await seal(joinBytes(signature, json), [caseRecipient]);
    await expect(openMessage(sealed, caseIdentity, expectedOf(first))).rejects.toEqual(
      coded('bad-signature'),
    );

    const own = { ...first, author: { kind: 'reporter', publicKey: serverKey.publicKey } } as const;
    const signed = await composeMessage(own, serverKey);
    await expect(openMessage(signed.sealed, caseIdentity, expectedOf(first))).rejects.toEqual(
      coded('unknown-author'),
    );
  });

  it('a reader cannot change one word of what another signed', async () => {
    const { sealed } = await composeMessage(first, reporterKey);
    const payload = await unseal(sealed, caseIdentity);
    const text = new TextDecoder().decode(payload.subarray(64)).replace('สามหมื่น', 'สามพัน');
    const changed = await seal(joinBytes(payload.subarray(0, 64), utf8(text)), [caseRecipient]);
    await expect(openMessage(changed, caseIdentity, expectedOf(first))).rejects.toEqual(
      coded('bad-signature'),
    );
  });

  it('a well-signed statement that is out of shape or not canonical is refused', async () => {
    const good = canonicalJson(forgedStatement(first, {}));
    const texts = [
      good.replace('{', '{ '),
      good.replace('"v":1', '"v":2'),
      good.replace('"v":1', '"v":1,"w":0'),
      good.replace('"sequence":1', '"sequence":1.5'),
      good.replace('"size":20480', '"size":-1'),
      good.replace('"kind":"reporter"', '"kind":"administrator"'),
      good.replace('+07:00', ''),
      '[]',
      'null',
      'สวัสดี',
    ];
    for (const text of texts) {
      expect(text).not.toBe(good);
      const signature = await sign(reporterKey, joinBytes(utf8('prongsai/message/v1\n'), utf8(text)));
      const sealed = await seal(joinBytes(signature, utf8(text)), [caseRecipient]);
      await expect(openMessage(sealed, caseIdentity, expectedOf(first))).rejects.toEqual(coded('malformed'));
    }
  });

  it('a draft nobody could read is refused before it is sent', async () => {
    await expect(composeMessage({ ...first, sequence: 0 }, reporterKey)).rejects.toEqual(coded('malformed'));
    await expect(composeMessage({ ...first, sequence: 2 }, reporterKey)).rejects.toEqual(coded('malformed'));
    await expect(composeMessage({ ...first, body: undefined as never }, reporterKey)).rejects.toEqual(
      coded('malformed'),
    );
    await expect(composeMessage(first, officerKey)).rejects.toEqual(coded('malformed'));
  });
});

it('a set of recipients has one hash in any order, and doubles do not count', async () => {
  const [a, b] = [await recipientOf(generateIdentity()), await recipientOf(generateIdentity())];
  expect(recipientSetHash([a, b])).toBe(recipientSetHash([b, a, b]));
  expect(recipientSetHash([a])).not.toBe(recipientSetHash([a, b]));
});

function forgedStatement({ recipients, ...said }: MessageDraft, change: object) {
  return { v: 1, ...said, recipientsHash: recipientSetHash(recipients), ...change };
}
