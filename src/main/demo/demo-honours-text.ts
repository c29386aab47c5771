/** Categories and nominations of the demonstration: invented. */
const common = {
  most: 10,
  threshold: 75,
  leastScorers: 3,
  leastNominees: 3,
  basisTh: 'หลักเกณฑ์สมมติของการสาธิต',
  basisEn: 'An invented rule of the demonstration',
  source: 'demonstration',
  status: 'unconfirmed',
} as const;

export const demoCategory = [
  {
    ...common,
    code: 'PERSON',
    nameTh: 'คนดีศรีมหาดไทย',
    nameEn: 'Good officer of the Interior',
    nominee: 'person',
    criteria:
      '40 | ความซื่อสัตย์สุจริต | Honesty\n30 | ประโยชน์ต่อประชาชน | Service to the people\n30 | เป็นแบบอย่างแก่ผู้อื่น | Example to others',
  },
  {
    ...common,
    code: 'UNIT',
    nameTh: 'หน่วยงานโปร่งใส',
    nameEn: 'Transparent office',
    nominee: 'unit',
    criteria: '50 | การเปิดเผยข้อมูล | Openness\n50 | การป้องกันการทุจริตที่เห็นผล | Prevention that shows results',
  },
] as const;

export const demoNominees = [
  {
    name: 'chiangmai',
    by: 'head.chiangmai',
    support: 'new.chiangmai',
    citation: 'คืนเงินค่าธรรมเนียมที่เก็บเกินให้ผู้สูงอายุ 43 ราย และแก้แบบคำขอไม่ให้เกิดซ้ำ',
    reasons: [
      'พบว่าเก็บค่าธรรมเนียมเกินจึงรายงานและคืนครบทุกราย',
      'ออกหน่วยรับคำขอที่บ้านผู้ป่วยติดเตียงทุกเดือน',
      'สอนเจ้าหน้าที่ใหม่ให้ตรวจยอดสองคน',
    ],
  },
  {
    name: 'new.chiangmai',
    by: 'head.chiangmai',
    support: 'chiangmai',
    citation: 'เข้าเวรแทนเพื่อนร่วมงานที่ป่วยตลอดฤดูน้ำหลาก',
    reasons: ['ไม่รับของจากผู้ขายถุงทราย', 'แจกถุงทรายถึงบ้าน 200 หลัง', 'ชวนเพื่อนร่วมงานมาช่วยในวันหยุด'],
  },
  {
    name: 'officer.moi',
    by: 'ethics.moi',
    support: 'second.moi',
    citation: 'จัดทำคู่มือขออนุญาตฉบับอ่านง่ายที่ทุกจังหวัดนำไปใช้',
    reasons: ['เปิดเผยขั้นตอนและค่าธรรมเนียมทุกบาท', 'ลดเวลารอจาก 15 วันเหลือ 4 วัน', 'อบรมวิทยากรครบทุกจังหวัด'],
  },
  {
    name: 'second.moi',
    by: 'ethics.moi',
    support: 'officer.moi',
    citation: 'รับฟังผู้ร้องเรียนด้วยความเคารพมาตลอดยี่สิบปี',
    reasons: ['ไม่เคยรับสิ่งของจากผู้ร้อง', 'ติดตามเรื่องจนผู้ร้องได้รับคำตอบทุกราย', 'เป็นที่ปรึกษาของเจ้าหน้าที่รุ่นใหม่'],
  },
] as const;
