// Searches the library: understand, ask the database once, rank, cut snippets.
import type { Database } from '#platform/database/connection.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { rankSections } from './rank-sections.ts';
import { type Query, readQuery } from './read-query.ts';
import { type Candidate, type MeantToken, retrieve } from './search.queries.ts';
import { cutSnippet, type Piece } from './snippet.ts';

export type SearchAsked = {
  readonly query: string;
  /** Only this law. */
  readonly law?: string | undefined;
  /** At most 50. */
  readonly limit?: number;
};

export type SearchHit = Pick<Candidate, 'code' | 'unit' | 'number' | 'title' | 'heading' | 'repealed'> & {
  readonly snippet: readonly Piece[];
};

export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** The text as typed, when it was read as typed on the other keyboard layout. */
  readonly rescuedFrom: string | undefined;
  /** What was searched for. */
  readonly text: string;
  /** The query with a word that the library does not know made right; the right one was searched for. */
  readonly didYouMean: string | undefined;
};

const USUAL = 20;

/** Empty for a query that says nothing. */
export async function searchLaws(
  db: Database,
  { query, law, limit = USUAL }: SearchAsked,
): Promise<SearchAnswer> {
  const trie = dictionaryNow();
  const read = readQuery(query, trie);
  const empty = { hits: [], rescuedFrom: read.rescuedFrom, text: read.text, didYouMean: undefined };
  if (read.terms.length === 0 && read.sections.length === 0) return empty;
  const found = await retrieve(db, read, law);
  const marks = found.meant
    .filter(({ sure, token }) => sure > 0.5 && !token.includes(':'))
    .map(({ token }) => token);
  return {
    ...empty,
    hits: rankSections(found, read)
      .slice(0, Math.min(limit, 50))
      .map(({ code, unit, number, title, heading, repealed, text }) => ({
        code,
        unit,
        number,
        title,
        heading,
        repealed,
        snippet: cutSnippet(text, marks, trie),
      })),
    didYouMean: corrected(read, found.meant),
  };
}

/** Puts the right words where the unknown ones stand, if they stand there as typed. */
function corrected({ text, terms }: Query, meant: readonly MeantToken[]): string | undefined {
  let right = text;
  for (const { grp, token } of meant.filter(({ isNear }) => isNear)) {
    const shapes = [...(terms[grp]?.shapes ?? [])].sort((a, b) => b.length - a.length);
    const closest = shapes.find((shape) => Math.abs(shape.length - token.length) <= 1) ?? shapes.at(-1);
    if (closest) right = right.replace(closest, token);
  }
  return right === text ? undefined : right;
}
