// The gold set of law search: what people type, and the sections that answer it. Facts only: numbers, no text of laws.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type GoldQuery = {
  readonly query: string;
  readonly kind: 'citation' | 'thai' | 'colloquial' | 'english' | 'misspelt' | 'keyboard';
  /** `code:number`; any of them is a good first hit. */
  readonly expect: readonly string[];
};

export type GoldResult = { readonly recall: number; readonly firstHit: boolean };

export const goldQueries: readonly GoldQuery[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../tests/gold/law-search.json'), 'utf8'),
);

/** How well one answer does: the share of the expected sections among the first ten, and whether the first is one. */
export function judgeAnswer({ expect }: GoldQuery, found: readonly string[]): GoldResult {
  const ten = new Set(found.slice(0, 10));
  const hits = expect.filter((section) => ten.has(section)).length;
  return { recall: hits / Math.min(10, expect.length), firstHit: expect.includes(found[0] ?? '') };
}
