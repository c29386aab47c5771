/** Finds a centre by what people call it: Thai or English, whole or in part, by abbreviation or old name. Browser and server alike. */
import type { PublicCentre } from './addressing.ts';
import { namesInUse } from './data/names-in-use.ts';

type Named = Pick<PublicCentre, 'code' | 'th' | 'en' | 'short'>;

/** The centres that match, the best first; all words of the query must fit, a slip of the finger may not. */
export function centresMatching<C extends Named>(query: string, centres: readonly C[]): C[] {
  const wanted = plain(query);
  if (wanted === '') return [...centres];
  const scored = centres.map((centre) => ({ centre, score: scoreOf(wanted, centre) }));
  const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  if (found.length > 0) return found.map(({ centre }) => centre);
  return scored.flatMap(({ centre }) => (isNear(wanted, centre) ? [centre] : []));
}

const namesOf = ({ code, th, en, short }: Named): string[] =>
  [th, en, short ?? '', code, ...(namesInUse[code] ?? [])].map(plain).filter((name) => name !== '');

function scoreOf(wanted: string, centre: Named): number {
  let best = 0;
  for (const name of namesOf(centre)) {
    const score = name === wanted ? 4 : name.startsWith(wanted) ? 3 : name.includes(wanted) ? 2 : 0;
    // "จังหวัดเชียงใหม่ อำเภอแม่ริม": the name stands somewhere in what was typed.
    best = Math.max(best, score, name.length >= 4 && wanted.includes(name) ? 1 : 0);
  }
  return best;
}

/** Letters and digits only, lower case; without the words that stand before every name. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/จังหวัด|จ\.|ศูนย์ปฏิบัติการต่อต้านการทุจริต|ศปท\.?|province|changwat/g, '')
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replaceAll('\u0e40\u0e40', '\u0e41')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** One letter in four may be wrong, missing or too many. */
function isNear(wanted: string, centre: Named): boolean {
  const allowed = Math.floor(wanted.length / 4);
  return allowed > 0 && namesOf(centre).some((name) => distance(wanted, name, allowed) <= allowed);
}

function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
