/**
 * The standards, the codes by personnel regime and what one does and does not, as the product ships them: short names and
 * examples in our own words. `confirmed` is only what was read in two independent public sources.
 */
import type { Code, Conduct, Standard } from './code.ts';

const act = {
  version: 1,
  basisTh: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 5',
  basisEn: 'Ethical Standards Act BE 2562, section 5',
  source: 'public summaries of the Act; short names in our own words',
  status: 'unconfirmed' as const,
  validFrom: '2019-04-17',
};

export const standards: readonly Standard[] = [
  {
    code: 'S1',
    sort: 10,
    nameTh: 'รักษาสถาบันหลักของชาติ',
    nameEn: 'Upholding the nation’s institutions',
    ...act,
  },
  { code: 'S2', sort: 20, nameTh: 'ซื่อสัตย์และรับผิดชอบ', nameEn: 'Honesty and responsibility', ...act },
  { code: 'S3', sort: 30, nameTh: 'กล้าทำสิ่งที่ถูกต้อง', nameEn: 'Courage to do right', ...act },
  { code: 'S4', sort: 40, nameTh: 'ส่วนรวมมาก่อนส่วนตน', nameEn: 'The public before oneself', ...act },
  { code: 'S5', sort: 50, nameTh: 'ทำงานให้เกิดผล', nameEn: 'Work that gets results', ...act },
  { code: 'S6', sort: 60, nameTh: 'เป็นธรรม ไม่เลือกปฏิบัติ', nameEn: 'Fair to everybody', ...act },
  { code: 'S7', sort: 70, nameTh: 'เป็นแบบอย่างที่ดี', nameEn: 'A good example', ...act },
];

const pledge = {
  pledgeTh:
    'ข้าพเจ้าเข้าใจประมวลจริยธรรมของตน จะปฏิบัติตามตลอดปีงบประมาณนี้ จะถามเมื่อไม่แน่ใจ และจะบอกผู้บังคับบัญชาหรือศูนย์เมื่อเห็นสิ่งที่ขัดต่อประมวลจริยธรรม',
  pledgeEn:
    'I understand my code of ethics. I will keep it throughout this fiscal year, ask when I am not sure, and tell my superior or the centre when I see something that breaks it.',
  situations: 4,
};
const following = {
  ...pledge,
  version: 1,
  issuedOn: undefined,
  basisTh: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 ให้องค์กรกลางบริหารงานบุคคลจัดทำประมวลจริยธรรม รอยืนยันฉบับและวันที่',
  basisEn:
    'Ethical Standards Act BE 2562: the central personnel bodies write the codes; version and date are to be confirmed',
  source: 'general knowledge; no text was read',
  status: 'unconfirmed' as const,
  validFrom: '2019-04-17',
};

export const codes: readonly Code[] = [
  {
    ...pledge,
    regime: 'CIVIL',
    version: 1,
    sort: 10,
    nameTh: 'ข้าราชการพลเรือน',
    nameEn: 'Civil servants',
    titleTh: 'ประมวลจริยธรรมข้าราชการพลเรือน พ.ศ. 2564',
    titleEn: 'Code of Ethics for Civil Servants BE 2564',
    issuedOn: '2021-05-20',
    basisTh: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 6 และประมวลจริยธรรม ลงวันที่ 20 พฤษภาคม 2564',
    basisEn: 'Ethical Standards Act BE 2562, section 6, and the code of 20 May 2021',
    source: 'public sources on the code of 20 May 2564',
    status: 'confirmed',
    validFrom: '2021-05-20',
  },
  {
    ...following,
    regime: 'STATE-ENTERPRISE',
    sort: 20,
    nameTh: 'พนักงานรัฐวิสาหกิจ',
    nameEn: 'State-enterprise staff',
    titleTh: 'ประมวลจริยธรรมสำหรับรัฐวิสาหกิจ',
    titleEn: 'Code of ethics for state enterprises',
  },
  {
    ...following,
    regime: 'LOCAL',
    sort: 30,
    nameTh: 'พนักงานส่วนท้องถิ่น',
    nameEn: 'Local-government staff',
    titleTh: 'ประมวลจริยธรรมพนักงานส่วนท้องถิ่น',
    titleEn: 'Code of ethics for local-government staff',
  },
  {
    ...following,
    regime: 'BANGKOK',
    sort: 40,
    nameTh: 'ข้าราชการกรุงเทพมหานคร',
    nameEn: 'Officials of Bangkok',
    titleTh: 'ประมวลจริยธรรมข้าราชการกรุงเทพมหานคร',
    titleEn: 'Code of ethics for officials of Bangkok',
  },
  {
    ...following,
    regime: 'HEADMAN',
    sort: 50,
    nameTh: 'กำนัน ผู้ใหญ่บ้าน',
    nameEn: 'Sub-district and village heads',
    titleTh: 'ประมวลจริยธรรมกำนัน ผู้ใหญ่บ้าน',
    titleEn: 'Code of ethics for sub-district and village heads',
  },
  {
    ...following,
    regime: 'LOCAL-POLITICIAN',
    sort: 60,
    nameTh: 'ผู้บริหารและสมาชิกสภาท้องถิ่น',
    nameEn: 'Elected local politicians',
    titleTh: 'ประมวลจริยธรรมผู้บริหารและสมาชิกสภาท้องถิ่น',
    titleEn: 'Code of ethics for elected local politicians',
  },
  {
    ...following,
    regime: 'EMPLOYEE',
    sort: 70,
    nameTh: 'พนักงานราชการและลูกจ้าง',
    nameEn: 'Government employees and hired staff',
    titleTh: 'ประมวลจริยธรรมที่ใช้กับพนักงานราชการและลูกจ้าง',
    titleEn: 'Code of ethics as it applies to government employees',
  },
];

