// Reads the ranges of punishment out of a section's text (จำคุกตั้งแต่ห้าปีถึงยี่สิบปี … ปรับไม่เกินหนึ่งแสนบาท), so that facts that
// people enter can be checked against the law by machine. It reads numbers; it does not understand who is punished.
import { readNumberWords } from './number-words.ts';

/** One "ระวางโทษ" of a section. Months of prison, baht of fine; what the text does not say is left out. */
export type ReadPenalty = {
  readonly minMonths?: number;
  readonly maxMonths?: number;
  readonly life?: true;
  readonly death?: true;
  readonly minFine?: number;
  readonly maxFine?: number;
  readonly join?: 'and' | 'or-both' | 'only';
};

const NUMBER = '([ก-์]+?)';
const TERM = new RegExp(`จำคุก(?:ตั้งแต่${NUMBER}(ปี|เดือน)ถึง${NUMBER}(ปี|เดือน)|ไม่เกิน${NUMBER}(ปี|เดือน))`);
const FINE = new RegExp(`ปรับ(?:ตั้งแต่${NUMBER}บาทถึง${NUMBER}บาท|ไม่เกิน${NUMBER}บาท)`);

/** The penalties in the order of the text; those that only refer elsewhere or multiply another are left out. */
export function readPenalties(section: string): ReadPenalty[] {
  return section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\s+/g, '')
    .split('ระวางโทษ')
    .slice(1)
    .map(readOne)
    .filter((penalty) => penalty.maxMonths !== undefined || penalty.maxFine !== undefined);
}

function readOne(text: string): ReadPenalty {
  const term = TERM.exec(text);
  const fine = FINE.exec(text);
  const minMonths = monthsOf(term?.[1], term?.[2]);
  const maxMonths = monthsOf(term?.[3] ?? term?.[5], term?.[4] ?? term?.[6]);
  const minFine = fine?.[1] === undefined ? undefined : readNumberWords(fine[1]);
  const maxFine = fine ? readNumberWords(fine[2] ?? fine[3] ?? '') : undefined;
  const both = text.includes('ทั้งจำทั้งปรับ');
  return {
    ...(minMonths === undefined ? {} : { minMonths }),
    ...(maxMonths === undefined ? {} : { maxMonths }),
    ...(text.includes('จำคุกตลอดชีวิต') ? { life: true as const } : {}),
    ...(text.includes('ประหารชีวิต') ? { death: true as const } : {}),
    ...(minFine === undefined ? {} : { minFine }),
    ...(maxFine === undefined ? {} : { maxFine }),
    ...(maxFine === undefined
      ? {}
      : {
          join: maxMonths === undefined ? ('only' as const) : both ? ('or-both' as const) : ('and' as const),
        }),
  };
}

function monthsOf(words: string | undefined, unit: string | undefined): number | undefined {
  const count = words === undefined ? undefined : readNumberWords(words);
  return count === undefined ? undefined : count * (unit === 'ปี' ? 12 : 1);
}
