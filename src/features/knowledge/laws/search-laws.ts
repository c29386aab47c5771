// Searches the library: understand, ask the database once, cut snippets.
import type { Database } from '#platform/database/connection.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { readQuery } from './read-query.ts';
import { type FoundRow, selectFound } from './search.queries.ts';
import { cutSnippet, type Piece } from './snippet.ts';

export type SearchAsked = {
  readonly query: string;
  /** Only this law. */
  readonly law?: string | undefined;
  /** At most 50. */
  readonly limit?: number;
};

export type SearchHit = Pick<FoundRow, 'code' | 'number' | 'title' | 'heading' | 'repealed'> & {
  readonly snippet: readonly Piece[];
};

export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** The text as typed, when it was read as typed on the other keyboard layout. */
  readonly rescuedFrom: string | undefined;
  /** What was searched for. */
  readonly text: string;
  /** The query with misspelt words made right; those were searched for as well. */
  readonly didYouMean: string | undefined;
};

const USUAL = 20;

/** Empty for a query that says nothing. */
export async function searchLaws(
  db: Database,
  { query, law, limit = USUAL }: SearchAsked,
): Promise<SearchAnswer> {
  const read = readQuery(query, dictionaryNow());
  if (read.terms.length === 0 && read.sections.length === 0 && read.laws.length === 0)
    return { hits: [], rescuedFrom: undefined, text: read.text, didYouMean: undefined };
  const { rows, corrections } = await selectFound(db, read, { law, limit: Math.min(limit, 50) });
  const marks = read.terms.flatMap(({ word, tokens }) => [
    word,
    ...tokens.filter(({ sure, token }) => sure === 1 && !token.includes(':')).map(({ token }) => token),
    ...(corrections.get(word) ?? []),
  ]);
  const right = [...corrections].reduce(
    (text, [word, [better]]) => (better ? text.replace(word, better) : text),
    read.text,
  );
  return {
    hits: rows.map(({ code, number, title, heading, repealed, text }) => ({
      code,
      number,
      title,
      heading,
      repealed,
      snippet: cutSnippet(text, marks),
    })),
    rescuedFrom: read.rescuedFrom,
    text: read.text,
    didYouMean: right === read.text ? undefined : right,
  };
}
