/** What the demonstration's seminars say. Speakers are invented. */
import type { SlotKind, SpeakerRole } from '#features/seminars/seminar.ts';

export const past = {
  titleTh:
    'สัมมนาเพื่อส่งเสริมและสนับสนุนการขับเคลื่อนภารกิจของศูนย์ปฏิบัติการต่อต้านการทุจริตกระทรวงมหาดไทย และจังหวัด ประจำปี 2562',
  titleEn: 'Seminar in support of the mission of the anti-corruption operation centres, 2019',
  summaryTh: 'ผู้แทนศูนย์จากส่วนกลาง ส่วนภูมิภาค และกรุงเทพมหานคร ฟังบรรยาย อภิปราย และแลกเปลี่ยนประสบการณ์ร่วมกัน',
  summaryEn: 'People of the centres heard lectures and a panel and exchanged what they had learnt.',
  startsOn: '2019-06-13',
  endsOn: '2019-06-14',
  venueTh: 'โรงแรมในกรุงเทพมหานคร',
  venueEn: 'A hotel in Bangkok',
  // There were more than two hundred; half of them here, so that the demonstration opens soon.
  seats: 100,
} as const;

export const coming = {
  titleTh: 'สัมมนาขับเคลื่อนภารกิจศูนย์ปฏิบัติการต่อต้านการทุจริตกระทรวงมหาดไทย และจังหวัด ประจำปี 2570',
  titleEn: 'Seminar of the anti-corruption operation centres, 2027',
  summaryTh: 'สองวันสำหรับเจ้าหน้าที่ทุกศูนย์ กฎหมายที่เปลี่ยน การรับเรื่องที่คุ้มครองผู้แจ้ง และการประเมินความเสี่ยง',
  summaryEn:
    'Two days for officers of all centres: law that changed, intake that protects reporters, assessing risks.',
  startsOn: '2027-06-17',
  endsOn: '2027-06-18',
  venueTh: 'โรงแรมริมน้ำเจ้าพระยา กรุงเทพมหานคร',
  venueEn: 'Riverside hotel, Bangkok',
  seats: 210,
  nominateBy: '2027-05-14',
  releaseOn: '2027-05-28',
} as const;

export const project = {
  trainingType: 'b',
  rationale:
    'รูปแบบการทุจริตเปลี่ยนไปตามเทคโนโลยีและระเบียบที่แก้ไข เจ้าหน้าที่ของศูนย์ส่วนใหญ่มีงานประจำอื่น และต้องรับเรื่อง ตรวจข้อเท็จจริง และให้คำปรึกษาโดยมีเวลาเรียนรู้น้อย',
  objectives:
    'เพื่อให้เจ้าหน้าที่รู้เท่าทันกฎหมาย ระเบียบ และนโยบายที่เปลี่ยน\nเพื่อฝึกการรับเรื่องและตรวจข้อเท็จจริงที่คุ้มครองผู้แจ้ง\nเพื่อแลกเปลี่ยนประสบการณ์ระหว่างศูนย์',
  targetQuantity: 'ผู้แทนศูนย์ทุกศูนย์ ศูนย์ละ 2 คน รวมไม่น้อยกว่า 180 คน',
  targetQuality: 'คะแนนหลังอบรมสูงกว่าก่อนอบรม และนำแนวคิดไปใช้ภายใน 6 เดือน',
  method: 'บรรยาย\nอภิปราย\nเสวนา\nแบ่งกลุ่มฝึกปฏิบัติ',
  moneySource: 'งบดำเนินงาน สำนักงานปลัดกระทรวงมหาดไทย',
  responsible: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
  evaluation: 'แบบทดสอบก่อนและหลัง\nแบบประเมินทันทีหลังจบ\nติดตามการนำไปใช้เมื่อครบ 3 และ 6 เดือน',
  expectedResults: 'เจ้าหน้าที่มีความรู้ ทักษะ และสมรรถนะที่งานของศูนย์ต้องใช้\nศูนย์นำแนวคิดและเทคนิคใหม่ไปปรับใช้',
};

export const lines = [
  { category: 'food', description: 'อาหารกลางวัน 2 มื้อ', quantity: 420, unit: 'มื้อ', unitPrice: 350 },
  { category: 'food', description: 'อาหารว่างและเครื่องดื่ม 4 มื้อ', quantity: 840, unit: 'มื้อ', unitPrice: 50 },
  { category: 'venue', description: 'ห้องประชุมพร้อมอุปกรณ์', quantity: 2, unit: 'วัน', unitPrice: 25_000 },
  { category: 'material', description: 'เอกสารและแฟ้มประกอบ', quantity: 210, unit: 'ชุด', unitPrice: 120 },
] as const;

export const rooms = [
  { nameTh: 'ห้องราชดำเนิน', nameEn: 'Ratchadamnoen room', capacity: 220 },
  { nameTh: 'ห้องเจ้าพระยา', nameEn: 'Chao Phraya room', capacity: 60 },
] as const;

