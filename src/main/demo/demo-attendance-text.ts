/** Invented words of the attendance of the demonstration. */
export const demoReasons = {
  door: 'ประตูใหญ่ เครื่อง 1',
  forgot: 'อยู่ในห้องตั้งแต่ต้น ลืมสแกน ตรวจจากภาพถ่ายแล้ว',
  called: 'ผู้ว่าราชการจังหวัดเรียกประชุมด่วน',
  headOfCentre: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
} as const;
