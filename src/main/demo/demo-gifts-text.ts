/** Invented gifts and conflicts. No person, company or event here exists; days count back from the end of the play. */
type Decision = {
  readonly by: string;
  readonly ago: number;
  readonly what: 'keep' | 'return' | 'hand-over' | 'mistaken';
  readonly why: string;
};
export type DemoGift = {
  readonly by: string;
  readonly received: number;
  readonly reported: number;
  readonly kind?: 'solicitation';
  readonly giver: string;
  readonly relation: string;
  readonly item: string;
  readonly value: number;
  readonly occasion: string;
  readonly reason: string;
  readonly decision?: Decision;
  readonly proof?: { readonly ago: number; readonly note: string };
};

export const demoGifts: readonly DemoGift[] = [
  {
    by: 'chiangmai',
    received: 38,
    reported: 36,
    giver: 'หจก. ดอยทองก่อสร้าง',
    relation: 'PRIVATE-BODY',
    item: 'กระเช้าของขวัญพร้อมบัตรกำนัลห้างสรรพสินค้า',
    value: 6500,
    occasion: 'ขอบคุณหลังส่งมอบงาน',
    reason: 'พนักงานฝากไว้ที่โต๊ะประชาสัมพันธ์แล้วกลับไป ติดต่อให้มารับคืนแล้วไม่มา',
    decision: {
      by: 'head.chiangmai',
      ago: 9,
      what: 'return',
      why: 'ผู้ให้เป็นคู่สัญญาของจังหวัด การเก็บไว้กระทบความเป็นกลางในการตรวจรับงวดต่อไป ให้คืนและขอใบรับ',
    },
    proof: { ago: 6, note: 'คืนแก่ผู้จัดการ หจก. ดอยทองก่อสร้าง ใบรับเลขที่ 44/2569' },
  },
  {
    by: 'chiangmai',
    received: 20,
    reported: 19,
    giver: 'ป้าคำ ผู้มาติดต่อทำบัตร',
    relation: 'CITIZEN',
    item: 'ลำไยสองถุง',
    value: 240,
    occasion: 'ขอบคุณที่ช่วยกรอกแบบ',
    reason: 'ปฏิเสธแล้วแต่วางไว้และเดินทางกลับดอย',
  },
  {
    by: 'chiangmai',
    received: 22,
    reported: 21,
    giver: 'สมาคมผู้ประกอบการเหมืองหินล้านนา',
    relation: 'PRIVATE-BODY',
    item: 'นาฬิกาตั้งโต๊ะชุบทอง',
    value: 12_000,
    occasion: 'งานเลี้ยงครบรอบสมาคม',
    reason: 'มอบบนเวทีต่อหน้าแขก การปฏิเสธทันทีจะเสียมารยาท',
  },
  {
    by: 'head.chiangmai',
    received: 12,
    reported: 11,
    giver: 'คณะดูงานจากต่างประเทศ',
    relation: 'FOREIGN',
    item: 'เครื่องเคลือบลายคราม',
    value: 8000,
    occasion: 'ต้อนรับคณะดูงาน',
    reason: 'เป็นธรรมเนียมแลกเปลี่ยนของที่ระลึกระหว่างหน่วยงาน',
    decision: {
      by: 'head.moi',
      ago: 8,
      what: 'hand-over',
      why: 'เป็นของที่มอบแก่หน่วยงาน ให้ลงทะเบียนเป็นทรัพย์สินของจังหวัดและจัดแสดง',
    },
  },
  {
    by: 'phuket',
    received: 16,
    reported: 16,
    giver: 'บริษัท อันดามันมารีน่า จำกัด',
    relation: 'PRIVATE-BODY',
    item: 'บัตรล่องเรือสองที่นั่ง',
    value: 3800,
    occasion: 'เปิดท่าเรือใหม่',
    reason: 'ส่งมาทางไปรษณีย์โดยไม่แจ้งล่วงหน้า',
    decision: {
      by: 'head.moi',
      ago: 12,
      what: 'return',
      why: 'ผู้ให้มีคำขออนุญาตอยู่ระหว่างพิจารณา',
    },
    proof: { ago: 10, note: 'ส่งคืนทางไปรษณีย์ลงทะเบียน เลขที่ RG 0042 1187 TH' },
  },
  {
    by: 'bangkok',
    received: 14,
    reported: 13,
    giver: 'พี่สาว',
    relation: 'RELATIVE',
    item: 'สร้อยข้อมือทอง',
    value: 15_000,
    occasion: 'วันเกิด',
    reason: 'ญาติให้ตามประเพณี แจ้งเพื่อความโปร่งใส',
  },
  {
    by: 'lands',
    received: 26,
    reported: 25,
    giver: 'สำนักงานทนายความสมหมาย',
    relation: 'PRIVATE-BODY',
    item: 'ชุดเครื่องเขียน',
    value: 1200,
    occasion: 'เยี่ยมสำนักงาน',
    reason: 'แจกแก่ผู้เข้าร่วมประชุมทุกคน',
    decision: { by: 'head.moi', ago: 20, what: 'keep', why: 'ไม่เกินเกณฑ์และแจกทั่วไป' },
  },
  {
    by: 'pea',
    received: 30,
    reported: 29,
    kind: 'solicitation',
    giver: 'ผู้ประกอบการในนิคมสามราย',
    relation: 'PRIVATE-BODY',
    item: 'เงินสนับสนุนงานวิ่งการกุศลของหน่วยงาน',
    value: 60_000,
    occasion: 'งานวิ่งการกุศลประจำปี',
    reason: 'ยังไม่มีหนังสืออนุญาต',
    decision: {
      by: 'head.moi',
      ago: 18,
      what: 'return',
      why: 'เรี่ยไรโดยยังไม่ได้รับอนุญาตตามระเบียบ ให้คืนเงินทั้งหมดและยื่นขออนุญาตก่อน',
    },
  },
  {
    by: 'head.songkhla',
    received: 9,
    reported: 8,
    giver: 'สหกรณ์ยางพาราบ้านพรุ',
    relation: 'PRIVATE-BODY',
    item: 'ตู้แช่ขนาดเล็ก',
    value: 5400,
    occasion: 'ขอบคุณโครงการถนนเข้าสวน',
    reason: 'นำมาส่งถึงสำนักงานในวันหยุด',
  },
  {
    by: 'head.dopa',
    received: 5,
    reported: 4,
    giver: 'ผู้ใต้บังคับบัญชากลุ่มงาน',
    relation: 'SUBORDINATE',
    item: 'พวงมาลัยและผ้าไหม',
    value: 2500,
    occasion: 'รับตำแหน่งใหม่',
    reason: 'รวมเงินกันซื้อไว้แล้ว',
  },
  {
    by: 'head.moi',
    received: 7,
    reported: 6,
    giver: 'บริษัท ระบบเมืองอัจฉริยะ จำกัด',
    relation: 'PRIVATE-BODY',
    item: 'แท็บเล็ตหนึ่งเครื่อง',
    value: 18_900,
    occasion: 'งานสัมมนานอกสถานที่',
    reason: 'จับสลากได้บนเวที',
    decision: {
      by: 'overseer',
      ago: 3,
      what: 'return',
      why: 'ผู้ให้เป็นผู้เสนอราคาในโครงการของกระทรวง',
    },
  },
];

