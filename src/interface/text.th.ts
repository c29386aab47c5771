/** Words of the frame around every page, in Thai. */
export const th = {
  brand: 'โปร่งใส',
  brandLine: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
  skip: 'ข้ามไปเนื้อหา',
  nav: {
    home: 'หน้าแรก',
    report: 'แจ้งเรื่อง',
    follow: 'ติดตามเรื่อง',
    centres: 'ศูนย์ทั้งหมด',
    privacy: 'เราเห็นอะไร',
    news: 'ข่าว',
  },
  officeNav: {
    news: 'ข่าว',
    circulars: 'หนังสือเวียน',
    laws: 'กฎหมาย',
    lessons: 'บทเรียน',
    questions: 'ถามตอบ',
    notices: 'แจ้งเตือน',
    unseen: (count: number) => `ยังไม่ได้ดู ${count} เรื่อง`,
  },
  mainNav: 'เมนูหลัก',
  otherLanguage: 'English',
  leave: 'ออกจากหน้านี้ทันที',
  foot: {
    offences: 'เรื่องนี้ผิดกฎหมายข้อไหน',
    laws: 'กฎหมาย',
    lessons: 'รู้ทันรูปแบบการทุจริต',
    circulars: 'หนังสือเวียนและนโยบาย',
    ledger: 'ตรวจสอบสมุดบันทึก',
    officers: 'สำหรับเจ้าหน้าที่',
  },
  notFound: {
    title: 'ไม่พบหน้านี้',
    body: 'ที่อยู่อาจพิมพ์ผิด หรือหน้านี้ถูกย้ายไปแล้ว ข้อมูลที่ท่านส่งไว้ไม่ได้หายไป',
    home: 'กลับหน้าแรก',
  },
  fault: {
    title: 'ระบบขัดข้อง',
    body: 'ขออภัย คำขอนี้ยังไม่สำเร็จ โปรดลองอีกครั้ง หากส่งเรื่องอยู่ ให้กดส่งซ้ำได้ ระบบจะนับเป็นเรื่องเดียว',
    again: 'ลองอีกครั้ง',
  },
} as const;
