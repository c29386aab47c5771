/**
 * Yearly duties as known in November 2026. Dates of half-year and year end follow from the fiscal year; the others are
 * taken from what other ministries and earlier years show and are unconfirmed until the ministry's centre has confirmed
 * them for its network.
 */
import type { CentreKind, Role } from '#features/network/index.ts';

type DutySeed = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly month: number;
  readonly day: number;
  readonly remindDays?: number;
  readonly kinds?: readonly CentreKind[];
  readonly roles: readonly Role[];
  readonly href?: string;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status?: 'confirmed';
};

export const allKinds: readonly CentreKind[] = [
  'ministry',
  'department',
  'state-enterprise',
  'bangkok',
  'province',
];
const plan = {
  basisTh: 'ปีงบประมาณเริ่ม 1 ตุลาคม สิ้นสุด 30 กันยายน (พ.ร.บ. วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4)',
  basisEn: 'The fiscal year runs from 1 October to 30 September (Budgetary Procedures Act 2561, s.4)',
  source: 'Fiscal year; disclosure items on plans and their results',
} as const;
const gifts = {
  basisTh: 'รายงานการรับของขวัญและการเรี่ยไรรอบ 6 และ 12 เดือน ตามปฏิทินของกระทรวงอื่น',
  basisEn: 'Gift and solicitation reports for 6 and 12 months, as other ministries’ calendars have them',
  source: 'Calendar of the Ministry of Public Health; dates of the Ministry of Interior may differ',
} as const;
const disclosure = {
  basisTh: 'ช่วงการประเมินคุณธรรมและความโปร่งใส (ITA) มกราคมถึงมิถุนายน ตามรอบที่ผ่านมา',
  basisEn: 'Integrity and transparency assessment (ITA), January to June as in past rounds',
  source: 'Rounds of fiscal years 2567 and 2568; the assessment is being revised',
} as const;

export const dutySeeds: readonly DutySeed[] = [
  {
    code: 'NO_GIFT',
    nameTh: 'ประกาศ No Gift Policy ของหัวหน้าคนปัจจุบัน',
    nameEn: 'No Gift announcement by the present head',
    month: 10,
    day: 31,
    roles: ['head', 'ethics-officer'],
    href: '/office/no-gift',
    basisTh: 'นโยบายงดรับของขวัญ ประกาศทุกปีงบประมาณ',
    basisEn: 'No Gift policy, announced each fiscal year',
    source: 'Practice of the disclosure assessment; day proposed',
  },
  {
    code: 'PLAN',
    nameTh: 'ส่งแผนปฏิบัติการประจำปี',
    nameEn: 'Hand in the yearly action plan',
    month: 11,
    day: 30,
    remindDays: 30,
    roles: ['planner', 'head'],
    href: '/office/plans',
    ...plan,
  },
  {
    code: 'RISK_MAP',
    nameTh: 'ส่งแผนที่ความเสี่ยงการทุจริตและสินบน',
    nameEn: 'Hand in the map of corruption and bribery risks',
    month: 12,
    day: 31,
    remindDays: 30,
    roles: ['planner', 'head'],
    href: '/office/risks',
    basisTh: 'การประเมินความเสี่ยงการทุจริตประจำปี',
    basisEn: 'Yearly corruption-risk assessment',
    source: 'Handbooks of 2561 and 2563; day proposed',
  },
  {
    code: 'GIFTS_HALF',
    nameTh: 'รายงานของขวัญและการเรี่ยไร รอบ 6 เดือน',
    nameEn: 'Gifts and solicitations, first six months',
    month: 3,
    day: 15,
    roles: ['head', 'ethics-officer'],
    href: '/office/gifts',
    ...gifts,
  },
  {
    code: 'PLAN_HALF',
    nameTh: 'รายงานผลแผนปฏิบัติการ รอบ 6 เดือน',
    nameEn: 'Results of the plan, first six months',
    month: 3,
    day: 31,
    roles: ['planner', 'head'],
    href: '/office/plans',
    ...plan,
    status: 'confirmed',
  },
  {
    code: 'DISCLOSURE',
    nameTh: 'เตรียมข้อมูลเปิดเผย (OIT) ให้ครบ',
    nameEn: 'Complete the disclosure items (OIT)',
    month: 4,
    day: 30,
    remindDays: 45,
    roles: ['planner', 'head'],
    href: '/office/disclosure',
    ...disclosure,
  },
  {
    code: 'ASSESSMENT_END',
    nameTh: 'สิ้นสุดช่วงประเมิน ITA',
    nameEn: 'Assessment window closes',
    month: 6,
    day: 30,
    remindDays: 30,
    roles: ['planner', 'head'],
    ...disclosure,
  },
  {
    code: 'GIFTS_YEAR',
    nameTh: 'รายงานของขวัญและการเรี่ยไร รอบ 12 เดือน',
    nameEn: 'Gifts and solicitations, twelve months',
    month: 8,
    day: 30,
    roles: ['head', 'ethics-officer'],
    href: '/office/gifts',
    ...gifts,
  },
  {
    code: 'PLAN_YEAR',
    nameTh: 'รายงานผลแผนปฏิบัติการ รอบ 12 เดือน',
    nameEn: 'Results of the plan, twelve months',
    month: 9,
    day: 30,
    roles: ['planner', 'head'],
    href: '/office/plans',
    ...plan,
    status: 'confirmed',
  },
  {
    code: 'ETHICS_YEAR',
    nameTh: 'รายงานจริยธรรมประจำปีต่อองค์กรกลางบริหารงานบุคคล',
    nameEn: 'Yearly ethics report to the central personnel body',
    month: 11,
    day: 30,
    roles: ['ethics-officer', 'head'],
    basisTh: 'พ.ร.บ. มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 13–14 วันยังไม่ยืนยัน',
    basisEn: 'Ethical Standards Act 2562, ss.13–14; the day is not confirmed',
    source: 'Regulation of 2565; day proposed',
  },
  {
    code: 'ANTI_CORRUPTION_DAY',
    nameTh: 'วันต่อต้านคอร์รัปชันสากล',
    nameEn: 'International Anti-Corruption Day',
    month: 12,
    day: 9,
    roles: ['planner', 'head', 'organiser'],
    basisTh: 'สหประชาชาติกำหนดวันที่ 9 ธันวาคม',
    basisEn: 'Set by the United Nations for 9 December',
    source: 'United Nations resolution 58/4',
    status: 'confirmed',
  },
];
