/** The auditor's command on a log that was tampered with in every place: the first wrong thing is named. */
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#platform/sealing/bytes.ts';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { signCheckpoint } from './checkpoint.ts';
import { commitAct, type LedgerAct, type SaltedEntry } from './commitment.ts';
import { describeLogVerdict } from './describe-verdict.ts';
import { httpSource, type LogSource } from './log-source.ts';
import { leafHash } from './merkle.ts';
import { openedLine } from './opened-entries.ts';
import { type NoteSigner, vkeyOf } from './signed-note.ts';
import { encodeBundle, TILE_WIDTH, tilePath } from './tiles.ts';
import { appendLeaf, edgeRoot, emptyEdge, partialTiles, type Tile } from './tree-edge.ts';
import { type SeenCheckpoint, verifyLog } from './verify-log.ts';

const SIZE = 700;
const actAt = (i: number): LedgerAct => ({
  act: i === 650 ? 'ledger.entry-erased' : 'cases.stage-changed',
  object: 'case',
  at: '2026-11-23T02:15:00Z',
  facts: { seq: 321, i },
});

let signer: NoteSigner;
let entries: SaltedEntry[];

beforeAll(async () => {
  signer = { name: 'prongsai.example/ledger', key: await generateSigningKey() };
  entries = Array.from({ length: 900 }, (_, i) => commitAct(actAt(i)));
});

/** The files of an honest log over the given entries; two acts are erased, one of them with a record of it. */
async function filesOf(acts: readonly SaltedEntry[], by = signer): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const edge = emptyEdge();
  const keep = ({ level, index, hashes }: Tile) =>
    files.set(tilePath({ level, index, width: hashes.length / 32 }), hashes);
  for (const { commitment } of acts) appendLeaf(edge, leafHash(commitment), keep);
  partialTiles(edge).forEach(keep);
  for (let index = 0; index * TILE_WIDTH < acts.length; index++) {
    const bundle = acts.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index, width: bundle.length });
    files.set(path, encodeBundle(bundle.map(({ commitment }) => commitment)));
  }
  files.set('checkpoint', utf8(await signCheckpoint({ size: acts.length, root: edgeRoot(edge) }, by)));
  files.set('vkey', utf8(`${vkeyOf(by)}\n`));
  const erased = new Set([123, 321]);
  const lines = acts.map(({ salt, entry }, seq) =>
    erased.has(seq) ? openedLine(seq, null, null) : openedLine(seq, salt, entry),
  );
  files.set('entries.jsonl', utf8(lines.map((line) => `${line}\n`).join('')));
  return files;
}

function sourceOf(files: Map<string, Uint8Array>): LogSource {
  return {
    name: 'in memory',
    read: async (path) => files.get(path),
    openedEntries: () => {
      const opened = files.get('entries.jsonl');
      if (!opened) return undefined;
      return (async function* () {
        yield* new TextDecoder().decode(opened).split('\n').slice(0, -1);
      })();
    },
  };
}

/** Flips one bit. */
function spoil(files: Map<string, Uint8Array>, path: string, at: number): void {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`the test expects ${path}`);
  const copy = bytes.slice();
  copy[at]! ^= 1;
  files.set(path, copy);
}

const problemOf = async (files: Map<string, Uint8Array>, known?: Parameters<typeof verifyLog>[1]) => {
  const verdict = await verifyLog(sourceOf(files), known);
  return verdict.ok ? 'sound' : verdict.problem;
};

