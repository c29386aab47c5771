// A section as PostgreSQL's full-text search sees it: our own tokens with their weights, since PostgreSQL takes a run of
// Thai for one word.
import { searchTokens } from '#platform/text/search-tokens.ts';
import type { WordTrie } from '#platform/text/word-trie.ts';

export type Searchable = {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly text: string;
};

/** PostgreSQL counts positions no further. */
const LAST_POSITION = 16_383;
const PER_TOKEN = 60;

export type SearchEntry = {
  /** Literal of a tsvector. */
  readonly tokens: string;
  /** Tokens of the text alone. */
  readonly words: number;
};

/** What a section is found by. A: its own number, its first words and what it calls the offence; B: headings; C: text; D: the instrument's title. */
export function searchEntry(
  { code, number, title, headings, text }: Searchable,
  trie: WordTrie,
): SearchEntry {
  const places = new Map<string, string[]>();
  let position = 1;
  const add = (tokens: readonly string[], weight: 'A' | 'B' | 'C' | 'D') => {
    for (const token of tokens) {
      const known = places.get(token) ?? [];
      if (known.length < PER_TOKEN) known.push(`${Math.min(position, LAST_POSITION)}${weight}`);
      places.set(token, known);
      position++;
    }
    position += 10;
  };
  add(ownTokens(code, number), 'A');
  add(
    headings.flatMap((heading) => searchTokens(heading, trie)),
    'B',
  );
  const words = searchTokens(text, trie);
  add(searchTokens(opening(text), trie), 'A');
  add(words, 'C');
  add(searchTokens(title, trie), 'D');
  const tokens = [...places].map(([token, at]) => `${quote(token)}:${at.join(',')}`).join(' ');
  return { tokens, words: words.length };
}

/** Characters at the start of a section that tell what it is about. */
const OPENING = 90;

/** The first words, and the offence that a provision names: "ผู้นั้นกระทำความผิดฐานลักทรัพย์". */
function opening(text: string): string {
  const named = [...text.matchAll(/(?:ผู้นั้น|ผู้กระทำ)\s?กระทำความผิดฐาน\s?([ก-๎]+)/g)].map(([, name]) => name);
  return [text.slice(0, OPENING), ...named].join(' ');
}

/** Tokens by which a section is found as itself, not as something that others cite. */
export function ownTokens(code: string, number: string): string[] {
  const plain = number.replaceAll(' ', '');
  return [`self:${plain}`, `self:${code}:${plain}`];
}

/** A lexeme in quotes, for tsvector and tsquery literals. */
export function quote(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
