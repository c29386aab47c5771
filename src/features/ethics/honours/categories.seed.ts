/** Categories that ship with the product, in our own words; days and numbers are proposals until the ministry has entered its own. */
import type { Category } from './honour.ts';

const common = {
  fiscalYear: 2570,
  version: 1,
  threshold: 80,
  leastScorers: 3,
  leastNominees: 3,
  opensOn: '2027-03-01',
  closesOn: '2027-04-30',
  basisTh: 'การยกย่องเชิดชูเกียรติด้านคุณธรรมของกระทรวง รอยืนยันหลักเกณฑ์และกำหนดของปีงบประมาณนี้',
  basisEn: 'Honours for morals of the ministry; criteria and days of this fiscal year are to be confirmed',
  source: 'names of honours as reported by departments; criteria, numbers and days are our own proposal',
  status: 'unconfirmed',
} as const;

export const firstCategories: readonly Category[] = [
  {
    ...common,
    code: 'PERSON',
    nameTh: 'คนดีศรีมหาดไทย',
    nameEn: 'Good officer of the Interior',
    nominee: 'person',
    most: 10,
    criteria: [
      { code: 'HONESTY', th: 'ความซื่อสัตย์สุจริต', en: 'Honesty', weight: 40 },
      { code: 'SERVICE', th: 'ประโยชน์ต่อประชาชน', en: 'Service to the people', weight: 30 },
      { code: 'EXAMPLE', th: 'เป็นแบบอย่างแก่ผู้อื่น', en: 'Example to others', weight: 30 },
    ],
  },
  {
    ...common,
    code: 'UNIT',
    nameTh: 'หน่วยงานโปร่งใส',
    nameEn: 'Transparent office',
    nominee: 'unit',
    most: 3,
    criteria: [
      { code: 'OPENNESS', th: 'การเปิดเผยข้อมูล', en: 'Openness', weight: 50 },
      { code: 'PREVENTION', th: 'การป้องกันการทุจริตที่เห็นผล', en: 'Prevention that shows results', weight: 50 },
    ],
  },
];