describe('an honest log', () => {
  it('is sound; erased entries are counted, and the one erased without a record is pointed out', async () => {
    const verdict = await verifyLog(sourceOf(await filesOf(entries.slice(0, SIZE))));
    expect(verdict).toMatchObject({
      ok: true,
      checkpoint: { size: SIZE, origin: 'prongsai.example/ledger' },
      opening: { opened: SIZE - 2, erased: 2, unexplained: 1 },
      seenSize: undefined,
    });
    expect(describeLogVerdict(verdict, 'th')[0]).toContain('ถูกต้อง');
    expect(describeLogVerdict(verdict, 'en').join('\n')).toContain('1 erased entries have no recorded act');
  });

  it('of no entries, one, a full tile, and past it, is sound', async () => {
    for (const size of [0, 1, 255, 256, 257, 512]) {
      const verdict = await verifyLog(sourceOf(await filesOf(entries.slice(0, size))));
      expect(verdict, `size ${size}`).toMatchObject({ ok: true, checkpoint: { size } });
    }
  });

  it('that has grown since it was seen is sound, and remembers for the next time', async () => {
    const first = await verifyLog(sourceOf(await filesOf(entries.slice(0, 300))));
    if (!first.ok) throw new Error('not sound');
    const second = await verifyLog(sourceOf(await filesOf(entries.slice(0, SIZE))), { seen: first.seen });
    expect(second).toMatchObject({ ok: true, seenSize: 300, seen: { size: SIZE } });
  });

  it('without opened entries, as over HTTP, is sound as far as it shows', async () => {
    const files = await filesOf(entries.slice(0, SIZE));
    const asked: string[] = [];
    const fetchLike = (async (address: string) => {
      asked.push(address);
      const bytes = files.get(address.replace('https://prongsai.example/ledger/', ''));
      return bytes ? new Response(bytes.slice()) : new Response('', { status: 404 });
    }) as typeof fetch;
    const verdict = await verifyLog(httpSource('https://prongsai.example/', fetchLike));
    expect(verdict).toMatchObject({ ok: true, opening: undefined });
    expect(asked).toContain('https://prongsai.example/ledger/tile/entries/002.p/188');
  });

  it('whose partial tile has become full meanwhile is still sound', async () => {
    const files = await filesOf(entries.slice(0, SIZE));
    const later = await filesOf(entries.slice(0, 768));
    for (const path of ['tile/0/002', 'tile/entries/002']) {
      files.delete(`${path}.p/188`);
      files.set(path, later.get(path)!);
    }
    expect(await problemOf(files)).toBe('sound');
  });
});

