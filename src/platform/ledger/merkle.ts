/**
 * The Merkle tree of RFC 6962 section 2.1 over SHA-256: hashes, and proofs that an entry is in a tree and
 * that one tree is the beginning of another. Nothing here reads or stores: a `HashReader` brings the hashes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { joinBytes } from '#platform/sealing/bytes.ts';
import { sameBytes } from './encoding.ts';

/** The complete subtree of 2^level leaves that starts at leaf index · 2^level. */
export type Subtree = { readonly level: number; readonly index: number };

/** Brings the hashes of the subtrees asked for, in the same order; one call a proof, so that it can batch. */
export type HashReader = (subtrees: readonly Subtree[]) => Promise<readonly Uint8Array[]>;

/** Bytes of one hash. */
export const HASH_SIZE = 32;

/** The root of a tree without leaves. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array());

/** SHA-256(0x00 ‖ data): the hash of a leaf. */
export function leafHash(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 1);
  bytes.set(data, 1);
  return sha256(bytes) as Uint8Array<ArrayBuffer>;
}

/** SHA-256(0x01 ‖ left ‖ right): the hash of an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes) as Uint8Array<ArrayBuffer>;
}

/** The hash of the tree over the given node hashes, whatever their number. */
export function foldHashes(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return emptyRoot;
  if (hashes.length === 1) return hashes[0]!;
  const k = leftWidth(hashes.length);
  return nodeHash(foldHashes(hashes.slice(0, k)), foldHashes(hashes.slice(k)));
}

/** The root of the first `size` leaves. */
export async function treeRoot(size: number, read: HashReader): Promise<Uint8Array> {
  return size === 0 ? emptyRoot : (await hashRanges([{ from: 0, to: size }], read))[0]!;
}

/**
 * The audit path of leaf `index` in the tree of `size` leaves, the leaf's sibling first (RFC 6962, 2.1.1).
 * Throws a RangeError unless 0 ≤ index < size.
 */
export function inclusionProof(index: number, size: number, read: HashReader): Promise<Uint8Array[]> {
  requireCount(index);
  requireCount(size);
  if (index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const path: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + leftWidth(to - from);
    if (index < middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return hashRanges(path, read);
}

/**
 * The proof that the tree of `oldSize` leaves is the beginning of the tree of `size` (RFC 6962, 2.1.2).
 * Empty for equal sizes and for the empty tree. Throws a RangeError unless 0 ≤ oldSize ≤ size.
 */
export async function consistencyProof(
  oldSize: number,
  size: number,
  read: HashReader,
): Promise<Uint8Array[]> {
  requireCount(oldSize);
  requireCount(size);
  if (oldSize > size) throw new RangeError(`a tree of ${oldSize} cannot begin a tree of ${size}`);
  if (oldSize === 0 || oldSize === size) return [];
  const path: Range[] = [];
  let from = 0;
  let to = size;
  while (oldSize < to) {
    const middle = from + leftWidth(to - from);
    if (oldSize <= middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  // From the left edge on, what is left is the whole old tree, whose root the verifier has already.
  if (from > 0) path.unshift({ from, to });
  return hashRanges(path, read);
}

/** Whether the proof leads from the leaf hash at `index` to the root of a tree of `size` (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  proof: readonly Uint8Array[],
  leaf: { readonly index: number; readonly hash: Uint8Array },
  tree: { readonly size: number; readonly root: Uint8Array },
): boolean {
  if (!isCount(leaf.index) || !isCount(tree.size) || leaf.index >= tree.size) return false;
  let node = leaf.index;
  let last = tree.size - 1;
  let hash = leaf.hash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      [node, last] = skipRightEdge(node, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, tree.root);
}

/** Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  proof: readonly Uint8Array[],
  old: { readonly size: number; readonly root: Uint8Array },
  tree: { readonly size: number; readonly root: Uint8Array },
): boolean {
  if (!isCount(old.size) || !isCount(tree.size) || old.size > tree.size) return false;
  if (old.size === tree.size) return proof.length === 0 && sameBytes(old.root, tree.root);
  if (old.size === 0) return proof.length === 0 && sameBytes(old.root, emptyRoot);
  let node = old.size - 1;
  let last = tree.size - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  const path = node === 0 ? [old.root, ...proof] : proof;
  if (proof.length === 0 || path.length === 0) return false;
  let oldHash = path[0]!;
  let newHash = path[0]!;
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      [node, last] = skipRightEdge(node, last);
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && sameBytes(oldHash, old.root) && sameBytes(newHash, tree.root);
}

/** Leaves from `from` up to, not including, `to`. */
type Range = { readonly from: number; readonly to: number };

// Bit operators would cut sizes at 32 bits, hence division throughout.
const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

function requireCount(n: number): void {
  if (!isCount(n)) throw new RangeError(`not a count: ${n}`);
}

/** A node on the right edge has no sibling until it becomes a right child: go up to there. */
function skipRightEdge(node: number, last: number): [number, number] {
  while (node % 2 === 0 && node !== 0) {
    node = half(node);
    last = half(last);
  }
  return [node, last];
}

/** The largest power of two smaller than n, for n > 1. */
function leftWidth(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that make up a range, left to right. Every range of a proof starts well aligned. */
function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level++;
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}

async function hashRanges(ranges: readonly Range[], read: HashReader): Promise<Uint8Array[]> {
  const parts = ranges.map(subtreesOf);
  const hashes = await read(parts.flat());
  let at = 0;
  return parts.map((subtrees) => {
    const own = hashes.slice(at, at + subtrees.length);
    at += subtrees.length;
    return own.reduceRight((right, left) => nodeHash(left, right));
  });
}

/** Cuts bytes into hashes. The length must be a multiple of 32. */
export function splitHashes(bytes: Uint8Array): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += HASH_SIZE) hashes.push(bytes.subarray(at, at + HASH_SIZE));
  return hashes;
}

/** Hashes as one byte string. */
export const joinHashes = (hashes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => joinBytes(...hashes);
