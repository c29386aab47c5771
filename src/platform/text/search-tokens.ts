// Turns a text or a query into the tokens of a search index. Both sides go through the same function, so whatever it
// does to a word it does to both: normalised, lower-case Latin, right spelling, words and their parts, abbreviations
// without dots, one shared token for what has several names, one token for each cited section.
import { citationTokens, findCitations } from './citation.ts';
import { conceptTokens, dotless } from './concepts.ts';
import { rightSpelling } from './misspellings.ts';
import { normalise } from './normalise.ts';
import { type Token, tokens } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { partsOfWord } from './word-parts.ts';
import { ORDINARY, type WordTrie, wordCost } from './word-trie.ts';

/**
 * Tokens in the order of the text, with repetitions (they count for rank). Function words are left out, unless the
 * text holds nothing else.
 */
export function searchTokens(text: string, trie: WordTrie): string[] {
  const plain = normalise(text).toLowerCase();
  const cut = tokens(plain, trie).flatMap((token) => respelt(token, trie));
  const words = cut.filter(({ kind }) => kind !== 'space' && kind !== 'sign');
  const spoken = words.map(({ text: word }) => dotless(word));
  const telling = words.filter(({ text: word }) => !isStopWord(word));
  return [
    ...(telling.length > 0 ? telling : words).flatMap((token) => tokensOf(token, trie)),
    ...namesIn(cut, trie),
    ...conceptTokens(spoken, trie),
    ...spoken.flatMap((word) => partsOfWord(word, trie)).flatMap((part) => conceptTokens([part], trie)),
    ...findCitations(plain).flatMap(citationTokens),
  ];
}

/** A function of the form index libraries ask for, for instance MiniSearch's `tokenize`. */
export function searchTokenizer(trie: WordTrie): (text: string) => string[] {
  return (text) => searchTokens(text, trie);
}

/** How much a token of {@link searchTokens} should count for rank: a citation most, then what has several names. */
export function searchTokenWeight(token: string): number {
  if (/^(?:sec|cl):.*:/.test(token)) return 5;
  if (/^(?:sec|cl):/.test(token)) return 4;
  return token.startsWith('c:') ? 2 : 1;
}

/** A misspelt word becomes the right one, cut again, because the right one may be an abbreviation or two words. */
function respelt(token: Token, trie: WordTrie): Token[] {
  const right = rightSpelling(token.text);
  return right === token.text ? [token] : tokens(right, trie);
}

function tokensOf({ text, kind }: Token, trie: WordTrie): string[] {
  if (kind === 'abbreviation') return abbreviationTokens(text);
  if (kind === 'word') return [text, ...partsOfWord(text, trie)];
  if (kind === 'number') return numberTokens(text);
  return kind === 'latin' ? [text.replace('’', "'")] : [text];
}

/** ศปท.มท. is found by ศปทมท, by ศปท and by มท. */
function abbreviationTokens(text: string): string[] {
  const whole = dotless(text);
  const groups = text.split('.').filter((group) => group.length > 1);
  return [...new Set([whole, ...groups])];
}

/** 1,000.50 is 1000.50; 123/1 stays. */
function numberTokens(text: string): string[] {
  return [text.replace(/(?<=\d),(?=\d{3})/g, '')];
}

const TITLES = new Set(['นาย', 'นาง', 'นางสาว', 'คุณ', 'ท่าน', 'เด็กชาย', 'เด็กหญิง']);
const LONGEST_SYLLABLE = 4;

/**
 * Names and other words no dictionary holds come apart (ชาน|น, วา|สิ|ก|ศิริ). Each run around such a piece is one more
 * token, so that a name is found as a whole. Reads neighbours only, so a name gives the same token everywhere.
 */
function namesIn(cut: readonly Token[], trie: WordTrie): string[] {
  const names: string[] = [];
  let run: Token[] = [];
  const close = () => {
    if (run.length > 1 && run.some((token) => isStrange(token, trie)))
      names.push(run.map(({ text }) => text).join(''));
    run = [];
  };
  for (const token of cut) {
    const joins =
      (token.kind === 'unknown' || token.kind === 'word') &&
      !TITLES.has(token.text) &&
      !isStopWord(token.text);
    if (joins && (isStrange(token, trie) || token.text.length <= LONGEST_SYLLABLE)) run.push(token);
    else close();
  }
  close();
  return names;
}

function isStrange({ text, kind }: Token, trie: WordTrie): boolean {
  return kind === 'unknown' || (kind === 'word' && wordCost(trie, text) !== ORDINARY);
}
