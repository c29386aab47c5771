/**
 * What laws and circulars decide about gifts and conflicts, as the product ships it. `confirmed` are only facts read in the
 * statute's own text (consolidated to mid-2019) or in two independent public sources; the rest waits for an official.
 */
import type { Choice, FilingPeriod, GiftRule } from './rule.ts';

const notification = {
  basisTh:
    'พ.ร.ป. ป.ป.ช. พ.ศ. 2561 มาตรา 128 และประกาศคณะกรรมการ ป.ป.ช. ว่าด้วยการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยา',
  basisEn: 'NACC Organic Act BE 2561, section 128, and the NACC notification on property received by custom',
  source: 'NACC guidance as published by the Public Relations Department and agencies',
};
const day = '2018-07-22';

export const giftRules: readonly Omit<GiftRule, 'version' | 'validTo'>[] = [
  { code: 'LIMIT', amount: 3000, unit: 'baht', ...notification, status: 'confirmed', validFrom: day },
  { code: 'REPORT', amount: 30, unit: 'calendar', ...notification, status: 'confirmed', validFrom: day },
  {
    code: 'DECIDE',
    amount: 15,
    unit: 'calendar',
    basisTh: 'แนวปฏิบัติที่ระบบเสนอ: กฎหมายให้ผู้บังคับบัญชาวินิจฉัยแต่ไม่ได้กำหนดจำนวนวัน รอกระทรวงกำหนด',
    basisEn:
      'Proposed practice: the law has the superior decide and names no number of days; for the ministry to set',
    source: 'product proposal',
    status: 'unconfirmed',
    validFrom: day,
  },
];

const calendar = {
  basisTh: 'ปฏิทินรายงานของกระทรวงสาธารณสุขที่ใช้เป็นตัวตั้งต้น รอกระทรวงมหาดไทยยืนยันวันของกระทรวง',
  basisEn:
    'Reporting calendar of the Ministry of Public Health as a start; the Ministry of Interior is to confirm its own dates',
  source: 'MOPH MSRS',
  status: 'unconfirmed' as const,
  validFrom: day,
};
export const filingPeriods: readonly Omit<FilingPeriod, 'version' | 'validTo'>[] = [
  { half: 1, closes: { month: 3, day: 31 }, due: { month: 3, day: 15 }, ...calendar },
  { half: 2, closes: { month: 9, day: 30 }, due: { month: 8, day: 30 }, ...calendar },
];

type Seed = Pick<Choice, 'code' | 'nameTh' | 'nameEn' | 'basisTh' | 'basisEn' | 'status'> & {
  isExempt?: true;
};

const s128 = (status: Choice['status']) => ({
  basisTh: 'พ.ร.ป. ป.ป.ช. พ.ศ. 2561 มาตรา 128 วรรคสอง',
  basisEn: 'NACC Organic Act BE 2561, section 128 paragraph 2',
  status,
});
const relative = { isExempt: true as const };
const kin = {
  basisTh: 'พ.ร.ป. ป.ป.ช. พ.ศ. 2561 มาตรา 128 วรรคสอง และนิยามคำว่าญาติในประกาศคณะกรรมการ ป.ป.ช.',
  basisEn:
    'NACC Organic Act BE 2561, section 128 paragraph 2, and what the NACC notification calls a relative',
  status: 'unconfirmed' as const,
};
const limited = {
  basisTh: 'พ.ร.ป. ป.ป.ช. พ.ศ. 2561 มาตรา 128 วรรคหนึ่ง',
  basisEn: 'NACC Organic Act BE 2561, section 128 paragraph 1',
  status: 'confirmed' as const,
};

const givers: readonly Seed[] = [
  {
    code: 'PRIVATE-BODY',
    nameTh: 'บริษัท ห้าง ร้าน หรือผู้รับจ้าง',
    nameEn: 'Company, shop or contractor',
    ...limited,
  },
  {
    code: 'CITIZEN',
    nameTh: 'ประชาชนหรือผู้มาติดต่อราชการ',
    nameEn: 'Citizen or visitor of the office',
    ...limited,
  },
  { code: 'STATE-BODY', nameTh: 'หน่วยงานของรัฐอื่น', nameEn: 'Another state agency', ...limited },
  { code: 'SUBORDINATE', nameTh: 'ผู้ใต้บังคับบัญชา', nameEn: 'Subordinate', ...limited },
  { code: 'COLLEAGUE', nameTh: 'เพื่อนร่วมงานหรือผู้บังคับบัญชา', nameEn: 'Colleague or superior', ...limited },
  { code: 'FOREIGN', nameTh: 'แขกหรือหน่วยงานต่างประเทศ', nameEn: 'Foreign guest or body', ...limited },
  {
    code: 'ASCENDANT',
    nameTh: 'บุพการี',
    nameEn: 'Parent or other ascendant',
    ...relative,
    ...s128('confirmed'),
  },
  {
    code: 'DESCENDANT',
    nameTh: 'ผู้สืบสันดาน',
    nameEn: 'Child or other descendant',
    ...relative,
    ...s128('confirmed'),
  },
  { code: 'SPOUSE', nameTh: 'คู่สมรส', nameEn: 'Spouse', ...relative, ...kin },
  {
    code: 'RELATIVE',
    nameTh: 'ญาติอื่น เช่น พี่น้อง ลุง ป้า น้า อา',
    nameEn: 'Other relative: sibling, uncle, aunt',
    ...relative,
    ...kin,
  },
  { code: 'OTHER', nameTh: 'อื่น ๆ', nameEn: 'Other', ...limited },
];

