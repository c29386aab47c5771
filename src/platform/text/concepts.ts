// What is written in several ways but means one thing gets one more token that all ways share: ป.ป.ช., NACC and the
// commission's full name. Texts and queries go through the same door, so any index finds the one by the other.
import { abbreviations, synonyms } from './abbreviations.ts';
import { normalise } from './normalise.ts';
import { segment } from './segment.ts';
import type { WordTrie } from './word-trie.ts';

/** For the first word of each way to write something, the ways that begin so: their words and the shared token. */
type Ways = ReadonlyMap<string, readonly { words: readonly string[]; token: string }[]>;

const built = new WeakMap<WordTrie, Ways>();

/** The shared tokens of everything that stands in these words (lower-case, no spaces), in order of appearance. */
export function conceptTokens(words: readonly string[], trie: WordTrie): string[] {
  const ways = waysFor(trie);
  const found: string[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const way of ways.get(words[at]!) ?? []) {
      if (way.words.every((word, index) => words[at + index] === word)) found.push(way.token);
    }
  }
  return found;
}

/** Words for matching: abbreviations without dots (พ.ร.บ. and พรบ are one), Latin in lower case, no spaces or signs. */
export function plainWords(text: string, trie: WordTrie): string[] {
  return segment(normalise(text).toLowerCase(), trie)
    .map((word) => dotless(word))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** พ.ร.บ. → พรบ; anything that is no abbreviation stays. */
export function dotless(word: string): string {
  return /^(?:[\u0e01-\u0e4e]{1,6}\.)+$/.test(word) ? word.replaceAll('.', '') : word;
}

function waysFor(trie: WordTrie): Ways {
  const known = built.get(trie);
  if (known) return known;
  const ways = new Map<string, { words: readonly string[]; token: string }[]>();
  const groups = [
    ...abbreviations
      .filter(({ short }) => short.length > 2)
      .map(({ short, full, english = [] }) => [short, full, ...english]),
    ...synonyms,
  ];
  for (const group of groups) {
    const token = `c:${dotless(group[0]!).replaceAll(' ', '-')}${isShared(group[0]!) ? `-${group[1]}` : ''}`;
    for (const way of group) {
      const words = plainWords(way, trie);
      const first = words[0];
      if (first === undefined) continue;
      const others = ways.get(first) ?? [];
      others.push({ words, token });
      ways.set(first, others);
    }
  }
  built.set(trie, ways);
  return ways;
}

/** Does more than one thing have this short form (ก.พ.)? Then its tokens must differ. */
function isShared(short: string): boolean {
  return abbreviations.filter((each) => each.short === short).length > 1;
}
