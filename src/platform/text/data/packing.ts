// The word list as one string small enough for a browser: sorted, each word as "how many letters it shares with
// the one before" and its own ending, Thai letters moved into ASCII so that a letter is one byte, not three.

const SHIFT = 0x0e01 - 0x23; // ก becomes '#', ๛ '}'; every letter is one byte of UTF-8
const FIRST_SHARED = 0xc0;

/** Packs sorted, distinct Thai words. A shared-length sign (U+00C0 + n) starts each word. */
export function packWords(sorted: readonly string[]): string {
  let packed = '';
  let previous = '';
  for (const word of sorted) {
    let shared = 0;
    while (shared < previous.length && shared < 30 && previous[shared] === word[shared]) shared++;
    packed += String.fromCharCode(FIRST_SHARED + shared) + shiftDown(word.slice(shared));
    previous = word;
  }
  return packed;
}

/** The words that {@link packWords} packed, in order. */
export function unpackWords(packed: string): string[] {
  const words: string[] = [];
  let previous = '';
  for (let at = 0; at < packed.length; ) {
    const shared = packed.charCodeAt(at++) - FIRST_SHARED;
    let word = previous.slice(0, shared);
    for (; at < packed.length && packed.charCodeAt(at) < FIRST_SHARED; at++)
      word += shiftUp(packed.charCodeAt(at));
    words.push(word);
    previous = word;
  }
  return words;
}

function shiftDown(text: string): string {
  let out = '';
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (code < 0x0e01 || code > 0x0e5b) throw new RangeError(`only Thai letters can be packed: ${text}`);
    out += String.fromCharCode(code - SHIFT);
  }
  return out;
}

function shiftUp(code: number): string {
  return String.fromCharCode(code + SHIFT);
}
