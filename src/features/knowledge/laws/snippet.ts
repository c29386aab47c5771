// A piece of a section around what was looked for, cut where Thai may be cut, with the found words marked.
import { tokens } from '#platform/text/segment.ts';
import { canCutBefore } from '#platform/text/thai-characters.ts';
import type { WordTrie } from '#platform/text/word-trie.ts';

export type Piece = { readonly text: string; readonly isMark: boolean };

const LENGTH = 220;
const BEFORE = 60;
/** A mark this long stands for itself inside a longer word too. */
const LONG_MARK = 5;

/** `marks`: words as they stand in the text. Without any of them the snippet is the text's beginning. */
export function cutSnippet(text: string, marks: readonly string[], trie: WordTrie): Piece[] {
  const flat = text.replace(/\s*\n\s*/g, ' ');
  const words = [...new Set(marks.filter((mark) => mark.length > 1))].sort((a, b) => b.length - a.length);
  const pattern = words.length > 0 ? new RegExp(words.map(literally).join('|'), 'giu') : undefined;
  const start = densest(flat, pattern);
  const from = cutPoint(flat, Math.max(0, start - BEFORE), 1);
  const to = cutPoint(flat, Math.min(flat.length, from + LENGTH), -1);
  const pieces: Piece[] = from > 0 ? [{ text: '…', isMark: false }] : [];
  // Word by word, so that รับ is not marked inside สำหรับ.
  for (const { text: word } of tokens(flat.slice(from, to), trie)) {
    const isMark = words.some((mark) => word === mark || (mark.length >= LONG_MARK && word.includes(mark)));
    const last = pieces.at(-1);
    if (last && last.isMark === isMark && last.text !== '…') {
      pieces[pieces.length - 1] = { text: last.text + word, isMark };
    } else pieces.push({ text: word, isMark });
  }
  if (to < flat.length) pieces.push({ text: '…', isMark: false });
  return pieces;
}

/** Where the most found words stand close together. */
function densest(text: string, pattern: RegExp | undefined): number {
  const at = pattern ? [...text.matchAll(pattern)].map(({ index }) => index) : [];
  let best = at[0] ?? 0;
  let most = 0;
  for (const [first, start] of at.entries()) {
    const seen = new Set(at.slice(first).filter((each) => each < start + LENGTH - BEFORE));
    if (seen.size > most) {
      most = seen.size;
      best = start;
    }
  }
  return best;
}

/** The nearest place, in a direction, where a cut splits no cluster; a space if one is near. */
function cutPoint(text: string, near: number, step: 1 | -1): number {
  if (near <= 0 || near >= text.length) return near;
  const space = step === 1 ? text.indexOf(' ', near) : text.lastIndexOf(' ', near);
  if (space > 0 && Math.abs(space - near) < 25) return step === 1 ? space + 1 : space;
  let at = near;
  while (at > 0 && at < text.length && !canCutBefore(text, at)) at += step;
  return at;
}

function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
