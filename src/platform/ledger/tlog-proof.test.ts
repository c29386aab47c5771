/** The proof of filing: what its holder can show, and what nobody can make it say. */
import { describe, expect, it } from 'vitest';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { signCheckpoint } from './checkpoint.ts';
import { commitAct, commitmentOf, readEntry } from './commitment.ts';
import { foldHashes, leafHash, nodeHash } from './merkle.ts';
import { vkeyOf } from './signed-note.ts';
import {
  formatTlogProof,
  openingOf,
  parseTlogProof,
  verifyFilingProof,
  verifyTlogProof,
} from './tlog-proof.ts';

const act = {
  act: 'reports.filed',
  object: 'report',
  id: '0197b7e2-5a4e-7c3a-9d53-0d8e1f7a2b11',
  unit: 'MOI-PROV-50',
  role: 'reporter',
  at: '2026-11-23T02:15:00Z',
  facts: { ciphertext: 'b5bb9d80', language: 'th' },
};

async function filedReport() {
  const signer = { name: 'prongsai.example/ledger', key: await generateSigningKey() };
  const salted = commitAct(act);
  const others = [commitAct(act), commitAct(act)].map(({ commitment }) => leafHash(commitment));
  const leaf = leafHash(salted.commitment);
  const checkpoint = await signCheckpoint(
    { size: 3, root: foldHashes([others[0]!, leaf, others[1]!]) },
    signer,
  );
  const proof = { extra: openingOf(salted), index: 1, hashes: others, checkpoint };
  return { salted, proof, text: formatTlogProof(proof), vkey: vkeyOf(signer) };
}

describe('commitments', () => {
  it('hide the act behind the salt and bind it for ever', () => {
    const [one, two] = [commitAct(act), commitAct(act)];
    expect(one.entry).toBe(two.entry);
    expect(one.commitment).not.toEqual(two.commitment);
    expect(commitmentOf(one.entry, one.salt)).toEqual(one.commitment);
    expect(commitmentOf(one.entry.replace('report', 'retort'), one.salt)).not.toEqual(one.commitment);
    expect(readEntry(one.entry)).toEqual({ v: 1, ...act });
  });

  it.each([
    ['no instant', { ...act, at: '23 November 2026' }],
    ['a text for a verb', { ...act, act: 'somebody told us' }],
    ['Thai content in an identifier', { ...act, id: 'เรื่องทุจริต' }],
    ['a field nobody defined', { ...act, name: 'สมชาย' }],
    ['a document for facts', { ...act, facts: { text: 'ก'.repeat(9_000) } }],
  ])('refuse an act with %s', (_, wrong) => {
    expect(() => commitAct(wrong)).toThrow(expect.objectContaining({ code: 'malformed-entry' }));
  });

  it('refuse an entry that is not in canonical form', () => {
    const { entry } = commitAct(act);
    expect(() => readEntry(entry.replace(',', ', '))).toThrow(
      expect.objectContaining({ code: 'malformed-entry' }),
    );
    expect(() => readEntry('{')).toThrow(expect.objectContaining({ code: 'malformed-entry' }));
  });
});

describe('a proof of filing', () => {
  it('shows offline that the report is in the log, and which', async () => {
    const { text, vkey, salted, proof } = await filedReport();
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra ')).toBe(true);
    expect(parseTlogProof(text)).toEqual(proof);
    expect(await verifyTlogProof(text, salted.commitment, vkey)).toMatchObject({ ok: true, index: 1 });
    expect(await verifyFilingProof(text, vkey)).toMatchObject({
      ok: true,
      checkpoint: { size: 3, origin: 'prongsai.example/ledger' },
      entry: { v: 1, ...act },
    });
  });

  it('works without its extra line when the commitment is known', async () => {
    const { proof, vkey, salted } = await filedReport();
    const { extra: _, ...bare } = proof;
    const text = formatTlogProof(bare);
    expect(text.split('\n')[1]).toBe('index 1');
    expect(await verifyTlogProof(text, salted.commitment, vkey)).toMatchObject({ ok: true });
    expect(await verifyFilingProof(text, vkey)).toEqual({ ok: false, code: 'malformed-proof' });
  });

  it('says nothing about another act, another log, another place, or when touched', async () => {
    const { text, vkey, proof, salted } = await filedReport();
    const other = commitAct(act);
    expect(await verifyTlogProof(text, other.commitment, vkey)).toEqual({ ok: false, code: 'not-included' });
    const stranger = await filedReport();
    expect(await verifyTlogProof(text, salted.commitment, stranger.vkey)).toEqual({
      ok: false,
      code: 'wrong-key',
    });
    const moved = formatTlogProof({ ...proof, index: 0 });
    expect(await verifyFilingProof(moved, vkey)).toEqual({ ok: false, code: 'not-included' });
    const reopened = formatTlogProof({
      ...proof,
      extra: openingOf({ ...salted, entry: other.entry.replace('th"', 'en"') }),
    });
    expect(await verifyFilingProof(reopened, vkey)).toEqual({ ok: false, code: 'not-included' });
    const resized = text.replace('\n3\n', '\n2\n');
    expect(await verifyFilingProof(resized, vkey)).toEqual({ ok: false, code: 'bad-signature' });
    const shortened = formatTlogProof({ ...proof, hashes: [nodeHash(proof.hashes[0]!, proof.hashes[1]!)] });
    expect(await verifyFilingProof(shortened, vkey)).toEqual({ ok: false, code: 'not-included' });
  });

  it.each([
    ['an empty file', () => ''],
    ['another header', (text: string) => text.replace('@v1', '@v2')],
    ['an index with a leading zero', (text: string) => text.replace('index 1', 'index 01')],
    ['a hash cut short', (text: string) => text.replace(/\n[A-Za-z0-9+/]{43}=\n/, '\nAAAA\n')],
    ['no empty line', (text: string) => text.replaceAll('\n\n', '\n')],
    ['an extra line that is no Base 64', (text: string) => text.replace(/extra \S+/, 'extra %%%')],
  ])('that is %s is refused in so many words', async (_, spoil) => {
    const { text, vkey } = await filedReport();
    expect(await verifyFilingProof(spoil(text), vkey)).toEqual({ ok: false, code: 'malformed-proof' });
  });
});
