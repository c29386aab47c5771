// A prefix tree over Thai words, dots included, kept in flat arrays: an edge is one slot of an open-addressing hash,
// so that following a letter costs one or two reads and no object is made while a text is scanned.

export type WordTrie = {
  /** Edge keys: parent node × 128 + letter + 1; 0 is an empty slot. */
  readonly keys: Int32Array;
  readonly targets: Int32Array;
  readonly mask: number;
  /** For each node what ending a word here costs (0: no word ends here). */
  readonly costs: Uint8Array;
};

export const ROOT = 0;
const SPREAD = 0x9e3779b1;

/** What a word costs the cutter: an ordinary one, and one so short and rare that it should yield to others. */
export const ORDINARY = 4;
export const WEAK = 6;

/** Builds the tree. `weak` words cost more than others. Words may hold Thai letters and dots only. */
export function buildTrie(words: Iterable<string>, weak: ReadonlySet<string> = new Set()): WordTrie {
  const all = [...words];
  const units = all.reduce((sum, word) => sum + word.length, 1);
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, units * 1.2)));
  const trie = {
    keys: new Int32Array(size),
    targets: new Int32Array(size),
    mask: size - 1,
    costs: new Uint8Array(units + 1),
  };
  let nodes = 1;
  for (const word of all) {
    let node = ROOT;
    for (let at = 0; at < word.length; at++) {
      const slot = slotOf(trie, node, letterOf(word.charCodeAt(at)));
      if (trie.keys[slot] === 0) {
        trie.keys[slot] = node * 128 + letterOf(word.charCodeAt(at)) + 1;
        trie.targets[slot] = nodes++;
      }
      node = trie.targets[slot]!;
    }
    trie.costs[node] = weak.has(word) ? WEAK : ORDINARY;
  }
  return compact(trie, nodes);
}

/** The node reached from `node` by a UTF-16 unit, or -1. */
export function follow(trie: WordTrie, node: number, code: number): number {
  const letter = letterOf(code);
  if (letter < 0) return -1;
  const key = node * 128 + letter + 1;
  let slot = Math.imul(key, SPREAD) & trie.mask;
  for (;;) {
    const found = trie.keys[slot]!;
    if (found === key) return trie.targets[slot]!;
    if (found === 0) return -1;
    slot = (slot + 1) & trie.mask;
  }
}

/** Is this exact string a word of the tree? */
export function hasWord(trie: WordTrie, word: string): boolean {
  return wordCost(trie, word) !== 0;
}

/** {@link ORDINARY}, {@link WEAK}, or 0 when the string is no word of the tree. */
export function wordCost(trie: WordTrie, word: string): number {
  let node: number = ROOT;
  for (let at = 0; at < word.length; at++) {
    node = follow(trie, node, word.charCodeAt(at));
    if (node < 0) return 0;
  }
  return trie.costs[node] ?? 0;
}

/** ก–๛ become 1–91, the dot of abbreviations 92; anything else has no letter. */
function letterOf(code: number): number {
  if (code >= 0x0e01 && code <= 0x0e5b) return code - 0x0e00;
  return code === 0x2e ? 92 : -1;
}

function slotOf(trie: WordTrie, node: number, letter: number): number {
  if (letter < 0) throw new RangeError('a word may hold Thai letters and dots only');
  const key = node * 128 + letter + 1;
  let slot = Math.imul(key, SPREAD) & trie.mask;
  while (trie.keys[slot] !== 0 && trie.keys[slot] !== key) slot = (slot + 1) & trie.mask;
  return slot;
}

/** Rehashes into the smallest table that stays half empty, so that it fits the processor's cache. */
function compact(wide: WordTrie, nodes: number): WordTrie {
  const size = 2 ** Math.ceil(Math.log2(Math.max(64, nodes * 2)));
  const trie = {
    keys: new Int32Array(size),
    targets: new Int32Array(size),
    mask: size - 1,
    costs: wide.costs.slice(0, nodes),
  };
  for (let from = 0; from < wide.keys.length; from++) {
    const key = wide.keys[from]!;
    if (key === 0) continue;
    let slot = Math.imul(key, SPREAD) & trie.mask;
    while (trie.keys[slot] !== 0) slot = (slot + 1) & trie.mask;
    trie.keys[slot] = key;
    trie.targets[slot] = wide.targets[from]!;
  }
  return trie;
}
