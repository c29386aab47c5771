/** Rules of money that ship: facts of the Ministry of Finance's regulation on training, for an official to confirm or replace. */
import type { MoneyCode } from './money.ts';

const basisTh =
  'ระเบียบกระทรวงการคลังว่าด้วยค่าใช้จ่ายในการฝึกอบรม การจัดงาน และการประชุมระหว่างประเทศ พ.ศ. 2549 และที่แก้ไขเพิ่มเติม พ.ศ. 2552 และ 2555';
const basisEn =
  'Ministry of Finance regulation on costs of training, events and international meetings 2006, amended 2009 and 2012';
const source = 'คู่มือการเบิกจ่ายของหน่วยงานรัฐสามแห่งที่ตรงกัน ยังไม่ได้ตรวจกับตัวระเบียบและวันเริ่มใช้';

const values: readonly (readonly [MoneyCode, number])[] = [
  ['fee-a-state', 800],
  ['fee-a-non-state', 1_600],
  ['fee-b-state', 600],
  ['fee-b-non-state', 1_200],
  ['fee-outside-state', 600],
  ['fee-outside-non-state', 1_200],
  ['paid-lecture', 1],
  ['paid-panel', 5],
  ['paid-exchange', 5],
  ['paid-group-work', 2],
  ['minutes-hour', 50],
  ['minutes-half-hour', 25],
];

export const moneySeeds = values.map(([code, value]) => ({
  code,
  value,
  basisTh,
  basisEn,
  source,
  status: 'unconfirmed' as const,
  validFrom: '2012-01-01',
}));
