/**
 * Frameworks as the product ships them: both scales in circulation, none of them checked by an official yet. From general knowledge
 * of PACC's manuals of 2561 and 2563 and of the yearly item lists; the ministry confirms or replaces them by a further version.
 */
import type { Axis, Framework, Words } from './framework.ts';

const w = (th: string, en: string): Words => ({ th, en });
const axis = (name: Words, levels: readonly Words[]): Axis => ({ name, levels });

const controls = [
  { code: 'good', name: w('ดี', 'Good') },
  { code: 'fair', name: w('พอใช้', 'Fair') },
  { code: 'weak', name: w('อ่อน', 'Weak') },
];

const closings = { mapDue: '12-31', halfCloses: '03-31', yearCloses: '09-30' } as const;

export const frameworkSeed: readonly Framework[] = [
  {
    code: 'five-by-five',
    version: 1,
    sort: 10,
    name: w('โอกาส × ผลกระทบ 5 ระดับ (4 ด้าน)', 'Likelihood × impact, five levels (four domains)'),
    kinds: ['corruption'],
    scheme: {
      likelihood: axis(w('โอกาสเกิด', 'Likelihood'), [
        w('น้อยมาก: แทบไม่เคยเกิด', 'Rare: hardly ever'),
        w('น้อย: นาน ๆ ครั้งในหลายปี', 'Unlikely: once in several years'),
        w('ปานกลาง: ปีละครั้ง', 'Possible: once a year'),
        w('สูง: หลายครั้งในหนึ่งปี', 'Likely: several times a year'),
        w('สูงมาก: ทุกเดือนหรือบ่อยกว่า', 'Almost certain: every month or more often'),
      ]),
      impact: axis(w('ผลกระทบ', 'Impact'), [
        w('น้อยมาก: แก้ได้ภายในหน่วยงาน', 'Very small: mended within the unit'),
        w('น้อย: มีเรื่องร้องเรียนภายใน', 'Small: complaints inside'),
        w('ปานกลาง: มีเรื่องร้องเรียนจากภายนอก', 'Medium: complaints from outside'),
        w('สูง: ถูกตรวจสอบ เสียหายต่องบประมาณ', 'Great: examined, loss to the budget'),
        w('สูงมาก: เสียหายร้ายแรง ถูกดำเนินคดี', 'Very great: grave loss, prosecution'),
      ]),
      bands: [
        { code: 'low', name: w('ต่ำ', 'Low'), from: 1, tone: 1 },
        { code: 'medium', name: w('ปานกลาง', 'Medium'), from: 5, tone: 3 },
        { code: 'high', name: w('สูง', 'High'), from: 10, tone: 4 },
        { code: 'very-high', name: w('สูงมาก', 'Very high'), from: 15, tone: 5 },
      ],
      domains: [
        {
          code: 'permits',
          name: w('การพิจารณาอนุมัติ อนุญาต (พ.ร.บ.อำนวยความสะดวกฯ 2558)', 'Permits (Facilitation Act 2558)'),
        },
        { code: 'powers', name: w('การใช้อำนาจตามกฎหมายและการให้บริการ', 'Use of powers and services') },
        { code: 'procurement', name: w('การจัดซื้อจัดจ้าง', 'Procurement') },
        { code: 'personnel', name: w('การบริหารงานบุคคล', 'Personnel') },
      ],
      controls,
      afterControl: null,
      treatFrom: 'medium',
    },
    ...closings,
    basis: 'แผนการปฏิรูปประเทศ และแนวทางประเมินความเสี่ยงการทุจริตของสำนักงาน ป.ป.ท. (ฉบับ 5 ระดับ)',
    source:
      'general knowledge of the newer form; domains 2 and 4 seen in forms of fiscal year 2569; bands not seen in a text',
    status: 'unconfirmed',
    fromYear: 2566,
    toYear: undefined,
  },
  {
    code: 'three-by-three',
    version: 1,
    sort: 20,
    name: w(
      'ความจำเป็นของการเฝ้าระวัง × ความรุนแรง 3 ระดับ และคุณภาพการควบคุม',
      'Necessity of watch × severity, three levels, and quality of control',
    ),
    kinds: ['corruption'],
    scheme: {
      likelihood: axis(w('ความจำเป็นของการเฝ้าระวัง', 'Necessity of watch'), [
        w('ไม่ใช่ขั้นตอนหลักของกระบวนงาน', 'not a main step of the process'),
        w('ขั้นตอนรองที่เกี่ยวกับขั้นตอนหลัก', 'a side step tied to a main one'),
        w('ขั้นตอนหลักที่ต้องเฝ้าระวัง', 'a main step that must be watched'),
      ]),
      impact: axis(w('ความรุนแรงของผลกระทบ', 'Severity'), [
        w('กระทบกระบวนงานภายใน', 'touches processes inside'),
        w('กระทบผู้รับบริการหรือการเงินบางส่วน', 'touches users or some money'),
        w('กระทบการเงิน ผู้รับบริการ และความเชื่อถือ', 'touches money, users and trust'),
      ]),
      bands: [
        { code: 'low', name: w('ต่ำ', 'Low'), from: 1, tone: 1 },
        { code: 'fairly-low', name: w('ค่อนข้างต่ำ', 'Fairly low'), from: null, tone: 2 },
        { code: 'medium', name: w('ปานกลาง', 'Medium'), from: 3, tone: 3 },
        { code: 'fairly-high', name: w('ค่อนข้างสูง', 'Fairly high'), from: null, tone: 4 },
        { code: 'high', name: w('สูง', 'High'), from: 6, tone: 5 },
      ],
      domains: [
        { code: 'permits', name: w('การพิจารณาอนุมัติ อนุญาต', 'Permits') },
        { code: 'powers', name: w('การใช้อำนาจและตำแหน่งหน้าที่', 'Use of powers and office') },
        { code: 'money', name: w('การใช้จ่ายงบประมาณและทรัพยากรของรัฐ', 'Budget and resources of the State') },
      ],
      controls,
      afterControl: {
        good: { low: 'low', medium: 'fairly-low', high: 'medium' },
        fair: { low: 'fairly-low', medium: 'medium', high: 'fairly-high' },
        weak: { low: 'medium', medium: 'fairly-high', high: 'high' },
      },
      treatFrom: 'medium',
    },
    ...closings,
    basis: 'คู่มือการประเมินความเสี่ยงการทุจริตของสำนักงาน ป.ป.ท. พ.ศ. 2561 และ พ.ศ. 2563 (ฉบับ 3 ระดับ)',
    source:
      'general knowledge of the nine steps of the older form; the table of control is not checked against the manual',
    status: 'unconfirmed',
    fromYear: 2562,
    toYear: undefined,
  },
  {
    code: 'bribery',
    version: 1,
    sort: 30,
    name: w('ความเสี่ยงการให้และรับสินบน 5 ระดับ', 'Bribery risk, five levels'),
    kinds: ['bribery'],
    scheme: {
      likelihood: axis(w('โอกาสเกิด', 'Likelihood'), [
        w('น้อยมาก', 'Rare'),
        w('น้อย', 'Unlikely'),
        w('ปานกลาง', 'Possible'),
        w('สูง', 'Likely'),
        w('สูงมาก', 'Almost certain'),
      ]),
      impact: axis(w('ผลกระทบ', 'Impact'), [
        w('น้อยมาก', 'Very small'),
        w('น้อย', 'Small'),
        w('ปานกลาง', 'Medium'),
        w('สูง', 'Great'),
        w('สูงมาก', 'Very great'),
      ]),
      bands: [
        { code: 'low', name: w('ต่ำ', 'Low'), from: 1, tone: 1 },
        { code: 'medium', name: w('ปานกลาง', 'Medium'), from: 5, tone: 3 },
        { code: 'high', name: w('สูง', 'High'), from: 10, tone: 4 },
        { code: 'very-high', name: w('สูงมาก', 'Very high'), from: 15, tone: 5 },
      ],
      domains: [
        { code: 'permits', name: w('การอนุมัติ อนุญาต', 'Permits') },
        { code: 'enforcement', name: w('การบังคับใช้กฎหมายและการตรวจ', 'Enforcement and inspection') },
        { code: 'procurement', name: w('การจัดซื้อจัดจ้าง', 'Procurement') },
        { code: 'personnel', name: w('การบรรจุ แต่งตั้ง โยกย้าย', 'Appointments and transfers') },
      ],
      controls,
      afterControl: null,
      treatFrom: 'medium',
    },
    ...closings,
    basis: 'รายการเปิดเผยข้อมูลสาธารณะ (OIT) เรื่องการประเมินความเสี่ยงการให้หรือรับสินบน (O23 ปีงบประมาณ 2568)',
    source: 'item seen in lists of fiscal year 2568; scale and domains are the project’s proposal',
    status: 'unconfirmed',
    fromYear: 2567,
    toYear: undefined,
  },
];
