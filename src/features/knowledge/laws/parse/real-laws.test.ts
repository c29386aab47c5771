// The parser against the real statutes: facts known from the Royal Gazette, and a second, simpler reading of each file.
import { describe, expect, it } from 'vitest';
import { fromThaiDigits } from '#platform/text/thai-digits.ts';
import { parseLaw } from './parse-law.ts';
import { haveRealLaws, readRealLaws, realLawsFolder } from './real-laws.ts';

/** File → how many sections, and the last one. */
const FACTS: Readonly<Record<string, readonly [number, string]>> = {
  'anti-money-laundering-act-2542.txt': [99, '66'],
  'bangkok-administration-act-2528.txt': [133, '132'],
  'budget-procedures-act-2561.txt': [61, '61'],
  'corruption-court-establishment-act-2559.txt': [22, '22'],
  'corruption-court-procedure-act-2559.txt': [53, '53'],
  'criminal-code.txt': [444, '398'],
  'digital-government-act-2562.txt': [20, '20'],
  'electronic-transactions-act-2544.txt': [59, '46'],
  'metropolitan-electricity-authority-act-2501.txt': [56, '54'],
  'nacc-organic-act-2561.txt': [200, '200'],
  'official-information-act-2540.txt': [43, '43'],
  'pacc-executive-measures-act-2551.txt': [78, '67'],
  'provincial-administration-organisation-act-2540.txt': [101, '89'],
  'provincial-electricity-authority-act-2503.txt': [56, '53'],
  'provincial-waterworks-authority-act-2522.txt': [55, '55'],
  'public-procurement-act-2560.txt': [132, '132'],
  'state-administration-act-2534.txt': [108, '75'],
  'state-enterprise-standard-qualifications-act-2518.txt': [21, '16'],
  'state-organisation-officials-offences-act-2502.txt': [11, '11'],
  'witness-protection-act-2546.txt': [23, '23'],
};

describe.skipIf(!haveRealLaws)(
  `the real statutes (${haveRealLaws ? 'found' : `SKIPPED: not in ${realLawsFolder}`})`,
  () => {
    const laws = haveRealLaws
      ? readRealLaws().map(({ file, text }) => ({ file, text, law: parseLaw(text) }))
      : [];

    it.each(Object.entries(FACTS))('%s has %j sections', (file, [count, last]) => {
      const found = laws.find((each) => each.file === file)!.law;
      expect([found.sections.length, found.sections.at(-1)!.number]).toEqual([count, last]);
      expect(found.doubts).toEqual([]);
    });

    it('finds what a second, simpler reading finds: blocks that begin with the word and a number', () => {
      for (const { file, text, law } of laws) {
        expect([file, law.sections.map(({ number }) => number)]).toEqual([
          file,
          simpleReading(text, law.kind === 'code'),
        ]);
      }
      expect(laws.length).toBeGreaterThanOrEqual(20);
    });

    it('misses no whole number and takes none twice', () => {
      for (const { file, law } of laws) {
        const whole = law.sections.map(({ number }) => number).filter((number) => /^\d+$/.test(number));
        expect([file, whole]).toEqual([file, whole.map((_, index) => String(index + 1))]);
      }
    });

    it('reads year, name and headings of each', () => {
      for (const { file, law } of laws) {
        expect([file, /พระราชบัญญัติ|ประมวลกฎหมาย/.test(law.title)]).toEqual([file, true]);
        const year = /\d{4}/.exec(file);
        if (year) expect([file, law.yearBE]).toEqual([file, Number(year[0])]);
        for (const { title } of law.headings) expect(title.length).toBeGreaterThan(2);
      }
      expect(laws.find(({ file }) => file === 'criminal-code.txt')!.law.headings).toHaveLength(59);
    });

    it('keeps the texts of amending acts apart', () => {
      const amended = laws.find(({ file }) => file.startsWith('state-enterprise'))!.law;
      expect(
        amended.trailing.filter(({ kind }) => kind === 'amending').flatMap(({ sections }) => sections),
      ).toContain('22');
      expect(amended.sections.map(({ number }) => number)).not.toContain('22');
    });
  },
);

/** Another way to the same answer: cut at the first signature, split at blank lines. */
function simpleReading(source: string, isCode: boolean): string[] {
  const text = fromThaiDigits(source);
  const from = isCode ? text.lastIndexOf('\nประมวลกฎหมายอาญา\n') : 0;
  const end = (isCode ? /\nพระราชบัญญัติแก้ไขเพิ่มเติม/ : /\nผู้รับสนอง/).exec(text.slice(from));
  return text
    .slice(from, end ? from + end.index : undefined)
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const match = /^\s*มาตรา\s*(\d+(?:\/\d+)?)(?:\s*(ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ)(?![ก-๎]))?/.exec(block);
      return match ? [match[2] ? `${match[1]} ${match[2]}` : match[1]!] : [];
    });
}
