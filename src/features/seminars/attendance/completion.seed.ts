/** What a seminar asks for a certificate when its organisers say nothing else. */
const source = 'ประกาศหลักสูตรของหลายหน่วยงาน ไม่พบระเบียบที่ใช้กับทุกกระทรวง';

export const completionSeeds = [
  {
    code: 'attendance-percent',
    percent: 80,
    basis: 'แนวปฏิบัติทั่วไปของหลักสูตรภาครัฐ: เข้าร่วมไม่น้อยกว่าร้อยละ 80',
    source,
  },
  {
    code: 'post-test-percent',
    percent: 60,
    basis: 'แนวปฏิบัติทั่วไป: คะแนนหลังเรียนร้อยละ 60 ถึง 80 ใช้ค่าต่ำสุด',
    source,
  },
] as const;
