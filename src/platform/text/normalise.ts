// One spelling for what looks the same: Thai text arrives with invisible characters, marks in any order,
// ํ+า for ำ, เเ for แ, Thai digits. Unicode NFC and NFKC mend almost none of this. Tone marks are never stripped:
// ข่าว, ข้าว and ขาว are three words.
import { isMark, isThaiDigit, isTone, LAKKHANGYAO, NIKHAHIT, SARA_AA, SARA_AM } from './thai-characters.ts';

export type Normalised = {
  readonly text: string;
  /**
   * For each UTF-16 unit of `text` the index in the source where it comes from, and one more entry for the end.
   * Never decreasing; inside a cluster whose marks were reordered the units share the cluster's own indices.
   */
  readonly offsets: Uint32Array;
};

/** The normalised text alone. Idempotent; returns the same string when nothing has to change. */
export function normalise(source: string): string {
  return SUSPECT.test(source) ? normaliseWithOffsets(source).text : source;
}

/** The normalised text with the way back to the source, for highlighting. Linear in the source's length. */
export function normaliseWithOffsets(source: string): Normalised {
  const units = new Uint16Array(source.length);
  const offsets = new Uint32Array(source.length + 1);
  const kept = keepVisible(source, units, offsets);
  const length = settleClusters(units, offsets, kept);
  offsets[length] = source.length;
  return { text: decode(units.subarray(0, length)), offsets: offsets.slice(0, length + 1) };
}

/** The range of the source that a range of the normalised text stands for. */
export function sourceRange(normalised: Normalised, start: number, end: number): [number, number] {
  return [normalised.offsets[start] ?? 0, normalised.offsets[end] ?? normalised.offsets.at(-1) ?? 0];
}

/** Anything that might need mending; a text without it is returned as it came. */
const SUSPECT =
  /[\u00a0\u00ad\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff๐-๙ๅํ]|เเ|[\u0e31\u0e34-\u0e3a\u0e47]{2}|[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a\u0e47-\u0e4b]|[\u0e4c\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|ำ[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/;

const SARA_E = 0x0e40;
const SARA_AE = 0x0e41;

/** First pass: drop the invisible, map single characters, join เเ. Returns how many units were kept. */
function keepVisible(source: string, units: Uint16Array, offsets: Uint32Array): number {
  let kept = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (isInvisible(code)) continue;
    const previous = kept > 0 ? units[kept - 1] : 0;
    if (code === SARA_E && previous === SARA_E) {
      units[kept - 1] = SARA_AE;
      continue;
    }
    units[kept] = settleUnit(code, previous ?? 0);
    offsets[kept++] = at;
  }
  return kept;
}

function settleUnit(code: number, previous: number): number {
  if (isWideSpace(code)) return 0x20;
  if (isThaiDigit(code)) return code - 0x0e50 + 0x30;
  // ๅ belongs after ฤ and ฦ only; elsewhere it is a mistyped า.
  if (code === LAKKHANGYAO && previous !== 0x0e24 && previous !== 0x0e26) return SARA_AA;
  return code;
}

function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    code === 0x180e ||
    code === 0xfeff ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Second pass, in place: each run of marks is ordered, doubled ones dropped, ํ+า and ำ+tone settled. */
function settleClusters(units: Uint16Array, offsets: Uint32Array, kept: number): number {
  let out = 0;
  let at = 0;
  while (at < kept) {
    const code = units[at]!;
    if (!isMark(code) && code !== SARA_AM) {
      units[out] = code;
      offsets[out++] = offsets[at++]!;
      continue;
    }
    const start = at;
    while (at < kept && isMark(units[at]!)) at++;
    const marks = orderedMarks(units.subarray(start, at));
    const next = at < kept ? units[at] : 0;
    const becomesAm = next === SARA_AM || (next === SARA_AA && marks.includes(NIKHAHIT));
    const stray: number[] = [];
    if (becomesAm) at = absorbAfterAm(units, at, kept, marks, stray);
    const settled = becomesAm ? [...withAm(marks), ...orderedMarks(stray)] : marks;
    for (const [index, unit] of settled.entries()) {
      // The source offsets of a run are never later than their place in it, so this never overtakes `at`.
      const from = offsets[start + Math.min(index, at - start - 1)]!;
      units[out] = unit;
      offsets[out++] = from;
    }
  }
  return out;
}

/** Takes ำ, further ำ, and the marks after it: tones (นำ้) go before it, others stay behind. Returns where it ends. */
function absorbAfterAm(
  units: Uint16Array,
  from: number,
  kept: number,
  marks: number[],
  stray: number[],
): number {
  let at = from + 1;
  for (; at < kept && (units[at] === SARA_AM || isMark(units[at]!)); at++) {
    const unit = units[at]!;
    if (isTone(unit)) marks.push(unit);
    else if (unit !== SARA_AM && unit !== NIKHAHIT) stray.push(unit);
  }
  return at;
}

function withAm(marks: readonly number[]): number[] {
  return [...orderedMarks(marks.filter((mark) => mark !== NIKHAHIT)), SARA_AM];
}

/** Vowels and ็ first, then ์-like signs after the tone, as Thai is typed and stored; each mark once. */
function orderedMarks(run: Uint16Array | readonly number[]): number[] {
  if (run.length === 1) return [run[0]!];
  return [...new Set(run)].sort((a, b) => markClass(a) - markClass(b) || a - b);
}

function markClass(code: number): number {
  if (isTone(code)) return 2;
  if (code === 0x0e4c || code === 0x0e4e) return 3;
  return code >= 0x0e38 && code <= 0x0e3a ? 0 : 1;
}

function decode(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return pieces.join('');
}
