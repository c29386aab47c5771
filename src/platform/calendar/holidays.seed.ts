// Public holidays of Thai government offices, BE 2569 and 2570, as facts to load into the holiday table, where an
// administrator confirms, corrects and adds. Fixed dates are confirmed. Lunar days, substitutes for a weekend and
// days the Cabinet adds are unconfirmed until someone enters the announcement. The Royal Ploughing Ceremony has no
// row: its date is announced each year and was not known when this was written.
import { asCivilDate, type CivilDate, dateOf } from './civil-date.ts';

export type HolidayStatus = 'confirmed' | 'unconfirmed';

export type Holiday = {
  readonly date: CivilDate;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly status: HolidayStatus;
  /** Why the day is a holiday. */
  readonly basis: string;
  /** Where the fact was taken from. */
  readonly source: string;
};

const FIXED_BASIS = 'ประกาศสำนักนายกรัฐมนตรี เรื่อง กำหนดเวลาทำงานและวันหยุดราชการ และที่แก้ไขเพิ่มเติม';
const LUNAR_BASIS = 'วันหยุดราชการตามปฏิทินจันทรคติ';
const SUBSTITUTE_BASIS = 'วันหยุดชดเชยเมื่อวันหยุดราชการตรงกับวันเสาร์หรือวันอาทิตย์';
const GENERAL = 'general knowledge of the yearly list; check against the Cabinet resolution of the year';

/** Month, day, Thai name, English name. */
const fixed = [
  [1, 1, 'วันขึ้นปีใหม่', "New Year's Day"],
  [4, 6, 'วันจักรี', 'Chakri Memorial Day'],
  [4, 13, 'วันสงกรานต์', 'Songkran Festival'],
  [4, 14, 'วันสงกรานต์', 'Songkran Festival'],
  [4, 15, 'วันสงกรานต์', 'Songkran Festival'],
  [5, 4, 'วันฉัตรมงคล', 'Coronation Day'],
  [6, 3, 'วันเฉลิมพระชนมพรรษาสมเด็จพระบรมราชินี', "Queen's Birthday"],
  [7, 28, 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', "King's Birthday"],
  [10, 13, 'วันนวมินทรมหาราช', 'Navamindra Maharaj Day'],
  [10, 23, 'วันปิยมหาราช', 'Chulalongkorn Memorial Day'],
  [12, 5, 'วันชาติ และวันพ่อแห่งชาติ', "National Day and Father's Day"],
  [12, 10, 'วันรัฐธรรมนูญ', 'Constitution Day'],
  [12, 31, 'วันสิ้นปี', "New Year's Eve"],
] as const;

/** Dates that someone still has to confirm. */
const uncertain = [
  ['2026-03-03', 'วันมาฆบูชา', 'Makha Bucha Day', LUNAR_BASIS],
  ['2026-05-31', 'วันวิสาขบูชา', 'Visakha Bucha Day', LUNAR_BASIS],
  ['2026-06-01', 'ชดเชยวันวิสาขบูชา', 'Substitute for Visakha Bucha Day', SUBSTITUTE_BASIS],
  ['2026-07-29', 'วันอาสาฬหบูชา', 'Asalha Bucha Day', LUNAR_BASIS],
  ['2026-07-30', 'วันเข้าพรรษา', 'Buddhist Lent Day', LUNAR_BASIS],
  ['2026-08-12', 'วันแม่แห่งชาติ', "National Mother's Day", FIXED_BASIS],
  ['2026-12-07', 'ชดเชยวันชาติ และวันพ่อแห่งชาติ', 'Substitute for National Day', SUBSTITUTE_BASIS],
  ['2027-02-21', 'วันมาฆบูชา', 'Makha Bucha Day', LUNAR_BASIS],
  ['2027-02-22', 'ชดเชยวันมาฆบูชา', 'Substitute for Makha Bucha Day', SUBSTITUTE_BASIS],
  ['2027-05-20', 'วันวิสาขบูชา', 'Visakha Bucha Day', LUNAR_BASIS],
  ['2027-07-18', 'วันอาสาฬหบูชา', 'Asalha Bucha Day', LUNAR_BASIS],
  ['2027-07-19', 'วันเข้าพรรษา', 'Buddhist Lent Day', LUNAR_BASIS],
  ['2027-07-20', 'ชดเชยวันอาสาฬหบูชา', 'Substitute for Asalha Bucha Day', SUBSTITUTE_BASIS],
  ['2027-08-12', 'วันแม่แห่งชาติ', "National Mother's Day", FIXED_BASIS],
  ['2027-10-25', 'ชดเชยวันปิยมหาราช', 'Substitute for Chulalongkorn Memorial Day', SUBSTITUTE_BASIS],
  ['2027-12-06', 'ชดเชยวันชาติ และวันพ่อแห่งชาติ', 'Substitute for National Day', SUBSTITUTE_BASIS],
] as const;

/** All rows in order of date. */
export const holidaySeed: readonly Holiday[] = [
  ...[2026, 2027].flatMap((year) =>
    fixed.map(([month, day, nameTh, nameEn]) => ({
      date: dateOf(year, month, day),
      nameTh,
      nameEn,
      status: 'confirmed' as const,
      basis: FIXED_BASIS,
      source: GENERAL,
    })),
  ),
  ...uncertain.map(([date, nameTh, nameEn, basis]) => ({
    date: asCivilDate(date),
    nameTh,
    nameEn,
    status: 'unconfirmed' as const,
    basis,
    source: GENERAL,
  })),
].sort((a, b) => (a.date < b.date ? -1 : 1));

/** The dates that move a clock: confirmed ones. Takes rows of the table or of this seed. */
export function confirmedHolidays(rows: Iterable<Pick<Holiday, 'date' | 'status'>>): ReadonlySet<CivilDate> {
  return new Set([...rows].filter(({ status }) => status === 'confirmed').map(({ date }) => date));
}
