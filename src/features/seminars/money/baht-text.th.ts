/** Thai words of numbers and money. */
export const bahtWords = {
  zero: 'ศูนย์',
  digits: ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'],
  places: ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'],
  /** Twenty is ยี่สิบ, and the last one of more digits is เอ็ด. */
  twoOfTens: 'ยี่',
  lastOne: 'เอ็ด',
  million: 'ล้าน',
  baht: 'บาท',
  satang: 'สตางค์',
  exactly: 'ถ้วน',
} as const;
