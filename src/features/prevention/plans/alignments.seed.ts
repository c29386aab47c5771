/**
 * Goals of the plans above that anti-corruption measures of the ministry contribute to. Facts as known in November 2026;
 * the second phase of the anti-corruption action plan ends with fiscal year 2570, so its row ends with it.
 */
import type { Scheme } from './plan.ts';

type AlignmentSeed = {
  readonly scheme: Scheme;
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly basis: string;
  readonly validTo?: string;
};

const goals2030 = 'United Nations resolution 70/1, goals to 2030';

export const alignmentSeeds: readonly AlignmentSeed[] = [
  {
    scheme: 'national-strategy',
    code: '6',
    nameTh: 'ด้านที่ 6 การปรับสมดุลและพัฒนาระบบการบริหารจัดการภาครัฐ',
    nameEn: '6 Rebalancing and developing public administration',
    basis: 'National Strategy 2561–2580',
  },
  {
    scheme: 'master-plan',
    code: '21',
    nameTh: 'ประเด็นที่ 21 การต่อต้านการทุจริตและประพฤติมิชอบ',
    nameEn: '21 Anti-corruption and misconduct',
    basis: 'Master plans under the National Strategy 2561–2580',
  },
  {
    scheme: 'master-plan',
    code: '21-PHASE2',
    nameTh: 'แผนปฏิบัติการด้านการต่อต้านการทุจริต ระยะที่ 2 (2566–2570)',
    nameEn: 'Anti-corruption action plan, phase 2 (2023–2027)',
    basis: 'Action plan approved on 29 November 2565',
    validTo: '2027-10-01',
  },
  {
    scheme: 'development-plan',
    code: '13-13',
    nameTh: 'แผนพัฒนาฯ ฉบับที่ 13 หมุดหมายที่ 13 ภาครัฐที่ทันสมัย',
    nameEn: 'Plan 13, milestone 13: a modern state',
    basis: 'Thirteenth National Economic and Social Development Plan 2566–2570',
    validTo: '2027-10-01',
  },
  {
    scheme: 'cabinet-policy',
    code: 'ANTI-CORRUPTION',
    nameTh: 'นโยบายป้องกันและปราบปรามการทุจริต',
    nameEn: 'Policy against corruption',
    basis: 'Policy statement of the Cabinet in office; code proposed',
  },
  {
    scheme: 'ministry-plan',
    code: 'GOVERNANCE',
    nameTh: 'การบริหารราชการตามหลักธรรมาภิบาล',
    nameEn: 'Good governance in administration',
    basis: 'Plan of the Ministry of Interior; code proposed',
  },
  {
    scheme: 'sdg',
    code: '16.5',
    nameTh: '16.5 ลดการทุจริตและการรับสินบนทุกรูปแบบ',
    nameEn: '16.5 Reduce corruption and bribery in all their forms',
    basis: goals2030,
  },
  {
    scheme: 'sdg',
    code: '16.6',
    nameTh: '16.6 พัฒนาสถาบันที่มีประสิทธิผล มีความรับผิดชอบ และโปร่งใส',
    nameEn: '16.6 Effective, accountable and transparent institutions',
    basis: goals2030,
  },
];