describe('a log that was tampered with', () => {
  let files: Map<string, Uint8Array>;
  beforeAll(async () => {
    files = await filesOf(entries.slice(0, SIZE));
  });
  const tampered = (change: (copy: Map<string, Uint8Array>) => void) => {
    const copy = new Map(files);
    change(copy);
    return problemOf(copy);
  };
  const opened = (copy: Map<string, Uint8Array>, change: (lines: string[]) => void) => {
    const lines = new TextDecoder().decode(copy.get('entries.jsonl')).trimEnd().split('\n');
    change(lines);
    copy.set('entries.jsonl', utf8(`${lines.join('\n')}\n`));
  };

  it('names the first entry that was changed', async () => {
    const problem = await tampered((copy) => {
      spoil(copy, 'tile/entries/002.p/188', 34 * 20 + 5);
      spoil(copy, 'tile/entries/001', 34 * 7 + 2);
    });
    expect(problem).toEqual({ code: 'entry-wrong', seq: 256 + 7 });
  });

  it('names an entry changed together with its tile, by what the entry said', async () => {
    const problem = await tampered((copy) => {
      const forged = commitAct(actAt(999)).commitment;
      const bundle = copy.get('tile/entries/001')!.slice();
      bundle.set(forged, 34 * 7 + 2);
      const tile = copy.get('tile/0/001')!.slice();
      tile.set(leafHash(forged), 32 * 7);
      copy.set('tile/entries/001', bundle).set('tile/0/001', tile);
    });
    expect(problem).toEqual({ code: 'entry-wrong', seq: 263 });
  });

  it('bounds an entry changed together with its tile and its text', async () => {
    const problem = await tampered((copy) => {
      const forged = commitAct(actAt(999));
      const bundle = copy.get('tile/entries/001')!.slice();
      bundle.set(forged.commitment, 34 * 7 + 2);
      const tile = copy.get('tile/0/001')!.slice();
      tile.set(leafHash(forged.commitment), 32 * 7);
      copy.set('tile/entries/001', bundle).set('tile/0/001', tile);
      opened(copy, (lines) => {
        lines[263] = openedLine(263, forged.salt, forged.entry);
      });
    });
    expect(problem).toEqual({ code: 'range-wrong', from: 256, to: 512 });
  });

  it('names a changed tile, of the lowest level and above', async () => {
    expect(await tampered((copy) => spoil(copy, 'tile/0/001', 32 * 9))).toEqual({
      code: 'tile-wrong',
      path: 'tile/0/001',
    });
    expect(await tampered((copy) => spoil(copy, 'tile/1/000.p/2', 40))).toEqual({
      code: 'tile-wrong',
      path: 'tile/1/000.p/2',
    });
  });

  it('names the opened entry that was rewritten, dropped or added', async () => {
    const rewritten = (lines: string[]) => {
      lines[41] = lines[41]!.replace('stage-changed', 'stage-charged');
    };
    expect(await tampered((copy) => opened(copy, rewritten))).toEqual({
      code: 'opened-entry-wrong',
      seq: 41,
    });
    const dropped = (lines: string[]) => void lines.splice(500, 1);
    expect(await tampered((copy) => opened(copy, dropped))).toEqual({
      code: 'opened-entry-missing',
      seq: 500,
    });
    const cut = (lines: string[]) => void lines.pop();
    expect(await tampered((copy) => opened(copy, cut))).toEqual({ code: 'opened-entry-missing', seq: 699 });
    const added = (lines: string[]) => void lines.push(openedLine(SIZE, entries[0]!.salt, entries[0]!.entry));
    expect(await tampered((copy) => opened(copy, added))).toEqual({ code: 'opened-entry-extra', seq: SIZE });
    const garbled = (lines: string[]) => void lines.splice(3, 1, 'not JSON');
    expect(await tampered((copy) => opened(copy, garbled))).toEqual({ code: 'opened-entry-wrong', seq: 3 });
  });

  it('notices a changed checkpoint, a foreign signature, and missing or broken files', async () => {
    const checkpoint = new TextDecoder().decode(files.get('checkpoint'));
    const resized = utf8(checkpoint.replace(`\n${SIZE}\n`, '\n699\n'));
    expect(await tampered((copy) => void copy.set('checkpoint', resized))).toEqual({ code: 'bad-signature' });
    expect(await tampered((copy) => void copy.delete('checkpoint'))).toEqual({ code: 'checkpoint-missing' });
    expect(await tampered((copy) => void copy.delete('vkey'))).toEqual({ code: 'vkey-missing' });
    expect(await tampered((copy) => void copy.set('checkpoint', utf8('?')))).toEqual({
      code: 'malformed-note',
    });
    expect(await tampered((copy) => void copy.delete('tile/entries/001'))).toEqual({
      code: 'bundle-missing',
      path: 'tile/entries/001',
    });
    expect(await tampered((copy) => void copy.delete('tile/0/002.p/188'))).toEqual({
      code: 'tile-missing',
      path: 'tile/0/002.p/188',
    });
    expect(await tampered((copy) => void copy.set('tile/entries/000', utf8('cut')))).toEqual({
      code: 'bundle-malformed',
      path: 'tile/entries/000',
    });
  });

  it('says so in words in both languages for every problem', async () => {
    const verdict = await verifyLog(sourceOf(await filesOf(entries.slice(0, 3))), { vkey: 'nonsense' });
    expect(describeLogVerdict(verdict, 'th')).toHaveLength(3);
    expect(describeLogVerdict(verdict, 'en')[1]).toBe('The verifier key is not in form.');
  });
});

describe('a log whose holder rewrote history', () => {
  let seen: SeenCheckpoint;
  beforeAll(async () => {
    const verdict = await verifyLog(sourceOf(await filesOf(entries.slice(0, 300))));
    if (!verdict.ok) throw new Error('not sound');
    seen = verdict.seen;
  });

  it('is found out, although every signature is good', async () => {
    const without = [...entries.slice(0, 100), ...entries.slice(101, SIZE)];
    const files = await filesOf(without);
    files.delete('entries.jsonl');
    expect(await problemOf(files)).toBe('sound');
    expect(await problemOf(files, { seen })).toEqual({ code: 'rewritten', seenSize: 300 });
  });

  it('or went back to a backup, is found out', async () => {
    expect(await problemOf(await filesOf(entries.slice(0, 299)), { seen })).toEqual({
      code: 'shrunk',
      size: 299,
      seenSize: 300,
    });
  });

  it('or began again under a new key, is found out', async () => {
    const files = await filesOf(entries.slice(0, SIZE), { ...signer, key: await generateSigningKey() });
    expect(await problemOf(files, { seen })).toEqual({ code: 'key-changed' });
  });
});