export const demoConflicts = [
  {
    by: 'chiangmai',
    ago: 24,
    matter: 'procurement',
    about: 'จ้างปรับปรุงระบบประปาหมู่บ้าน เลขที่ 18/2570',
    relation: 'KIN',
    interest: 'RELATIVE-BIDS',
    detail: 'ลูกพี่ลูกน้องเป็นกรรมการของผู้เสนอราคารายหนึ่ง',
    decision: { by: 'head.chiangmai', action: 'recuse', why: 'ให้งดเป็นกรรมการพิจารณาผล และแต่งตั้งผู้อื่นแทน' },
  },
  {
    by: 'lands',
    ago: 17,
    matter: 'licence',
    about: 'คำขอรังวัดแบ่งแยกที่ดิน แปลงบ้านทุ่งทอง',
    relation: 'CREDITOR',
    interest: 'CONTRACT',
    detail: 'เป็นเจ้าหนี้เงินกู้ของผู้ยื่นคำขอ มีสัญญากู้ลงวันที่ปีก่อน',
    decision: { by: 'head.moi', action: 'recuse', why: 'ให้มอบเจ้าพนักงานผู้อื่นพิจารณาคำขอนี้' },
  },
  {
    by: 'second.moi',
    ago: 10,
    matter: 'other',
    about: 'ที่ปรึกษาสมาคมกีฬาจังหวัด',
    relation: 'OTHER-GROUND',
    interest: 'SECOND-JOB',
    detail: 'สมาคมขอรับเงินอุดหนุนจากกระทรวงปีนี้',
    decision: undefined,
  },
  {
    by: 'head.ubon',
    ago: 13,
    matter: 'appointment',
    about: 'คัดเลือกลูกจ้างชั่วคราวตำแหน่งพนักงานขับรถ',
    relation: 'KIN',
    interest: 'PERSONAL',
    detail: 'หลานเป็นผู้สมัคร',
    decision: undefined,
  },
] as const;
