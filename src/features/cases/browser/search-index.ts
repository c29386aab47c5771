/** The search over what the officer may read: built in her browser from decrypted texts, kept in memory, gone with the page. */
import MiniSearch from 'minisearch';
import type { Said, Story } from '#features/reports/index.ts';
import { fromBase64Url, textOf } from '#platform/sealing/bytes.ts';
import { unseal } from '#platform/sealing/seal.ts';
import { searchTokens, searchTokenWeight } from '#platform/text/search-tokens.ts';
import type { WordTrie } from '#platform/text/word-trie.ts';
import type { Stage } from '../case.ts';
import type { SearchCase } from '../search-batch.ts';
import { type CaseKeys, type KeyHolder, keyName, newestKey, openCaseKeys } from './case-keys.ts';
import type { NoteBody } from './read-messages.ts';

export type FoundCase = {
  readonly id: string;
  readonly number: string;
  readonly unitCode: string;
  readonly topic: string;
  readonly stage: Stage;
  readonly receivedOn: string;
  readonly title: string;
  /** Where the words stand in the text, with a little of what is around them. */
  readonly snippet: string;
};

type Indexed = Omit<FoundCase, 'snippet'> & { readonly text: string };

export type CaseSearch = {
  /** Opens a case and puts its words into the index; false when its keys do not open. */
  readonly add: (found: SearchCase) => Promise<boolean>;
  readonly find: (query: string, filter?: { stage?: string; topic?: string }) => readonly FoundCase[];
  readonly size: () => number;
};

const mostResults = 50;
const snippetLength = 160;
/** Longest text indexed of one case; the rest of a very long story would slow every key stroke. */
const longestText = 100_000;

export function createCaseSearch(trie: WordTrie, holder: KeyHolder): CaseSearch {
  const documents = new Map<string, Indexed>();
  const index = new MiniSearch<Indexed>({
    fields: ['number', 'title', 'text'],
    tokenize: (text, field) =>
      field === 'number' ? [text.toLowerCase().replaceAll('-', '')] : searchTokens(text, trie),
    processTerm: (term) => term,
    searchOptions: {
      boost: { number: 5, title: 3 },
      // A misspelling changes one sign of a word; of short words that would be another word.
      fuzzy: (term) => (term.length > 4 && !term.includes(':') ? 0.25 : false),
      prefix: (term) => term.length > 2 && !term.includes(':'),
      boostTerm: (term) => searchTokenWeight(term),
      combineWith: 'AND',
    },
  });
  return {
    async add(found) {
      const opened = await openCase(found, holder);
      if (!opened) return false;
      documents.set(found.id, opened);
      if (index.has(found.id)) index.replace(opened);
      else index.add(opened);
      return true;
    },
    find(query, filter = {}) {
      const tokens = [...new Set(searchTokens(query, trie))];
      const number = query.trim().toLowerCase().replaceAll('-', '');
      if (number === '') return [];
      const matches = (one: { id: string }) => {
        const document = documents.get(one.id)!;
        return (
          (!filter.stage || document.stage === filter.stage) &&
          (!filter.topic || document.topic === filter.topic)
        );
      };
      const filterResults = (result: { id: string }) => matches(result);
      const byNumber = index.search(number, {
        fields: ['number'],
        tokenize: (text) => [text],
        prefix: true,
        fuzzy: false,
        filter: filterResults,
      });
      const strict = index.search(query, { filter: filterResults });
      // Nothing has every word: then what has the thing under another name, then whatever has some of the words.
      const things = tokens.filter((token) => token.includes(':'));
      const named =
        strict.length === 0 && things.length > 0
          ? index.search(things.join(' '), {
              tokenize: (text) => text.split(' '),
              combineWith: 'OR',
              filter: filterResults,
            })
          : [];
      const byWords =
        strict.length > 0 ? strict : index.search(query, { combineWith: 'OR', filter: filterResults });
      const ids = new Set([...byNumber, ...named, ...byWords].map((result) => String(result.id)));
      return [...ids].slice(0, mostResults).map((id) => {
        const { text, ...shown } = documents.get(id)!;
        return { ...shown, snippet: snippetOf(text, tokens) };
      });
    },
    size: () => documents.size,
  };
}

async function openCase(found: SearchCase, holder: KeyHolder): Promise<Indexed | undefined> {
  const { id, number, unitCode, topic, stage, receivedOn } = found;
  try {
    const keys = await openCaseKeys(id, found.grants, holder);
    const texts: string[] = [];
    for (const message of found.messages) texts.push(await textOfMessage(message, keys));
    const title = newestKey(keys, 'dialogue')?.title ?? '';
    const text = texts.join('\n').slice(0, longestText);
    return { id, number, unitCode, topic, stage, receivedOn, title, text };
  } catch {
    return undefined;
  }
}

const signatureBytes = 64;

/** For finding, not for believing: the case page checks signatures and chain when the case is opened. */
async function textOfMessage(message: SearchCase['messages'][number], keys: CaseKeys): Promise<string> {
  const key = keys.get(keyName(message.kind, message.keyVersion));
  if (!key) return '';
  try {
    const payload = await unseal(fromBase64Url(message.sealed), key.identity);
    const { body } = JSON.parse(textOf(payload.subarray(signatureBytes))) as {
      body: Story | Said | NoteBody;
    };
    return wordsOf(body);
  } catch {
    return '';
  }
}

function wordsOf(body: Story | Said | NoteBody): string {
  if (body.type !== 'report') return body.text;
  const { happened, about, place, when, source, damage, wish, name, contact } = body;
  return [happened, about, place, when, source, damage, wish, name, contact].filter(Boolean).join('\n');
}

function snippetOf(text: string, tokens: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ');
  const lower = flat.toLowerCase();
  const at = tokens.map((token) => lower.indexOf(token)).filter((place) => place >= 0);
  const start = beginningNear(flat, Math.min(...(at.length > 0 ? at : [0])) - 40);
  const end = start + snippetLength;
  const piece = flat.slice(start, end).toWellFormed();
  return `${start > 0 ? '…' : ''}${piece}${end < flat.length ? '…' : ''}`;
}

/** A place to begin at: after the next space when one is near, else before a whole Thai cluster. */
function beginningNear(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const space = text.indexOf(' ', wanted);
  if (space >= 0 && space < wanted + 30) return space + 1;
  let start = wanted;
  while (start < text.length && /[\u0e30-\u0e3a\u0e45-\u0e4e]/.test(text.charAt(start))) start += 1;
  return start;
}
