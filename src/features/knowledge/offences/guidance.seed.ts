/**
 * Rules that offences of a kind share: who is competent, what discipline follows, how long prosecution stays possible.
 * `confirmed` where the section was read in the text of mid-2019; later amendments are not in it.
 */
import { actors, type Guidance, kinds, type OffenceKind } from './offence.ts';

type Seed = Omit<Guidance, 'version' | 'validTo' | 'source'> & { readonly source?: string };

const punished = kinds.filter((kind) => kind !== 'forfeiture');
const ofOfficials: readonly OffenceKind[] = ['office', 'justice-office', 'nacc'];
const code95 = (item: number) => `ประมวลกฎหมายอาญา มาตรา 95 (${item})`;

const limit = (item: number, facts: Seed['facts'], textTh: string, textEn: string): Seed => ({
  code: `LIMIT-${item}`,
  subject: 'time-limit',
  body: undefined,
  kinds: punished,
  actors,
  facts,
  textTh,
  textEn,
  basis: code95(item),
  status: 'confirmed',
  validFrom: '1957-01-01',
});

export const guidance: readonly Seed[] = [
  limit(
    1,
    { years: 20, fromMonths: 240 },
    'โทษสูงสุดถึงประหารชีวิต จำคุกตลอดชีวิต หรือจำคุกยี่สิบปี ต้องฟ้องและได้ตัวมาศาลภายใน 20 ปีนับแต่วันทำผิด',
    'The greatest penalty is death, life, or 20 years of prison: the accused must be charged and before the court within 20 years of the act.',
  ),
  limit(
    2,
    { years: 15, aboveMonths: 84 },
    'โทษจำคุกสูงสุดเกิน 7 ปีแต่ไม่ถึง 20 ปี ต้องฟ้องและได้ตัวมาศาลภายใน 15 ปีนับแต่วันทำผิด',
    'The greatest prison term is over 7 and under 20 years: within 15 years of the act.',
  ),
  limit(
    3,
    { years: 10, aboveMonths: 12 },
    'โทษจำคุกสูงสุดเกิน 1 ปีถึง 7 ปี ต้องฟ้องและได้ตัวมาศาลภายใน 10 ปีนับแต่วันทำผิด',
    'The greatest prison term is over 1 and up to 7 years: within 10 years of the act.',
  ),
  limit(
    4,
    { years: 5, aboveMonths: 1 },
    'โทษจำคุกสูงสุดเกิน 1 เดือนถึง 1 ปี ต้องฟ้องและได้ตัวมาศาลภายใน 5 ปีนับแต่วันทำผิด',
    'The greatest prison term is over 1 month and up to 1 year: within 5 years of the act.',
  ),
  limit(
    5,
    { years: 1, fromMonths: 0 },
    'โทษจำคุกไม่เกิน 1 เดือน หรือโทษอย่างอื่น ต้องฟ้องและได้ตัวมาศาลภายใน 1 ปีนับแต่วันทำผิด',
    'Prison of up to 1 month, or another penalty: within 1 year of the act.',
  ),
  {
    code: 'LIMIT-FLIGHT',
    subject: 'time-limit',
    body: undefined,
    kinds: ofOfficials,
    actors,
    facts: {},
    textTh: 'ถ้าผู้ถูกกล่าวหาหนีระหว่างถูกดำเนินคดี เวลาที่หนีไม่นับเป็นอายุความ',
    textEn: 'Time during which the accused is in flight does not count.',
    basis:
      'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 7 และ พ.ร.บ.วิธีพิจารณาคดีทุจริตและประพฤติมิชอบ พ.ศ. 2559 มาตรา 13',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'LIMIT-NACC-10',
    subject: 'time-limit',
    body: undefined,
    kinds: [...ofOfficials, 'giver'],
    actors,
    facts: {},
    textTh:
      'ป.ป.ช. ไม่รับเรื่องที่เกิดมาเกินสิบปี หรือผู้ถูกกล่าวหาพ้นตำแหน่งเกินห้าปี เว้นแต่มีหลักฐานชัดแจ้งและเสียหายร้ายแรง จึงควรแจ้งโดยเร็ว',
    textEn:
      'The NACC takes no matter older than ten years, or more than five years after the person left office, unless the evidence is plain and the damage grave. Report early.',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 55',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'COMP-NACC',
    subject: 'competence',
    body: 'nacc',
    kinds: [...ofOfficials, 'giver', 'forfeiture'],
    actors,
    facts: {},
    textTh: 'ป.ป.ช. ไต่สวนความผิดต่อตำแหน่งหน้าที่และร่ำรวยผิดปกติ รวมทั้งผู้ให้ ผู้ใช้ และผู้สนับสนุน',
    textEn:
      'The NACC inquires into malfeasance in office and unusual wealth, including givers, instigators and helpers.',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 28 และ 30',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'COMP-NACC-ALONE',
    subject: 'competence',
    body: 'nacc',
    kinds: ofOfficials,
    actors: ['elected', 'justice'],
    facts: {},
    textTh: 'ผู้บริหารและสมาชิกสภาท้องถิ่น ผู้พิพากษา อัยการ และผู้บริหารระดับสูง อยู่กับ ป.ป.ช. เท่านั้น ป.ป.ท. ไม่รับ',
    textEn:
      'Local executives and councillors, judges, prosecutors and the highest executives are for the NACC alone; the PACC does not take them.',
    basis: 'พ.ร.บ.มาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต พ.ศ. 2551 มาตรา 3 และ 25',
    status: 'confirmed',
    validFrom: '2008-01-25',
  },
  {
    code: 'COMP-PACC',
    subject: 'competence',
    body: 'pacc',
    kinds: ['office', 'nacc'],
    actors: ['official', 'state-enterprise'],
    facts: {},
    textTh:
      'ป.ป.ท. ไต่สวนเจ้าหน้าที่ของรัฐทั่วไป และเรื่องที่ ป.ป.ช. มอบหมาย คือผู้ดำรงตำแหน่งตั้งแต่อำนวยการระดับสูงลงมาหรือความผิดไม่ร้ายแรง',
    textEn:
      'The PACC inquires into ordinary officials, and into what the NACC hands over: posts of senior director and below, or lesser offences.',
    basis: 'พ.ร.บ.มาตรการของฝ่ายบริหารฯ พ.ศ. 2551 มาตรา 3, 17 และ 23 และ พ.ร.ป.ป.ป.ช. พ.ศ. 2561 มาตรา 62',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'COMP-POLICE-FORWARD',
    subject: 'competence',
    body: 'police',
    kinds: [...ofOfficials, 'giver'],
    actors,
    facts: {},
    textTh: 'แจ้งตำรวจก็ได้ พนักงานสอบสวนต้องรวบรวมหลักฐานเบื้องต้นแล้วส่ง ป.ป.ช. หรือ ป.ป.ท. ภายใน 30 วัน',
    textEn:
      'The police may be told as well: they gather first evidence and pass the matter to the NACC or PACC within 30 days.',
    basis: 'พ.ร.ป.ป.ป.ช. พ.ศ. 2561 มาตรา 61 และ พ.ร.บ.มาตรการของฝ่ายบริหารฯ พ.ศ. 2551 มาตรา 30',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'COMP-POLICE',
    subject: 'competence',
    body: 'police',
    kinds: ['ordinary', 'false-report'],
    actors,
    facts: {},
    textTh: 'พนักงานสอบสวน (ตำรวจ) ดำเนินคดีตามปกติ ถ้าเกี่ยวข้องกับการทุจริตของเจ้าหน้าที่อาจรวมกับคดีของ ป.ป.ช. หรือ ป.ป.ท.',
    textEn:
      'The police investigate in the ordinary way; when linked to an official’s corruption it may join the NACC’s or PACC’s case.',
    basis: 'ประมวลกฎหมายวิธีพิจารณาความอาญา และ พ.ร.ป.ป.ป.ช. พ.ศ. 2561 มาตรา 30',
    status: 'unconfirmed',
    source: 'ประมวลกฎหมายวิธีพิจารณาความอาญาไม่อยู่ในตัวบทที่มี รอเจ้าหน้าที่ยืนยัน',
    validFrom: '2018-07-22',
  },
  {
    code: 'COMP-SUPERIOR',
    subject: 'competence',
    body: 'superior',
    kinds: ofOfficials,
    actors: ['official', 'state-enterprise', 'elected'],
    facts: {},
    textTh: 'ผู้บังคับบัญชาดำเนินการทางวินัยได้เอง ศปท. หาข้อเท็จจริง เสนอ และติดตามจนมีผล',
    textEn:
      'The superior may take disciplinary action; the centre finds facts, proposes, and follows it to a result.',
    basis: 'พ.ร.ป.ป.ป.ช. พ.ศ. 2561 มาตรา 64 และกฎหมายว่าด้วยวินัยของหน่วยงานนั้น',
    status: 'unconfirmed',
    source: 'มาตรา 64 ตรวจกับตัวบทกลางปี 2562 แล้ว ส่วนกฎหมายวินัยของแต่ละหน่วยงานรอเจ้าหน้าที่ยืนยัน',
    validFrom: '2018-07-22',
  },
  {
    code: 'DISC-SERIOUS',
    subject: 'discipline',
    body: undefined,
    kinds: ofOfficials,
    actors: ['official', 'state-enterprise'],
    facts: {},
    textTh: 'ทุจริตต่อหน้าที่มักเป็นวินัยอย่างร้ายแรง สำหรับข้าราชการพลเรือนโทษคือปลดออกหรือไล่ออก หน่วยงานอื่นใช้กฎของตน',
    textEn:
      'Dishonesty in office is usually a serious breach of discipline; for civil servants dismissal or expulsion. Other bodies use their own rules.',
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551',
    status: 'unconfirmed',
    source: 'กฎหมายนี้ไม่อยู่ในตัวบทที่มี รอเจ้าหน้าที่ยืนยันมาตรา',
    validFrom: '2008-01-26',
  },
  {
    code: 'DISC-NACC-30',
    subject: 'discipline',
    body: 'nacc',
    kinds: ofOfficials,
    actors: ['official', 'state-enterprise', 'elected', 'justice'],
    facts: {},
    textTh: 'เมื่อ ป.ป.ช. ชี้มูล ผู้บังคับบัญชาต้องสั่งลงโทษภายใน 30 วันโดยไม่ต้องตั้งกรรมการสอบสวนวินัยอีก',
    textEn:
      'Once the NACC has found against someone, the superior orders the penalty within 30 days, without a new disciplinary inquiry.',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 98',
    status: 'confirmed',
    validFrom: '2018-07-22',
  },
  {
    code: 'DISC-PACC',
    subject: 'discipline',
    body: 'pacc',
    kinds: ['office', 'nacc'],
    actors: ['official', 'state-enterprise'],
    facts: {},
    textTh:
      'เมื่อ ป.ป.ท. ชี้มูล ผู้บังคับบัญชาต้องสั่งลงโทษในกำหนดและส่งสำเนาคำสั่งภายใน 15 วัน กำหนดตามตัวบทกลางปี 2562 คือ 30 วัน กฎหมายแก้ไขปี 2568 ต้องตรวจอีกครั้ง',
    textEn:
      'Once the PACC has found against someone, the superior orders the penalty in time and sends a copy within 15 days. The text of mid-2019 says 30 days; the amendment of 2025 must be checked.',
    basis: 'พ.ร.บ.มาตรการของฝ่ายบริหารฯ พ.ศ. 2551 มาตรา 40–42',
    status: 'unconfirmed',
    source: 'ตัวบทกลางปี 2562 ยังไม่รวมการแก้ไขฉบับที่ 4 พ.ศ. 2568',
    validFrom: '2008-01-25',
  },
];
