// Where a heading may break. Browsers break Thai inside words (เป็นก|ระ|ทรวง), so the server hands the page words:
// each becomes <span class="w"> (white-space: nowrap) followed by <wbr>. For headings and cards, not for bodies.
import { tokens } from './segment.ts';
import { splitCompound } from './word-parts.ts';
import type { WordTrie } from './word-trie.ts';

/** Longer words may break between their parts, or they would run over the edge of a phone. */
const LONGEST_UNBROKEN = 16;
const OPENING = /^[([{“‘«"']$/;
const KEPT = 2000;

const kept = new WeakMap<WordTrie, Map<string, readonly string[]>>();

/**
 * The pieces of a heading in order; joined they are the heading. A piece of white space is a place to break by
 * itself; between two other pieces a break is allowed; inside a piece never. Remembers recent headings, so a page
 * may call it on every render.
 */
export function breakHeading(text: string, trie: WordTrie): readonly string[] {
  const cache = kept.get(trie) ?? new Map<string, readonly string[]>();
  kept.set(trie, cache);
  const known = cache.get(text);
  if (known) return known;
  if (cache.size >= KEPT) cache.clear();
  const pieces = pieceTogether(text, trie);
  cache.set(text, pieces);
  return pieces;
}

function pieceTogether(text: string, trie: WordTrie): string[] {
  const pieces: string[] = [];
  let gluesNext = false;
  for (const token of tokens(text, trie)) {
    const isSpace = token.kind === 'space';
    const previous = pieces.at(-1);
    const canGlue = previous !== undefined && previous.trim() !== '' && !isSpace;
    const opens = OPENING.test(token.text);
    const closes = (token.kind === 'sign' && !opens) || (token.kind === 'unknown' && token.text.length <= 2);
    if (canGlue && (gluesNext || closes)) pieces[pieces.length - 1] += token.text;
    else if (token.kind === 'word' && token.text.length > LONGEST_UNBROKEN) {
      pieces.push(...splitCompound(token.text, trie));
    } else pieces.push(token.text);
    gluesNext = !isSpace && (opens || /[-/–—]$/.test(token.text));
  }
  return pieces;
}
