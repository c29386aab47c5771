/** What two centres of the demonstration add to the code of ethics: invented. */
export const demoConduct = [
  {
    by: 'head.chiangmai',
    standard: 'S2',
    kind: 'dont',
    behaviourTh: 'ไม่รับเงินสดจากผู้ชำระค่าธรรมเนียม',
    exampleTh: 'นักท่องเที่ยวยื่นเงินสดที่เคาน์เตอร์ ให้สแกนจ่ายเข้าบัญชีสำนักงานเท่านั้น',
  },
  {
    by: 'head.chiangmai',
    standard: 'S6',
    kind: 'do',
    behaviourTh: 'จัดล่ามให้ผู้ที่พูดภาษาไทยไม่คล่อง',
    exampleTh: 'ผู้เฒ่าชาติพันธุ์มายื่นคำขอ มีเจ้าหน้าที่ที่พูดภาษาเดียวกันช่วยอธิบาย',
  },
  {
    by: 'head.moi',
    standard: 'S4',
    kind: 'do',
    behaviourTh: 'แจ้งผลประโยชน์ขัดกันก่อนรับเป็นกรรมการทุกครั้ง',
    exampleTh: 'ก่อนประชุมคัดเลือกวิทยากร กรรมการตอบแบบแจ้งในระบบทุกคน',
  },
] as const;
