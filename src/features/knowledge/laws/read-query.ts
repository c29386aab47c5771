// Understands what was typed into the search box: citations first, then a law's name, then words, each with everything
// it may be written as. Pure.
import { findCitations } from '#platform/text/citation.ts';
import { rescueKeyboard } from '#platform/text/keyboard-rescue.ts';
import { lawNameAt } from '#platform/text/law-names.ts';
import { normalise } from '#platform/text/normalise.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { tokens } from '#platform/text/segment.ts';
import { isStopWord } from '#platform/text/stop-words.ts';
import type { WordTrie } from '#platform/text/word-trie.ts';
import { meanings } from './meanings.ts';

/** One thing looked for: a section has it when it holds any of the tokens. */
export type Term = {
  /** As typed, for marks and for "did you mean". */
  readonly word: string;
  /** Token and how sure it is that it means the same: 1 for the word itself. */
  readonly tokens: readonly { readonly token: string; readonly sure: number }[];
  /** The word and it joined with a neighbour: a misspelt word is cut in pieces, and only whole it looks like the right one. */
  readonly shapes: readonly string[];
};

export type Query = {
  /** What is searched for: the text as typed, or as it would read on the other keyboard layout. */
  readonly text: string;
  /** The text as typed, when another was searched. */
  readonly rescuedFrom: string | undefined;
  /** `157` or `criminal-code:157`: sections meant by themselves. */
  readonly sections: readonly { readonly law: string | undefined; readonly number: string }[];
  /** Laws that were named. */
  readonly laws: readonly string[];
  readonly terms: readonly Term[];
  /** The words without spaces, for sections that say just this. */
  readonly phrase: string;
};

const LONGEST = 200;
const MOST_TERMS = 10;

/** Reads a query of any kind; never throws. */
export function readQuery(typed: string, trie: WordTrie): Query {
  const plain = normalise(typed).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  // Before letters are made small: Shift matters on a keyboard.
  const rescued = rescueKeyboard(plain, trie);
  const text = normalise(rescued ?? plain)
    .toLowerCase()
    .replace(/(^|\s)ปอ\.?(?=\s*\d)/, '$1ป.อ.');
  const cited = findCitations(text);
  const laws = lawsIn(text);
  const sections = cited.map(({ number, law }) => ({ law: law ?? laws[0], number }));
  const rest = withoutCitations(text, cited);
  // "157 อาญา": a number beside a law's name is a section.
  const bare =
    sections.length === 0 && laws.length > 0 ? /(?<![\d/])(\d{1,4}(?:\/\d{1,3})?)(?![\d/])/.exec(rest) : null;
  if (bare && Number.parseInt(bare[1]!, 10) < 2400) sections.push({ law: laws[0], number: bare[1]! });
  const spoken = bare ? rest.replace(bare[1]!, ' ') : rest;
  return {
    text,
    rescuedFrom: rescued === undefined ? undefined : plain,
    sections,
    laws,
    terms: termsOf(spoken, trie),
    phrase: asLawSays(spoken).replace(/\s+/g, ''),
  };
}

/** Codes of laws that the text names, longest names first at each place. */
function lawsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const law = lawNameAt(text, at);
    if (!law) continue;
    if (!found.includes(law.id)) found.push(law.id);
    at += law.length - 1;
  }
  return found;
}

function withoutCitations(text: string, cited: readonly { start: number; end: number }[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of cited) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at);
}

/** The words that tell something, each with what else it may be written as. */
function termsOf(text: string, trie: WordTrie): Term[] {
  const terms: Term[] = [];
  const words = tokens(asLawSays(text), trie).filter(({ kind }) => kind !== 'space' && kind !== 'sign');
  const telling = words.filter(({ text: word }) => !isStopWord(word) && !NOISE.has(word));
  for (const token of telling.length > 0 ? telling : words) {
    const { text: word } = token;
    if (terms.some((term) => term.word === word)) continue;
    const at = words.indexOf(token);
    const joined = [words[at - 1]?.text, words[at + 1]?.text].map((other, side) =>
      other === undefined ? '' : side === 0 ? other + word : word + other,
    );
    terms.push({
      word,
      tokens: weigh(word, trie),
      shapes: [word, ...joined.filter((shape) => shape.length > 3)],
    });
  }
  return terms.slice(0, MOST_TERMS);
}

/** Everyday phrases in the words of the law. */
function asLawSays(text: string): string {
  return meanings.reduce(
    (said, [phrase, law]) => (holds(said, phrase) ? said.replace(phrase, ` ${law} `) : said),
    text,
  );
}

/** Latin phrases must stand as words of their own. */
function holds(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (at < 0 || !/^[a-z]/.test(phrase)) return at >= 0;
  return !/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + phrase.length] ?? '');
}

function weigh(word: string, trie: WordTrie): Term['tokens'] {
  const found = [...new Set(searchTokens(word, trie))];
  const whole = found.find((token) => token === word) ?? found[0];
  // A part of a word says less than the word.
  return found.map((token) => ({ token, sure: token === whole || token.startsWith('c:') ? 1 : 0.4 }));
}

/** Words of questions that no section is about. */
const NOISE = new Set([
  'คืออะไร',
  'คือ',
  'อะไร',
  'อย่างไร',
  'ยังไง',
  'เท่าไร',
  'เท่าไหร่',
  'กี่',
  'ไหม',
  'หรือไม่',
  'บ้าง',
  'ไหน',
  'the',
  'of',
  'a',
  'an',
  'in',
  'for',
  'to',
  'is',
  'what',
  'law',
  'act',
  'by',
  'and',
  'or',
  'on',
  'with',
  'section',
  'มาตรา',
  'กฎหมาย',
  'พ.ร.บ.',
  'พระราชบัญญัติ',
  'โทษ',
]);
