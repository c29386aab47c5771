// Words of papers. Official papers are Thai by rule, so theirs stand here only; the rest exist in both languages.
import { th as calendar } from '../calendar/text.th.ts';

export const th = {
  printed: (when: string) => `พิมพ์เมื่อ ${when}`,
  certificate: {
    title: {
      participant: 'เกียรติบัตร',
      speaker: 'เกียรติบัตร',
      organiser: 'เกียรติบัตร',
    },
    givenTo: 'ขอมอบให้ไว้เพื่อแสดงว่า',
    line: {
      participant: 'ได้ผ่านการเข้าร่วมการสัมมนา',
      speaker: 'ได้เป็นวิทยากรในการสัมมนา',
      organiser: 'ได้ร่วมจัดการสัมมนา',
    },
    on: (date: string) => `เมื่อวันที่ ${date}`,
    between: (from: string, to: string) => `ระหว่างวันที่ ${from} – ${to}`,
    hours: (hours: string) => `รวม ${hours} ชั่วโมง`,
    place: (place: string) => `ณ ${place}`,
    issued: (date: string) => `ให้ไว้ ณ วันที่ ${date}`,
    number: (number: string) => `เลขที่ ${number}`,
    verify: 'ตรวจสอบได้ที่',
    qr: (address: string) => `คิวอาร์โค้ดสำหรับตรวจสอบเกียรติบัตรที่ ${address}`,
  },
};

/** Words that official papers carry by the rules on correspondence. */
export const official = {
  memo: 'บันทึกข้อความ',
  office: 'ส่วนราชการ',
  phone: (phone: string) => `โทร. ${phone}`,
  number: 'ที่',
  date: 'วันที่',
  subject: 'เรื่อง',
  to: 'เรียน',
  references: 'อ้างถึง',
  enclosures: 'สิ่งที่ส่งมาด้วย',
  closing: 'ขอแสดงความนับถือ',
  order: (issuer: string) => `คำสั่ง${issuer}`,
  orderNumber: (number: string) => `ที่ ${number}`,
  ordered: (date: string) => `สั่ง ณ วันที่ ${date}`,
  announcement: (issuer: string) => `ประกาศ${issuer}`,
  announced: (date: string) => `ประกาศ ณ วันที่ ${date}`,
  subjectLine: (subject: string) => `เรื่อง ${subject}`,
  era: (day: string, month: string, year: string) => `${day} ${month} พ.ศ. ${year}`,
  urgency: { urgent: 'ด่วน', 'very-urgent': 'ด่วนมาก', 'most-urgent': 'ด่วนที่สุด' },
  secrecy: { confidential: 'ลับ', secret: 'ลับมาก', 'top-secret': 'ลับที่สุด' },
};

/** A number is not parted from the word before it, nor a day from its month and year. */
export const boundToNumber = ['มาตรา', 'ข้อ', 'วรรค', 'ที่', 'เลขที่', 'หน้า', 'ครั้งที่', 'พ.ศ.', 'ฉบับที่', 'ปี'];
export const monthNames = [...calendar.months, ...calendar.shortMonths];
