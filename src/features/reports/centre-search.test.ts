/** People find their centre by the name they use. */
import { describe, expect, it } from 'vitest';
import { units } from '#features/network/units.seed.ts';
import { centresMatching } from './centre-search.ts';

const centres = units.map(({ code, nameTh, nameEn, shortTh }) => ({
  code,
  th: nameTh,
  en: nameEn,
  short: shortTh ?? null,
}));
const first = (query: string) => centresMatching(query, centres)[0]?.code;

describe('finding a centre', () => {
  it.each([
    ['เชียงใหม่', 'TH-50'],
    ['จังหวัดเชียงใหม่', 'TH-50'],
    ['จ.เชียงใหม่ อ.แม่ริม', 'TH-50'],
    ['chiang mai', 'TH-50'],
    ['Chiangmai', 'TH-50'],
    ['chiang mia', 'TH-50'],
    ['โคราช', 'TH-30'],
    ['korat', 'TH-30'],
    ['กทม.', 'TH-10'],
    ['กทม', 'TH-10'],
    ['แปดริ้ว', 'TH-24'],
    ['DOL', 'DOL'],
    ['กฟภ', 'PEA'],
    ['ที่ดิน', 'DOL'],
    ['electricity', 'MEA'],
    ['เเพร่', 'TH-54'],
  ])('%s is %s', (query, code) => {
    expect(first(query)).toBe(code);
  });

  it('finds nothing for what is no centre', () => {
    expect(centresMatching('ฮอกไกโด', centres)).toEqual([]);
    expect(centresMatching('🙂', centres)).toHaveLength(centres.length);
  });
});