const apa = (section: string, sectionEn: string, status: Choice['status'] = 'confirmed') => ({
  basisTh: `พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 ${section}`,
  basisEn: `Administrative Procedure Act BE 2539, ${sectionEn}`,
  status,
});

const relations: readonly Seed[] = [
  {
    code: 'PARTY',
    nameTh: 'ข้าพเจ้าเป็นคู่กรณีเอง',
    nameEn: 'I am a party myself',
    ...apa('มาตรา 13 (1)', 'section 13(1)'),
  },
  {
    code: 'SPOUSE',
    nameTh: 'คู่หมั้นหรือคู่สมรสของคู่กรณี',
    nameEn: 'Fiancé or spouse of a party',
    ...apa('มาตรา 13 (2)', 'section 13(2)'),
  },
  {
    code: 'KIN',
    nameTh: 'ญาติของคู่กรณี: บุพการี ผู้สืบสันดาน พี่น้องและลูกพี่ลูกน้องภายในสามชั้น หรือญาติทางสมรสภายในสองชั้น',
    nameEn:
      'Relative of a party: ascendant, descendant, sibling or cousin to the third degree, or by marriage to the second',
    ...apa('มาตรา 13 (3)', 'section 13(3)'),
  },
  {
    code: 'REPRESENTATIVE',
    nameTh: 'ผู้แทนโดยชอบธรรม ผู้พิทักษ์ ผู้แทน หรือตัวแทนของคู่กรณี',
    nameEn: 'Legal representative, guardian or agent of a party',
    ...apa('มาตรา 13 (4)', 'section 13(4)'),
  },
  {
    code: 'CREDITOR',
    nameTh: 'เจ้าหนี้ ลูกหนี้ หรือนายจ้างของคู่กรณี',
    nameEn: 'Creditor, debtor or employer of a party',
    ...apa('มาตรา 13 (5)', 'section 13(5)'),
  },
  {
    code: 'OTHER-GROUND',
    nameTh: 'เหตุอื่นที่อาจทำให้ไม่เป็นกลาง',
    nameEn: 'Another circumstance that may bias',
    ...apa('มาตรา 16', 'section 16', 'unconfirmed'),
  },
];

const s126 = {
  basisTh: 'พ.ร.ป. ป.ป.ช. พ.ศ. 2561 มาตรา 126',
  basisEn: 'NACC Organic Act BE 2561, section 126',
};
const asked = {
  basisTh: 'แบบแจ้งผลประโยชน์ขัดกันที่ระบบเสนอ รอกระทรวงกำหนด',
  basisEn: 'Proposed form of declaration; for the ministry to set',
  status: 'unconfirmed' as const,
};
const interests: readonly Seed[] = [
  { code: 'SHARE', nameTh: 'ถือหุ้นหรือเป็นหุ้นส่วน', nameEn: 'Share or partnership', ...s126, status: 'confirmed' },
  {
    code: 'CONTRACT',
    nameTh: 'เป็นคู่สัญญาหรือมีส่วนได้เสียในสัญญา',
    nameEn: 'Party to a contract, or an interest in one',
    ...s126,
    status: 'confirmed',
  },
  {
    code: 'SECOND-JOB',
    nameTh: 'เป็นกรรมการ ที่ปรึกษา ตัวแทน พนักงาน หรือลูกจ้างของเอกชน',
    nameEn: 'Director, adviser, agent or employee of a private body',
    ...s126,
    status: 'confirmed',
  },
  {
    code: 'RELATIVE-BIDS',
    nameTh: 'ญาติเป็นผู้เสนอราคาหรือผู้ยื่นคำขอ',
    nameEn: 'A relative bids or applies',
    ...asked,
  },
  {
    code: 'PERSONAL',
    nameTh: 'ความสัมพันธ์ส่วนตัวหรือเหตุโกรธเคือง ไม่มีผลประโยชน์เป็นเงิน',
    nameEn: 'Personal tie or grudge, no money',
    ...asked,
  },
];