type Row = readonly [
  standard: string,
  kind: 'do' | 'dont',
  behaviourTh: string,
  behaviourEn: string,
  exampleTh: string,
  exampleEn: string,
];
const rows: readonly Row[] = [
  [
    'S1',
    'do',
    'ให้เกียรติสัญลักษณ์ของชาติและความเชื่อของทุกคน',
    'Respect the nation’s symbols and everybody’s faith',
    'จัดงานรัฐพิธีเรียบร้อยตามแบบ และจัดที่ละหมาดให้ผู้ร่วมงาน',
    'State ceremonies are held as they should be, and those who pray have a room',
  ],
  [
    'S1',
    'dont',
    'ไม่ใช้ตำแหน่งหาเสียงหรือขัดขวางสิทธิทางการเมืองของประชาชน',
    'Do not campaign from office, nor stand in the way of people’s political rights',
    'ไม่เรียกผู้ใหญ่บ้านมาสั่งว่าให้ลูกบ้านเลือกใคร',
    'Village heads are not called in and told whom their people should vote for',
  ],
  [
    'S2',
    'do',
    'เปิดเผยข้อผิดพลาดของตนและแก้ไขทันที',
    'Own up to a mistake and mend it at once',
    'จ่ายเงินผิดราย รายงานหัวหน้าวันนั้นและเรียกคืน',
    'A payment went to the wrong person: the head hears the same day and it is called back',
  ],
  [
    'S2',
    'dont',
    'ไม่รับเงินหรือของขวัญจากผู้มาขอรับบริการ',
    'Take no money or gifts from those you serve',
    'คืนซองที่แนบมากับคำขออนุญาต และรายงานในทะเบียนของขวัญ',
    'An envelope that came with an application goes back, and into the gift register',
  ],
  [
    'S3',
    'do',
    'ทักท้วงเป็นหนังสือเมื่อคำสั่งไม่ชอบด้วยกฎหมาย',
    'Object in writing to an unlawful order',
    'ถูกสั่งให้ตรวจรับงานที่ยังไม่เสร็จ บันทึกเหตุผลที่ตรวจรับไม่ได้',
    'Told to accept unfinished work, she writes down why it cannot be accepted',
  ],
  [
    'S3',
    'dont',
    'ไม่นิ่งเฉยเมื่อเห็นการทุจริต',
    'Do not look away from corruption',
    'เห็นเพื่อนร่วมงานเรียกเงิน แจ้งศูนย์โดยไม่รอให้มีผู้ร้อง',
    'A colleague asks for money: the centre is told without waiting for a complaint',
  ],
  [
    'S4',
    'do',
    'แจ้งและถอนตัวเมื่อมีส่วนได้เสีย',
    'Declare an interest and stand aside',
    'ญาติยื่นเสนอราคา แจ้งและไม่ร่วมเป็นกรรมการ',
    'A relative bids: it is declared and somebody else sits on the committee',
  ],
  [
    'S4',
    'dont',
    'ไม่ใช้รถ คน หรือเวลาราชการเพื่อส่วนตัว',
    'No official car, staff or hours for private ends',
    'ไม่ใช้รถราชการรับส่งลูกไปโรงเรียน',
    'The official car does not take the children to school',
  ],
  [
    'S5',
    'do',
    'ทำงานให้เสร็จตามเวลาที่ประกาศไว้กับประชาชน',
    'Keep the times that the public was promised',
    'คำขอครบถ้วน ออกใบอนุญาตภายในวันที่กำหนด หรือบอกเหตุและวันใหม่',
    'A complete application is answered on the day, or the reason and a new day are given',
  ],
  [
    'S5',
    'dont',
    'ไม่เขียนผลงานที่ไม่ได้ทำ',
    'Do not report what was not done',
    'ไม่ลงชื่อผู้เข้าอบรมแทนคนที่ไม่มา',
    'Nobody signs the attendance list for those who stayed away',
  ],
  [
    'S6',
    'do',
    'ให้บริการตามคิวและหลักเกณฑ์เดียวกันทุกคน',
    'Serve by turn, by the same rule for all',
    'ผู้มีชื่อเสียงมาติดต่อ รับบัตรคิวเหมือนคนอื่น',
    'A well-known person draws a number like everybody else',
  ],
  [
    'S6',
    'dont',
    'ไม่ดูหมิ่นเพราะฐานะ เพศ เชื้อชาติ ศาสนา หรือความพิการ',
    'Look down on nobody for means, sex, origin, faith or disability',
    'ไม่พูดล้อสำเนียงของผู้มาติดต่อ',
    'A visitor’s accent is not joked about',
  ],
  [
    'S7',
    'do',
    'ใช้ชีวิตพอประมาณและรักษาคำพูด',
    'Live within your means and keep your word',
    'จัดงานเลี้ยงเกษียณแบบเรียบง่าย ไม่เรี่ยไรผู้ประกอบการ',
    'A retirement party is modest, and no business is asked to pay',
  ],
  [
    'S7',
    'dont',
    'ไม่โพสต์สิ่งที่ทำให้ประชาชนเสื่อมศรัทธาต่อราชการ',
    'Post nothing that costs the service its trust',
    'ไม่โพสต์ภาพดื่มสุราในเครื่องแบบ',
    'No pictures of drinking in uniform',
  ],
];

export const conduct: readonly Conduct[] = rows.map(
  ([standard, kind, behaviourTh, behaviourEn, exampleTh, exampleEn], at) => ({
    id: `00000000-0000-4000-8042-${String(at + 1).padStart(12, '0')}`,
    unitId: undefined,
    regime: undefined,
    standard,
    kind,
    behaviourTh,
    behaviourEn,
    exampleTh,
    exampleEn,
  }),
);
