// The dictionary without waiting, for the server, scripts and tests. Not for pages: it carries the whole word list.
import { packedThaiWords } from './data/thai-words.ts';
import { makeDictionary } from './dictionary.ts';
import type { WordTrie } from './word-trie.ts';

let made: WordTrie | undefined;

/** Built on first use and kept. */
export function dictionaryNow(): WordTrie {
  made ??= makeDictionary(packedThaiWords);
  return made;
}
