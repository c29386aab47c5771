/** Words of the fields that every form shares, in Thai. */
export const th = {
  date: {
    day: 'วันที่',
    month: 'เดือน',
    year: 'ปี พ.ศ.',
    noMonth: 'เลือกเดือน',
    impossible: 'ไม่มีวันที่นี้ โปรดตรวจวัน เดือน และปี (ใส่ปีสี่หลัก)',
  },
  time: {
    hint: 'เวลา 24 ชั่วโมง เช่น 8.30 หรือ 13.00',
    impossible: 'ไม่มีเวลานี้ โปรดเขียนเช่น 8.30 หรือ 13.00',
  },
  file: {
    choose: 'เลือกไฟล์',
    chooseMany: 'เลือกไฟล์ (ได้หลายไฟล์)',
    none: 'ยังไม่ได้เลือกไฟล์',
    count: (count: number) => `เลือกแล้ว ${count} ไฟล์`,
  },
};
