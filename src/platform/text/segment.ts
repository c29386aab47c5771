// Cuts a text into words. Thai is written without spaces, and the browser's and Node's own word breakers give the
// same word different pieces in different contexts, so an index built on them misses documents. Here: maximal
// matching over a dictionary (fewest unknown characters, then fewest words), never inside a cluster, in linear time.
//
// A stretch is settled as soon as no dictionary word reaches over the point where the scan stands. So the working
// memory is that of one stretch, and what lies beyond such a point can never change how a word was cut.
import {
  canCutBefore,
  isConsonant,
  isThaiDigit,
  isThaiLetter,
  MAIYAMOK,
  PAIYANNOI,
} from './thai-characters.ts';
import { follow, ROOT, WEAK, type WordTrie } from './word-trie.ts';

/** `unknown` is Thai that no dictionary word explains; `sign` is punctuation, ๆ, ฯ or any other character. */
export type TokenKind = 'word' | 'abbreviation' | 'unknown' | 'latin' | 'number' | 'space' | 'sign';

export type Token = {
  readonly text: string;
  /** UTF-16 indices in the text given. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
};

type Emit = (start: number, end: number, kind: TokenKind) => void;

/** All pieces of the text in order; joined they are the text again. */
export function segment(text: string, trie: WordTrie): string[] {
  const pieces: string[] = [];
  scan(text, trie, (start, end) => pieces.push(text.slice(start, end)));
  return pieces;
}

/** As {@link segment}, with place and kind. The text should be normalised first (`normalise.ts`). */
export function tokens(text: string, trie: WordTrie): Token[] {
  const found: Token[] = [];
  scan(text, trie, (start, end, kind) => found.push({ text: text.slice(start, end), start, end, kind }));
  return found;
}

const UNKNOWN = 2 ** 20; // a character; more than all words of any stretch together
const DOT = 0x2e;

function scan(text: string, trie: WordTrie, out: Emit): void {
  const emit = joining(out);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isThaiLetter(code)) at = cutThai(text, at, trie, emit);
    else at = cutOther(text, at, code, emit);
  }
  emit.flush();
}

/** Joins neighbouring unknown clusters, and neighbouring abbreviations (ศปท. + มท.), into one piece each. */
function joining(out: Emit): Emit & { flush: () => void } {
  let start = 0;
  let end = 0;
  let kind: TokenKind | undefined;
  const flush = () => {
    if (kind !== undefined) out(start, end, kind);
    kind = undefined;
  };
  const emit = (from: number, to: number, next: TokenKind) => {
    if (kind === next && (next === 'unknown' || next === 'abbreviation')) {
      end = to;
      return;
    }
    flush();
    if (next === 'unknown' || next === 'abbreviation') {
      start = from;
      end = to;
      kind = next;
    } else out(from, to, next);
  };
  return Object.assign(emit, { flush });
}

/** Cuts everything that is not Thai; returns where it stopped. */
function cutOther(text: string, at: number, code: number, emit: Emit): number {
  let end = at + 1;
  if (isSpace(code)) {
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    emit(at, end, 'space');
  } else if (isDigit(code)) {
    end = numberEnd(text, at);
    emit(at, end, 'number');
  } else if (isLatin(code)) {
    while (end < text.length && continuesLatin(text, end)) end++;
    emit(at, end, 'latin');
  } else {
    end = signEnd(text, at);
    emit(at, end, 'sign');
  }
  return end;
}

/** One character, with what belongs to it: its low surrogate, a variation selector, or what a joiner adds (👨‍👩‍👧). */
function signEnd(text: string, at: number): number {
  let end = at + (isSurrogatePair(text, at) ? 2 : 1);
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0xfe0f) continue;
    if (code !== 0x200d || !isSurrogatePair(text, end + 1)) break;
    end += 2;
  }
  return end;
}

function isSurrogatePair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

/** 2569, 4.0, 1,000.50, 123/1, 11:14 stay whole; a sign that no digit follows is left out. */
function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isDigit(code)) continue;
    const joins = code === DOT || code === 0x2c || code === 0x2f || code === 0x3a;
    if (!joins || !isDigit(text.charCodeAt(end + 1))) break;
  }
  return end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || isThaiDigit(code);
}

function isLatin(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x300 && code <= 0x36f)
  );
}

function continuesLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLatin(code) || (code >= 0x30 && code <= 0x39)) return true;
  return (code === 0x27 || code === 0x2019) && isLatin(text.charCodeAt(at + 1));
}

/** Cuts one run of Thai letters and the dots inside or right after it; returns where it stopped. */
function cutThai(text: string, from: number, trie: WordTrie, emit: Emit): number {
  let end = from + 1;
  while (end < text.length && (isThaiLetter(text.charCodeAt(end)) || text.charCodeAt(end) === DOT)) end++;
  const start = abbreviationEnd(text, from, end, trie);
  if (start > from) emit(from, start, 'abbreviation');
  cutRun(text, start, end, trie, emit);
  return end;
}