const practice = {
  basisTh: 'แนวปฏิบัติของการรักษาจริยธรรมที่ระบบเสนอ รอกระทรวงกำหนด',
  basisEn: 'Practice of keeping ethics as the product proposes; for the ministry to set',
  status: 'unconfirmed' as const,
};
const measures: readonly Seed[] = [
  { code: 'ADMONITION', nameTh: 'ตักเตือน', nameEn: 'Admonition', ...practice },
  { code: 'DEVELOPMENT', nameTh: 'ส่งไปพัฒนา', nameEn: 'Sent to development', ...practice },
  { code: 'APPRAISAL', nameTh: 'นำไปประกอบการประเมินผล', nameEn: 'Considered in appraisal', ...practice },
  {
    code: 'ASSIGNMENT',
    nameTh: 'นำไปประกอบการมอบหมายหรือแต่งตั้ง',
    nameEn: 'Considered in assignment',
    ...practice,
  },
];

const noMeasures: readonly Seed[] = [
  {
    code: 'DISCIPLINE',
    nameTh: 'ส่งดำเนินการทางวินัยแทน',
    nameEn: 'Handed over to discipline instead',
    ...practice,
  },
  {
    code: 'LEFT',
    nameTh: 'พ้นจากตำแหน่ง พ้นจากราชการ หรือถึงแก่ความตาย',
    nameEn: 'Left the post or the service, or died',
    ...practice,
  },
  {
    code: 'MENDED',
    nameTh: 'แก้ไขหรือเยียวยาแล้วก่อนสรุปเรื่อง',
    nameEn: 'Made good before the finding',
    ...practice,
  },
  {
    code: 'OTHER',
    nameTh: 'เหตุอื่น ตามบันทึกภายในที่ปิดผนึกของเรื่อง',
    nameEn: 'Another reason, in a sealed note of the case',
    ...practice,
  },
];

const standard = (code: string, nameTh: string, nameEn: string): Seed => ({
  code,
  nameTh,
  nameEn,
  basisTh: `พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 5 (${code.slice(1)})`,
  basisEn: `Ethical Standards Act BE 2562, section 5(${code.slice(1)})`,
  status: 'unconfirmed',
});
// The section is known; its words are ours, in short, until an official has compared them.
const standards: readonly Seed[] = [
  standard('S1', 'ยึดมั่นในสถาบันหลักของประเทศ', 'Loyal to the institutions of the country'),
  standard('S2', 'ซื่อสัตย์สุจริตและรับผิดชอบ', 'Honest and responsible'),
  standard('S3', 'กล้าทำสิ่งที่ถูกต้อง', 'Dares to do what is right'),
  standard('S4', 'ประโยชน์ส่วนรวมมาก่อน', 'The common good first'),
  standard('S5', 'มุ่งผลของงาน', 'Works for results'),
  standard('S6', 'เป็นธรรม ไม่เลือกปฏิบัติ', 'Fair, without discrimination'),
  standard('S7', 'เป็นแบบอย่างที่ดี', 'A good example'),
];

const grounds: readonly Seed[] = [
  {
    code: 'CSA-82-4',
    nameTh: 'ข้าราชการพลเรือนเสนอความเห็นเป็นหนังสือให้ทบทวนคำสั่ง',
    nameEn: 'A civil servant asks in writing for an order to be reconsidered',
    basisTh: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 82 (4)',
    basisEn: 'Civil Service Act BE 2551, section 82(4)',
    status: 'unconfirmed',
  },
  {
    code: 'OTHER-REGIME',
    nameTh: 'กฎหมายบุคลากรอื่น (ท้องถิ่น รัฐวิสาหกิจ กรุงเทพมหานคร)',
    nameEn: 'Another personnel law (local, state enterprise, Bangkok)',
    basisTh: 'ระบุมาตราหรือข้อในบันทึก',
    basisEn: 'Name the section in the record',
    status: 'unconfirmed',
  },
];

const full = (list: Choice['list'], seeds: readonly Seed[], source: string) =>
  seeds.map((seed, at) => ({ isExempt: false, ...seed, list, source, sort: (at + 1) * 10, validFrom: day }));

export const choices: readonly Omit<Choice, 'version' | 'validTo'>[] = [
  ...full('giver', givers, 'NACC Organic Act BE 2561, consolidated text; grouping proposed by the product'),
  ...full('conflict-relation', relations, 'text of the Act as published; wording in our own words'),
  ...full(
    'conflict-interest',
    interests,
    'NACC Organic Act BE 2561, consolidated text; further kinds proposed by the product',
  ),
  ...full('measure', measures, 'practice of ethics groups as generally described; not compared with a text'),
  ...full('no-measure', noMeasures, 'proposed by the product; no text names such reasons'),
  ...full('standard', standards, 'section 5 as reported by the press; short wording proposed by the product'),
  ...full('objection-ground', grounds, 'section numbers as published; to be compared with the text'),
];