export const speakers = [
  {
    nameTh: 'นายประพนธ์ ยุติธรรมดี',
    nameEn: 'Prapon Yutithamdee',
    positionTh: 'ผู้เชี่ยวชาญด้านกฎหมาย',
    organisationTh: 'หน่วยงานตรวจสอบ',
    affiliation: 'state',
  },
  {
    nameTh: 'ดร.วราภรณ์ ศึกษาดี',
    nameEn: 'Dr Waraporn Suksadee',
    positionTh: 'อาจารย์',
    organisationTh: 'มหาวิทยาลัยเอกชน',
    affiliation: 'non-state',
  },
  {
    nameTh: 'นายกิตติ บ้านสวย',
    nameEn: 'Kitti Bansuay',
    positionTh: 'หัวหน้าสำนักงานจังหวัด',
    organisationTh: 'จังหวัด',
    affiliation: 'state',
  },
  {
    nameTh: 'นางลัดดา ใจเย็น',
    nameEn: 'Ladda Jaiyen',
    positionTh: 'นิติกร',
    organisationTh: 'จังหวัด',
    affiliation: 'state',
  },
] as const;

type Part = {
  readonly kind: SlotKind;
  readonly titleTh: string;
  readonly titleEn: string;
  /** 0 is the first day. */
  readonly day: number;
  readonly from: string;
  readonly to: string;
  readonly room?: number;
  readonly by?: readonly (readonly [speaker: number, role: SpeakerRole, group?: number])[];
  readonly serves?: readonly string[];
  readonly groups?: number;
};

/** The last one breaks no rule of overlap, but pays three in one group: the budget has something to show. */
export const parts: readonly Part[] = [
  { kind: 'opening', titleTh: 'พิธีเปิด', titleEn: 'Opening', day: 0, from: '09:00', to: '09:30', room: 0 },
  {
    kind: 'test',
    titleTh: 'แบบทดสอบก่อนอบรม',
    titleEn: 'Test before',
    day: 0,
    from: '09:30',
    to: '10:00',
    room: 0,
  },
  { kind: 'break', titleTh: 'อาหารว่าง', titleEn: 'Break', day: 0, from: '10:00', to: '10:15' },
  {
    kind: 'lecture',
    titleTh: 'กฎหมายต่อต้านการทุจริตที่เปลี่ยนไป',
    titleEn: 'What changed in anti-corruption law',
    day: 0,
    from: '10:15',
    to: '12:00',
    room: 0,
    by: [[0, 'speaker']],
    serves: ['K1', 'K2'],
  },
  { kind: 'break', titleTh: 'อาหารกลางวัน', titleEn: 'Lunch', day: 0, from: '12:00', to: '13:00' },
  {
    kind: 'panel',
    titleTh: 'รับเรื่องอย่างไรให้ผู้แจ้งปลอดภัย',
    titleEn: 'Intake that keeps reporters safe',
    day: 0,
    from: '13:00',
    to: '15:00',
    room: 0,
    by: [
      [1, 'moderator'],
      [2, 'panellist'],
      [3, 'panellist'],
    ],
    serves: ['K5', 'S1'],
  },
  {
    kind: 'exchange',
    titleTh: 'เล่าจากจังหวัด: สิ่งที่ลองแล้วได้ผล',
    titleEn: 'From the provinces: what worked',
    day: 0,
    from: '15:15',
    to: '16:30',
    room: 0,
    by: [
      [3, 'moderator'],
      [2, 'panellist'],
    ],
    serves: ['S6'],
  },
  {
    kind: 'group-work',
    titleTh: 'ฝึกประเมินความเสี่ยงจากงานจริง',
    titleEn: 'Assessing risks of one’s own work',
    day: 1,
    from: '09:00',
    to: '12:00',
    room: 0,
    groups: 2,
    by: [
      [1, 'facilitator', 1],
      [2, 'facilitator', 1],
      [3, 'facilitator', 1],
    ],
    serves: ['S4'],
  },
  {
    kind: 'lecture',
    titleTh: 'คลินิกคำถามเรื่องวินัย',
    titleEn: 'Clinic: questions of discipline',
    day: 1,
    from: '09:00',
    to: '11:00',
    room: 1,
    by: [[0, 'speaker']],
    serves: ['K2'],
  },
  { kind: 'break', titleTh: 'อาหารกลางวัน', titleEn: 'Lunch', day: 1, from: '12:00', to: '13:00' },
  {
    kind: 'lecture',
    titleTh: 'เขียนรายงานข้อเท็จจริงให้ตัดสินใจได้',
    titleEn: 'Reports that can be decided on',
    day: 1,
    from: '13:00',
    to: '14:30',
    room: 0,
    by: [[1, 'speaker']],
    serves: ['S3'],
  },
  {
    kind: 'test',
    titleTh: 'แบบทดสอบหลังอบรม',
    titleEn: 'Test after',
    day: 1,
    from: '14:45',
    to: '15:15',
    room: 0,
  },
  { kind: 'closing', titleTh: 'สรุปและพิธีปิด', titleEn: 'Closing', day: 1, from: '15:15', to: '16:00', room: 0 },
];
