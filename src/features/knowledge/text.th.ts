// Messages of the knowledge feature in Thai.
import type { DoubtCode } from './laws/parse/law-text.ts';

export const th = {
  doubts: {
    'no-sections': 'ไม่พบมาตราหรือข้อใดเลย โปรดตรวจว่าเป็นตัวบทกฎหมาย',
    'no-title': 'อ่านชื่อกฎหมายไม่ออก โปรดพิมพ์ชื่อเอง',
    'no-year': 'ไม่พบปี พ.ศ. ของกฎหมาย',
    gap: 'เลขมาตราขาดไป อาจถูกยกเลิกหรือตกหล่น',
    'not-from-one': 'มาตราแรกไม่ใช่มาตรา ๑',
    'left-out': 'ดูเหมือนเป็นต้นมาตรา แต่เลขไม่เรียงตามลำดับ จึงไม่นับ',
    'unusual-start': 'นับเป็นมาตราเพราะเลขเรียงพอดี แต่รูปแบบไม่เหมือนต้นมาตรา',
    'odd-spelling': 'คำว่า “มาตรา” สะกดต่างไป แต่เลขเรียงพอดี จึงนับ',
    glued: 'มาตรานี้อยู่กลางบรรทัด ติดกับมาตราก่อนหน้า',
    'empty-section': 'มาตรานี้ไม่มีข้อความ',
    'footnote-without-text': 'มีเครื่องหมายเชิงอรรถ แต่ไม่พบข้อความของเชิงอรรถ',
    'heading-without-title': 'หัวเรื่องมีเลข แต่ไม่มีชื่อ',
  } satisfies Record<DoubtCode, string>,
  importing: {
    usage: 'วิธีใช้: npm run laws:import -- [--check] โฟลเดอร์',
    unreadable: (folder: string) => `เปิดโฟลเดอร์ ${folder} ไม่ได้`,
    noFiles: (folder: string) => `ไม่มีแฟ้ม .txt ในโฟลเดอร์ ${folder}`,
  },
};

export type KnowledgeText = typeof th;
