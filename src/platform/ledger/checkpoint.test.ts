/** Signed notes and checkpoints: the published example verifies, and what was touched does not. */
import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { toBase64 } from './encoding.ts';
import { isLedgerError } from './ledger-error.ts';
import { leafHash } from './merkle.ts';
import { openNote, parseVkey, signNote, vkeyOf } from './signed-note.ts';

const signerNamed = async (name: string) => ({ name, key: await generateSigningKey() });
const root = leafHash(new Uint8Array());
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error) => (isLedgerError(error) ? error.code : `raw ${error}`),
  );

describe('signed notes', () => {
  // The example of c2sp.org/signed-note.
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
  const note = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

  it('opens the published example', async () => {
    expect(await openNote(note, vkey)).toBe('This is an example message.\n');
  });

  it('refuses it when a letter, the key or the form was changed', async () => {
    expect(await code(openNote(note.replace('example message', 'example massage'), vkey))).toBe(
      'bad-signature',
    );
    expect(await code(openNote(note.replace('foo Uw2', 'bar Uw2'), vkey))).toBe('wrong-key');
    expect(await code(openNote(note.slice(0, -1), vkey))).toBe('malformed-note');
    expect(await code(openNote(note.replace('.\n\n', '.\n'), vkey))).toBe('malformed-note');
    expect(await code(openNote(`${note}\n`, vkey))).toBe('malformed-note');
    expect(await code(openNote(note, vkey.replace('530d', '530e')))).toBe('malformed-key');
    expect(await code(openNote(note, 'anything'))).toBe('malformed-key');
  });

  it('ignores signatures of keys it does not know, witnesses and post-quantum lines among them', async () => {
    const unknown = `— witness.example/w ${toBase64(new Uint8Array(2_500))}\n`;
    expect(await openNote(note.replace('\n— ', `\n${unknown}— `), vkey)).toBe(
      'This is an example message.\n',
    );
    expect(await openNote(note + unknown, vkey)).toBe('This is an example message.\n');
  });

  it('keeps Thai text and empty lines, and refuses control characters', async () => {
    const signer = await signerNamed('ledger.example');
    const text = 'หนึ่ง\n\nสอง\n';
    expect(await openNote(await signNote(text, signer), vkeyOf(signer))).toBe(text);
    expect(await code(signNote('no newline', signer))).toBe('malformed-note');
    expect(await code(signNote('bell\u0007\n', signer))).toBe('malformed-note');
    expect(await code(signNote('x\n', { ...signer, name: 'with space' }))).toBe('malformed-key');
  });

  it('its verifier key says name and key', async () => {
    const signer = await signerNamed('ledger.example/log');
    expect(parseVkey(vkeyOf(signer)).name).toBe('ledger.example/log');
  });
});

describe('checkpoints', () => {
  it('say which log, how many entries, and the root', async () => {
    const signer = await signerNamed('ledger.example/log');
    const note = await signCheckpoint({ size: 20_852_163, root }, signer);
    expect(note.split('\n').slice(0, 4)).toEqual(['ledger.example/log', '20852163', toBase64(root), '']);
    expect(await openCheckpoint(note, vkeyOf(signer))).toEqual({
      origin: 'ledger.example/log',
      size: 20_852_163,
      root,
    });
  });

  it('of another log under this key, or of this log under another key, are refused', async () => {
    const [ours, theirs] = [await signerNamed('ours.example'), await signerNamed('theirs.example')];
    const foreign = await signNote(`theirs.example\n1\n${toBase64(root)}\n`, ours);
    expect(await code(openCheckpoint(foreign, vkeyOf(ours)))).toBe('wrong-key');
    expect(await code(openCheckpoint(await signCheckpoint({ size: 1, root }, theirs), vkeyOf(ours)))).toBe(
      'wrong-key',
    );
  });

  it.each([
    ['a leading zero', `o\n01\n${toBase64(root)}\n`],
    ['no origin', `\n1\n${toBase64(root)}\n`],
    ['a short root', 'o\n1\nAAAA\n'],
    ['a negative size', `o\n-1\n${toBase64(root)}\n`],
    ['an empty extension line', `o\n1\n${toBase64(root)}\n\nx\n`],
    ['no final newline', `o\n1\n${toBase64(root)}`],
  ])('with %s are refused', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(expect.objectContaining({ code: 'malformed-checkpoint' }));
  });
});