/**
 * Where an abbreviation that opens a run ends, known or not: groups of one to four consonants, each with a dot
 * (พ.ร.บ. ศปท.มท.). A single group that is a word (ผล.) is a word and a full stop.
 */
function abbreviationEnd(text: string, from: number, end: number, trie: WordTrie): number {
  let stop = from;
  for (let groups = 0; ; groups++) {
    let at = stop;
    while (at < end && at - stop < 4 && isConsonant(text.charCodeAt(at))) at++;
    if (at === stop || text.charCodeAt(at) !== DOT || at >= end) return stop;
    if (groups === 0 && at - stop > 1 && isPlainWord(text, stop, at, trie)) return from;
    stop = at + 1;
  }
}

/** A word of the dictionary that is not also a known abbreviation when the dot is added. */
function isPlainWord(text: string, start: number, end: number, trie: WordTrie): boolean {
  let node: number = ROOT;
  for (let at = start; at < end; at++) {
    node = follow(trie, node, text.charCodeAt(at));
    if (node < 0) return false;
  }
  const dotted = follow(trie, node, DOT);
  if (dotted >= 0 && trie.costs[dotted] !== 0) return false;
  return trie.costs[node] !== 0 && trie.costs[node] !== WEAK;
}

// One set of arrays for all calls: cutting is synchronous, and a stretch is short. They grow and are kept.
let cost = new Float64Array(1024);
let cameFrom = new Int32Array(1024);
let isWord = new Uint8Array(1024);
let path = new Int32Array(1024);

function cutRun(text: string, start: number, end: number, trie: WordTrie, emit: Emit): void {
  let base = start;
  let reach = start;
  let filled = 0;
  cost[0] = 0;
  const offer = (to: number, price: number, from: number, known: 0 | 1) => {
    const index = to - base;
    if (index >= cost.length) grow(index);
    while (filled < index) cost[++filled] = Number.POSITIVE_INFINITY;
    if (to > reach) reach = to;
    if (price >= cost[index]!) return;
    cost[index] = price;
    cameFrom[index] = from - base;
    isWord[index] = known;
  };
  for (let at = start; at < end; at++) {
    if (at === reach && at > base) {
      settle(text, base, at, emit);
      base = at;
      filled = 0;
      cost[0] = 0;
    }
    const here = cost[at - base]!;
    if (here === Number.POSITIVE_INFINITY) continue;
    for (let node: number = ROOT, to = at; to < end; ) {
      node = follow(trie, node, text.charCodeAt(to++));
      if (node < 0) break;
      const price = trie.costs[node]!;
      if (price !== 0 && canCutBefore(text, to)) offer(to, here + price, at, 1);
    }
    const next = clusterEnd(text, at, end);
    const free = isSign(text.charCodeAt(at));
    offer(next, here + 1 + (free ? 0 : UNKNOWN * (next - at)), at, 0);
  }
  if (end > base) settle(text, base, end, emit);
  if (cost.length > LARGEST_KEPT) shrink();
}

/** Reads the cheapest way through a stretch backwards and emits it forwards. */
function settle(text: string, base: number, end: number, emit: Emit): void {
  let count = 0;
  for (let index = end - base; index > 0; index = cameFrom[index]!) path[count++] = index;
  let from = base;
  while (count > 0) {
    const index = path[--count]!;
    const to = base + index;
    emit(from, to, kindOf(text, from, to, isWord[index] === 1));
    from = to;
  }
}

function kindOf(text: string, from: number, to: number, known: boolean): TokenKind {
  if (known) return text.charCodeAt(to - 1) === DOT ? 'abbreviation' : 'word';
  return to - from === 1 && isSign(text.charCodeAt(from)) ? 'sign' : 'unknown';
}

function isSign(code: number): boolean {
  return code === DOT || code === MAIYAMOK || code === PAIYANNOI;
}

function clusterEnd(text: string, at: number, end: number): number {
  let next = at + 1;
  while (next < end && !canCutBefore(text, next)) next++;
  return next;
}

const LARGEST_KEPT = 2 ** 17;

/** After a hostile megabyte the working memory is given back. */
function shrink(): void {
  cost = cost.slice(0, 1024);
  cameFrom = cameFrom.slice(0, 1024);
  isWord = isWord.slice(0, 1024);
  path = path.slice(0, 1024);
}

function grow(index: number): void {
  const size = 2 ** Math.ceil(Math.log2(index + 1024));
  cost = enlarged(cost, new Float64Array(size));
  cameFrom = enlarged(cameFrom, new Int32Array(size));
  isWord = enlarged(isWord, new Uint8Array(size));
  path = enlarged(path, new Int32Array(size));
}

function enlarged<T extends Float64Array | Int32Array | Uint8Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
