/** The words of receipts, loaded one language at a time, so that a page carries only the list it shows. */

export type ReceiptLanguage = 'th' | 'en';

export interface WordList {
  readonly language: ReceiptLanguage;
  /** 2,048 words; the place of a word is its value. */
  readonly words: readonly string[];
}

/** Loads one list by dynamic import (36 kB of Thai, 13 kB of English before compression). */
export async function loadWordList(language: ReceiptLanguage): Promise<WordList> {
  const { words } = language === 'th' ? await import('./words.th.ts') : await import('./words.en.ts');
  return { language, words };
}

/**
 * What of a typed word is compared. English: lower case. Thai: without tone marks, thanthakhat and maitaikhu
 * (the list has no two words that differ by these only), with SARA AM in one piece however it was typed,
 * and with two SARA E read as SARA AE. The order in which marks were typed thereby stops to matter.
 */
export function skeletonOf(word: string, language: ReceiptLanguage): string {
  const plain = word.normalize('NFKC');
  if (language === 'en') return plain.toLowerCase();
  return plain
    .replace(/[\u0e47-\u0e4c\u0e4e]/g, '')
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replaceAll('\u0e40\u0e40', '\u0e41');
}

const indexes = new WeakMap<WordList, ReadonlyMap<string, number>>();

/** Skeleton → value, built once per list. */
export function indexOf(list: WordList): ReadonlyMap<string, number> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.words.map((word, value) => [skeletonOf(word, list.language), value]));
    indexes.set(list, index);
  }
  return index;
}

/** The one way to read text without spaces as words of the list, or undefined. Sound because no skeleton begins another. */
export function splitJoined(text: string, list: WordList): number[] | undefined {
  const index = indexOf(list);
  const rest = skeletonOf(text, list.language);
  const values: number[] = [];
  let from = 0;
  for (let to = 1; to <= rest.length; to += 1) {
    const value = index.get(rest.slice(from, to));
    if (value === undefined) continue;
    values.push(value);
    from = to;
  }
  return from === rest.length ? values : undefined;
}

/** Up to three words that look like what was typed, the nearest first; none when nothing is near. */
export function nearestWords(typed: string, list: WordList): string[] {
  const wanted = skeletonOf(typed, list.language);
  const bound = Math.max(1, Math.floor(wanted.length / 2));
  return list.words
    .map((word) => ({ word, distance: distanceOf(wanted, skeletonOf(word, list.language)) }))
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Edits between two words: insert, delete, replace, swap neighbours (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
