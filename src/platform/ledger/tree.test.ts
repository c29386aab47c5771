/** The tree against the published vectors, and every proof at every size up to where it takes three tile levels. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '#platform/sealing/bytes.ts';
import {
  consistencyProof,
  emptyRoot,
  foldHashes,
  type HashReader,
  inclusionProof,
  leafHash,
  nodeHash,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { allTiles, edgeTiles, hashesFromTiles, tilePath } from './tiles.ts';
import { appendLeaf, edgeFromTiles, edgeRoot, emptyEdge, partialTiles, type Tile } from './tree-edge.ts';

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const leaves = (count: number) => Array.from({ length: count }, (_, i) => leafHash(utf8(`leaf ${i}`)));

/** Tiles of a growing tree, kept as a database would: one row a tile, overwritten as it widens. */
function growTree(hashes: readonly Uint8Array[]) {
  const edge = emptyEdge();
  const kept = new Map<string, Uint8Array>();
  const keep = (tile: Tile) => kept.set(`${tile.level}/${tile.index}`, tile.hashes);
  for (const hash of hashes) appendLeaf(edge, hash, keep);
  partialTiles(edge).forEach(keep);
  const read: HashReader = hashesFromTiles(async (tiles) =>
    tiles.map(({ level, index }) => kept.get(`${level}/${index}`)!),
  );
  return { edge, kept, read };
}

describe('the hashes of RFC 6962', () => {
  // The eight leaves and nine roots that Certificate Transparency implementations test against.
  const data = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  it.each(roots.map((root, size) => ({ size, root })))('root of $size leaves', async ({ size, root }) => {
    const hashes = data.slice(0, size).map((text) => leafHash(hex(text)));
    const { edge, read } = growTree(hashes);
    expect(toHex(edgeRoot(edge))).toBe(root);
    expect(toHex(foldHashes(hashes))).toBe(root);
    expect(toHex(await treeRoot(size, read))).toBe(root);
  });

  it('proves what the RFC draws in section 2.1.3', async () => {
    const [a, b, c, d, e, f, j] = data.map((text) => leafHash(hex(text))) as Uint8Array[];
    const [g, h, i] = [nodeHash(a!, b!), nodeHash(c!, d!), nodeHash(e!, f!)];
    const [k, l] = [nodeHash(g, h), i];
    const { read } = growTree([a!, b!, c!, d!, e!, f!, j!]);
    expect(await inclusionProof(0, 7, read)).toEqual([b, h, nodeHash(l, j!)]);
    expect(await inclusionProof(3, 7, read)).toEqual([c, g, nodeHash(l, j!)]);
    expect(await inclusionProof(4, 7, read)).toEqual([f, j, k]);
    expect(await inclusionProof(6, 7, read)).toEqual([i, k]);
    expect(await consistencyProof(3, 7, read)).toEqual([c, d, g, nodeHash(l, j!)]);
    expect(await consistencyProof(4, 7, read)).toEqual([nodeHash(l, j!)]);
    expect(await consistencyProof(6, 7, read)).toEqual([i, j, k]);
  });
});

