/**
 * Items of fiscal years 2568 and 2569 for state agencies, as far as lists of them were seen. Items that no source names
 * are left out and show as gaps. Requirements and checklists are our own words for the names; the assessment was being
 * revised in 2569, so everything is unconfirmed until the ministry has checked it against the handbook of the year.
 */
import type { Fill, Format } from './item-set.ts';

type Pair = readonly [th: string, en: string];
export type ItemSeed = {
  readonly code: string;
  readonly name: Pair;
  readonly requirement: Pair;
  readonly formats?: readonly Format[];
  readonly fill?: Fill;
  readonly checklist?: readonly Pair[];
};

/** Asked of every item: what is disclosed can be read without an account, and is of the year. */
export const commonLines: readonly Pair[] = [
  ['เปิดอ่านได้โดยไม่ต้องเข้าสู่ระบบ', 'Opens without signing in'],
  ['เป็นข้อมูลปัจจุบันหรือของปีที่ประเมิน', 'Is current, or of the year assessed'],
];

const ethics = {
  name: ['จริยธรรม', 'Ethics'],
  requirement: [
    'เผยแพร่มาตรฐานจริยธรรม และสิ่งที่ทำเพื่อส่งเสริมและคุ้มครองจริยธรรม',
    'Publish the code of ethics and what is done to promote and protect ethics',
  ],
  fill: 'ethics-promotion',
} as const;
const complaintRules = {
  name: ['แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'How complaints of corruption are handled'],
  requirement: [
    'อธิบายขั้นตอนตั้งแต่รับเรื่องจนแจ้งผล กำหนดเวลา และผู้รับผิดชอบ',
    'Explain the way from receipt to answer, its deadlines and who is responsible',
  ],
} as const;
const complaintChannels = {
  name: ['ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'Channels for complaints of corruption'],
  requirement: [
    'มีช่องทางออนไลน์บนเว็บไซต์ของหน่วยงานที่ใช้ได้จริง และคุ้มครองผู้แจ้ง',
    'Offer an online channel on the agency’s site that works and protects who reports',
  ],
} as const;
const complaintStatistics = {
  name: ['ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ', 'Statistics of complaints of corruption'],
  requirement: [
    'แสดงจำนวนเรื่องที่ได้รับ แล้วเสร็จ และอยู่ระหว่างดำเนินการ โดยไม่เปิดเผยตัวบุคคล ทั้ง PDF และ Excel',
    'Show how many were received, concluded and under way, naming nobody, as PDF and as Excel',
  ],
  formats: ['pdf', 'xlsx'],
  fill: 'complaint-statistics',
  checklist: [
    ['จำนวนเรื่องทั้งหมด', 'Number received'],
    ['จำนวนเรื่องที่แล้วเสร็จ', 'Number concluded'],
    ['จำนวนเรื่องที่อยู่ระหว่างดำเนินการ', 'Number under way'],
  ],
} as const;
const participation = {
  name: ['การเปิดโอกาสให้มีส่วนร่วม', 'Participation'],
  requirement: [
    'แสดงกิจกรรมที่เปิดให้ผู้มีส่วนได้ส่วนเสียร่วมในงานของหน่วยงาน',
    'Show where stakeholders took part in the agency’s work',
  ],
} as const;
const bribery = {
  name: ['การประเมินความเสี่ยงการทุจริตและสินบน', 'Assessment of corruption and bribery risks'],
  requirement: [
    'แสดงเหตุการณ์ความเสี่ยงสินบน ระดับความเสี่ยง และมาตรการจัดการ',
    'Show the risks of bribery, their level and the measures against them',
  ],
  formats: ['pdf'],
  fill: 'bribery-risk',
} as const;
const riskResults = {
  name: ['รายงานผลการจัดการความเสี่ยงการทุจริตและสินบน', 'What came of the measures against those risks'],
  requirement: ['แสดงผลของมาตรการแต่ละข้อเทียบกับที่วางไว้', 'Show for each measure what came of it'],
  formats: ['pdf'],
  fill: 'risk-results',
} as const;
const plan = {
  name: ['แผนปฏิบัติการป้องกันการทุจริต', 'Action plan against corruption'],
  requirement: ['แสดงโครงการ งบประมาณ และช่วงเวลาของแผน', 'Show the plan’s measures with budget and time'],
  formats: ['pdf'],
  fill: 'plan',
} as const;
const planResults = {
  name: ['รายงานผลตามแผนป้องกันการทุจริต', 'Results of the action plan'],
  requirement: [
    'แสดงผลของแต่ละโครงการและงบประมาณที่ใช้',
    'Show for each measure what was done and what was spent',
  ],
  formats: ['pdf'],
  fill: 'plan-results',
} as const;

export const items2568: readonly ItemSeed[] = [
  {
    code: 'O1',
    name: ['โครงสร้างและอำนาจหน้าที่', 'Structure and powers'],
    requirement: ['แสดงแผนผังโครงสร้างและอำนาจหน้าที่ของหน่วยงาน', 'Show the agency’s structure and its powers'],
  },
  {
    code: 'O3',
    name: ['ข้อมูลการติดต่อ', 'Contact'],
    requirement: ['แสดงที่อยู่และช่องทางติดต่อหน่วยงาน', 'Show the address and how to reach the agency'],
  },
  {
    code: 'O4',
    name: ['ข่าวประชาสัมพันธ์', 'News'],
    requirement: ['แสดงข่าวการดำเนินงานของหน่วยงานในปี', 'Show news of the agency’s work in the year'],
  },
  {
    code: 'O8',
    name: ['คู่มือการปฏิบัติงานของเจ้าหน้าที่', 'Handbook for officers'],
    requirement: ['แสดงคู่มือที่เจ้าหน้าที่ใช้ปฏิบัติงาน', 'Show the handbook by which officers work'],
  },
  {
    code: 'O9',
    name: ['คู่มือสำหรับผู้รับบริการ', 'Handbook for the public'],
    requirement: ['แสดงคู่มือที่บอกวิธีขอรับบริการ', 'Show the handbook that says how to ask for a service'],
  },
  {
    code: 'O10',
    name: ['E-Service', 'E-services'],
    requirement: ['แสดงบริการที่ประชาชนขอได้ทางออนไลน์', 'Show the services that can be asked for online'],
  },
  {
    code: 'O11',
    name: ['สถิติการให้บริการ', 'Statistics of services'],
    requirement: ['แสดงจำนวนการให้บริการ', 'Show how often services were given'],
  },
  {
    code: 'O12',
    name: ['การจัดซื้อจัดจ้าง (ข้อที่หนึ่ง)', 'Procurement (first of two)'],
    requirement: [
      'ข้อมูลการจัดซื้อจัดจ้าง ดูรายละเอียดของข้อนี้ในคู่มือของปี',
      'Procurement; see the year’s handbook for what this item asks',
    ],
  },
  {
    code: 'O13',
    name: ['การจัดซื้อจัดจ้าง (ข้อที่สอง)', 'Procurement (second of two)'],
    requirement: [
      'ข้อมูลการจัดซื้อจัดจ้าง ดูรายละเอียดของข้อนี้ในคู่มือของปี',
      'Procurement; see the year’s handbook for what this item asks',
    ],
  },
  {
    code: 'O14',
    name: ['การบริหารทรัพยากรบุคคล (ข้อที่หนึ่ง)', 'Human resources (first of two)'],
    requirement: [
      'ข้อมูลการบริหารทรัพยากรบุคคล ดูรายละเอียดของข้อนี้ในคู่มือของปี',
      'Human resources; see the year’s handbook for what this item asks',
    ],
  },
  {
    code: 'O15',
    name: ['การบริหารทรัพยากรบุคคล (ข้อที่สอง)', 'Human resources (second of two)'],
    requirement: [
      'ข้อมูลการบริหารทรัพยากรบุคคล ดูรายละเอียดของข้อนี้ในคู่มือของปี',
      'Human resources; see the year’s handbook for what this item asks',
    ],
  },
  { code: 'O16', ...ethics },
  { code: 'O17', ...complaintRules },
  { code: 'O18', ...complaintChannels },
  { code: 'O19', ...complaintStatistics },
  { code: 'O20', ...participation },
  {
    code: 'O21',
    name: ['ประกาศนโยบายไม่รับของขวัญ (No Gift Policy)', 'No Gift announcement'],
    requirement: ['แสดงประกาศของหัวหน้าคนปัจจุบัน', 'Show the announcement of the present head'],
    formats: ['pdf'],
    fill: 'no-gift',
  },
  {
    code: 'O22',
    name: ['รายงานการรับทรัพย์สินหรือประโยชน์อื่นใด', 'Report of gifts and benefits'],
    requirement: [
      'แสดงจำนวนการรับทรัพย์สินหรือประโยชน์อื่นใด และการจัดการ',
      'Show how many gifts and benefits were received and what became of them',
    ],
    formats: ['pdf'],
    fill: 'gifts-report',
  },
  { code: 'O23', ...bribery },
  { code: 'O24', ...riskResults },
  { code: 'O25', ...plan },
  { code: 'O26', ...planResults },
];

/** The second numbering seen for 2569; what it names below O15 was not found. */
export const items2569: readonly ItemSeed[] = [
  { code: 'O15', ...ethics },
  { code: 'O16', ...complaintRules },
  { code: 'O17', ...complaintChannels },
  { code: 'O18', ...complaintStatistics },
  { code: 'O19', ...participation },
  {
    code: 'O20',
    name: ['No Gift Policy และการรับทรัพย์สินตามมาตรา 128', 'No Gift policy and benefits under s.128'],
    requirement: [
      'แสดงประกาศของหัวหน้าคนปัจจุบัน และรายงานการรับทรัพย์สินหรือประโยชน์อื่นใด',
      'Show the announcement of the present head and the report of gifts and benefits',
    ],
    formats: ['pdf'],
    fill: 'gifts-report',
  },
  { code: 'O21', ...bribery },
  { code: 'O22', ...riskResults },
  { code: 'O23', ...plan },
  { code: 'O24', ...planResults },
  {
    code: 'O25',
    name: ['การนำผลการประเมิน ITA ไปใช้', 'Use of the assessment’s result'],
    requirement: ['แสดงสิ่งที่ปรับปรุงจากผลการประเมินปีก่อน', 'Show what was improved after last year’s result'],
  },
  {
    code: 'O26',
    name: ['มาตรการส่งเสริมความโปร่งใส', 'Measures for transparency'],
    requirement: [
      'แสดงมาตรการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงาน',
      'Show the agency’s measures for integrity and transparency',
    ],
  },
];

export const basis: Pair = [
  'การประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ (ITA) ส่วนการเปิดเผยข้อมูลสาธารณะ (OIT)',
  'Integrity and Transparency Assessment (ITA), open-data part (OIT)',
];
export const listSource = {
  2568: 'List of items for state agencies, fiscal years 2568/69, as seen in agencies’ publications',
  2569: 'Second numbering seen for fiscal year 2569 (O15–O26); the outcome of the revision of 2569 was not found',
} as const;

export const bandBasis: Pair = [
  'เกณฑ์ผลการประเมิน ITA ที่ปรับเมื่อ 8 มิถุนายน 2566 เกณฑ์ผ่านยังดูคะแนนรายเครื่องมือด้วย',
  'Scale of the assessment as changed on 8 June 2566; a pass also looks at each instrument',
];

/** Bands as reported after the change of 8 June 2566; to be checked. */
export const bandSeeds = [
  { code: 'EXCELLENT', nameTh: 'ผ่านดีเยี่ยม', nameEn: 'Pass, excellent', fromPercent: '95', isPass: true },
  { code: 'GOOD', nameTh: 'ผ่านดี', nameEn: 'Pass, good', fromPercent: '85', isPass: true },
  { code: 'IMPROVE', nameTh: 'ต้องปรับปรุง', nameEn: 'To be improved', fromPercent: '70', isPass: false },
  {
    code: 'URGENT',
    nameTh: 'ต้องปรับปรุงโดยด่วน',
    nameEn: 'To be improved urgently',
    fromPercent: '0',
    isPass: false,
  },
] as const;
