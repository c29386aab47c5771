// The dictionary the segmenter cuts by: a general list (data/thai-words.ts), this domain's words, abbreviations and
// known misspellings. In a browser the general list comes as its own chunk when first asked for; programs that run
// on Node take `dictionary-now.ts`, which loads it at once.
import { dotlessForms, shortForms } from './abbreviations.ts';
import { commonShortWords } from './data/common-short-words.ts';
import { unpackWords } from './data/packing.ts';
import { domainWords } from './domain-words.ts';
import { misspellings } from './misspellings.ts';
import { buildTrie, type WordTrie } from './word-trie.ts';

/** A word of three letters or fewer that is not in daily use yields to longer words. */
const SHORT = 3;

/** Builds the dictionary from a packed general list; about 50 ms, so keep the result. */
export function makeDictionary(packed: string): WordTrie {
  const common = new Set(commonShortWords);
  const general = unpackWords(packed);
  const rare = general.filter((word) => word.length <= SHORT && !common.has(word));
  const weak = new Set([...rare, ...dotlessForms.keys()]);
  const wrong = [...misspellings.keys()].filter(isThai);
  const all = new Set([
    ...general,
    ...common,
    ...domainWords,
    ...shortForms,
    ...dotlessForms.keys(),
    ...wrong,
  ]);
  return buildTrie(all, weak);
}

let loading: Promise<WordTrie> | undefined;

/** The dictionary, loaded once; for browsers, where the word list should not delay the page. */
export function loadDictionary(): Promise<WordTrie> {
  loading ??= import('./data/thai-words.ts').then(({ packedThaiWords }) => makeDictionary(packedThaiWords));
  return loading;
}

function isThai(word: string): boolean {
  return /^[\u0e01-\u0e5b.]+$/.test(word);
}
