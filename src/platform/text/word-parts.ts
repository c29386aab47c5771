// The words inside a compound: ศูนย์ปฏิบัติการ holds ศูนย์ and ปฏิบัติการ, and that holds ปฏิบัติ. An index keeps both
// the compound and its parts, so that either finds the text; a heading may break a very long word between them.
import { isStopWord } from './stop-words.ts';
import { canCutBefore } from './thai-characters.ts';
import { follow, ORDINARY, ROOT, type WordTrie } from './word-trie.ts';

/** The fewest everyday words that make up `word`, in order and without gaps; `[word]` when it is not a compound. */
export function splitCompound(word: string, trie: WordTrie): string[] {
  const best: (number | undefined)[] = [0];
  const from: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const here = best[at];
    if (here === undefined) continue;
    let node: number = ROOT;
    for (let end = at + 1; end <= word.length; end++) {
      node = follow(trie, node, word.charCodeAt(end - 1));
      if (node < 0) break;
      const whole = at === 0 && end === word.length;
      if (trie.costs[node] !== ORDINARY || whole || end - at < 2 || !canCutBefore(word, end)) continue;
      const price = best[end];
      if (price !== undefined && price <= here + 1) continue;
      best[end] = here + 1;
      from[end] = at;
    }
  }
  if (best[word.length] === undefined) return [word];
  const pieces: string[] = [];
  for (let end = word.length; end > 0; end = from[end]!) pieces.unshift(word.slice(from[end]!, end));
  return pieces;
}

// Shorter ones mostly come apart by accident (จัง|หวัด), and a substring search finds their parts anyway.
const MIN_COMPOUND = 8;
const MIN_PART = 3;

/** Every part of a compound worth finding it by: three letters or more, no function words, parts of parts too. */
export function partsOfWord(word: string, trie: WordTrie): readonly string[] {
  if (word.length < MIN_COMPOUND) return NONE;
  const known = remembered(trie);
  let parts = known.get(word);
  if (!parts) {
    parts = findParts(word, trie);
    if (known.size >= KEPT) known.clear();
    known.set(word, parts);
  }
  return parts;
}

const NONE: readonly string[] = [];
const KEPT = 20_000;
const caches = new WeakMap<WordTrie, Map<string, readonly string[]>>();

function remembered(trie: WordTrie): Map<string, readonly string[]> {
  const known = caches.get(trie) ?? new Map<string, readonly string[]>();
  caches.set(trie, known);
  return known;
}

function findParts(word: string, trie: WordTrie): readonly string[] {
  const pieces = splitCompound(word, trie);
  if (pieces.length === 1) return NONE;
  const parts = pieces.filter((piece) => piece.length >= MIN_PART && !isStopWord(piece));
  return [...new Set(parts.flatMap((part) => [part, ...partsOfWord(part, trie)]))];
}
