/** Invented words of the demonstration's disclosure. */
export const demoOwner = 'กลุ่มงานอำนวยการ';
export const demoRemark = 'เปิดได้ แต่ยังเป็นข้อมูลของปีก่อน โปรดปรับให้เป็นปีปัจจุบัน';
export const demoAppeal = 'ข้อมูลปีปัจจุบันอยู่ในตารางที่สองของหน้าเดียวกัน ขอให้พิจารณาใหม่';
