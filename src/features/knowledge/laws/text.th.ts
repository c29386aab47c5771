// Messages of the law library in Thai.
import type { DoubtCode } from './parse/law-text.ts';

const list = (numbers: readonly string[]) => (numbers.length > 0 ? numbers.join(', ') : '–');

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
  } as Record<DoubtCode, string>,
  importing: {
    usage: 'วิธีใช้: npm run laws:import -- [--check] โฟลเดอร์',
    unreadable: (folder: string) => `เปิดโฟลเดอร์ ${folder} ไม่ได้`,
    outcomes: { new: 'นำเข้าใหม่', unchanged: 'ไม่มีอะไรเปลี่ยน', changed: 'มีฉบับใหม่' },
    found: (law: { code: string; title: string; sections: number; outcome: string }) =>
      `${law.code}: ${law.title} · ${law.sections} มาตรา · ${law.outcome}`,
    difference: (sections: {
      added: readonly string[];
      changed: readonly string[];
      removed: readonly string[];
    }) => `  เพิ่ม ${list(sections.added)} · แก้ ${list(sections.changed)} · ตัดออก ${list(sections.removed)}`,
    doubt: (line: number, about: string, message: string) => `  บรรทัด ${line} (${about}): ${message}`,
    noFiles: (folder: string) => `ไม่มีแฟ้ม .txt ในโฟลเดอร์ ${folder}`,
  },
};

export type LawsText = typeof th;