describe('proofs at every size', () => {
  const size = 300;
  const hashes = leaves(size);
  const { read } = growTree(hashes);
  const rootOf = (n: number) => foldHashes(hashes.slice(0, n));

  it('every leaf is proved in every tree that holds it, and in no other place', async () => {
    let proved = 0;
    for (let n = 1; n <= size; n += n < 40 ? 1 : 13) {
      const root = rootOf(n);
      for (let index = 0; index < n; index++) {
        const proof = await inclusionProof(index, n, read);
        expect(verifyInclusion(proof, { index, hash: hashes[index]! }, { size: n, root })).toBe(true);
        expect(
          verifyInclusion(proof, { index: (index + 1) % n, hash: hashes[index]! }, { size: n, root }),
        ).toBe(n === 1);
        proved++;
      }
    }
    expect(proved).toBeGreaterThan(3_000);
  });

  it('every tree is the beginning of every later one, and a forged one is not', async () => {
    const roots = Array.from({ length: size + 1 }, (_, n) => rootOf(n));
    for (let n = 0; n <= size; n += n < 40 ? 1 : 13) {
      for (let old = 0; old <= n; old++) {
        const proof = await consistencyProof(old, n, read);
        const tree = { size: n, root: roots[n]! };
        expect(verifyConsistency(proof, { size: old, root: roots[old]! }, tree)).toBe(true);
        const forged = { size: old, root: leafHash(roots[old]!) };
        expect(verifyConsistency(proof, forged, tree)).toBe(false);
      }
    }
  });

  it('a proof that was changed, cut, lengthened or moved is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: size })
          .chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1), fc.nat(), fc.nat(31))),
        async ([n, index, which, byte]) => {
          const proof = await inclusionProof(index, n, read);
          const leaf = { index, hash: hashes[index]! };
          const tree = { size: n, root: rootOf(n) };
          const changed = proof.map((hash) => hash.slice());
          changed[which % changed.length]![byte]! ^= 1;
          expect(verifyInclusion(changed, leaf, tree)).toBe(false);
          expect(verifyInclusion(proof.slice(1), leaf, tree)).toBe(false);
          expect(verifyInclusion([...proof, emptyRoot], leaf, tree)).toBe(false);
          expect(verifyInclusion(proof, { ...leaf, hash: hashes[(index + 1) % n]! }, tree)).toBe(false);
          expect(verifyInclusion(proof, { ...leaf, index: n }, tree)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses to prove what is not there', async () => {
    expect(() => inclusionProof(5, 5, read)).toThrow(RangeError);
    expect(() => inclusionProof(-1, 5, read)).toThrow(RangeError);
    await expect(consistencyProof(6, 5, read)).rejects.toThrow(RangeError);
  });
});

describe('a tree of 70,000, three tile levels high', () => {
  const size = 70_000;
  const hashes = leaves(size);
  const { edge, kept, read } = growTree(hashes);
  const root = edgeRoot(edge);

  it('is stored in the tiles the standard describes for this size', () => {
    expect(edgeTiles(size)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    const spans = [...allTiles(size)];
    expect(spans).toHaveLength(kept.size);
    expect(spans.every((span) => kept.get(`${span.level}/${span.index}`)!.length === span.width * 32)).toBe(
      true,
    );
  });

  it('gives proofs from its tiles, and grows from its edge alone', async () => {
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
      const proof = await inclusionProof(index, size, read);
      expect(verifyInclusion(proof, { index, hash: hashes[index]! }, { size, root })).toBe(true);
    }
    const old = 65_537;
    const proof = await consistencyProof(old, size, read);
    expect(verifyConsistency(proof, { size: old, root: await treeRoot(old, read) }, { size, root })).toBe(
      true,
    );

    const half = growTree(hashes.slice(0, 40_000));
    const edgeAgain = edgeFromTiles(40_000, (level, index) => half.kept.get(`${level}/${index}`));
    if ('missing' in edgeAgain) throw new Error('no edge');
    for (const hash of hashes.slice(40_000)) appendLeaf(edgeAgain, hash, () => undefined);
    expect(toHex(edgeRoot(edgeAgain))).toBe(toHex(root));
  });

  it('names the tile without which it cannot grow', () => {
    expect(
      edgeFromTiles(size, (level, index) => (level === 1 ? undefined : kept.get(`${level}/${index}`))),
    ).toEqual({
      missing: { level: 1, index: 1 },
    });
  });

  it('reads no tile twice for one proof', async () => {
    const asked: string[] = [];
    const counting = hashesFromTiles(async (tiles) => {
      asked.push(...tiles.map(({ level, index }) => tilePath({ level, index, width: 256 })));
      return tiles.map(({ level, index }) => kept.get(`${level}/${index}`)!);
    });
    await inclusionProof(12_345, size, counting);
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
