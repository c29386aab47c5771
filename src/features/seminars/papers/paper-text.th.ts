/** Words of the papers themselves. Official papers are in Thai whatever the reader's language. */
export const paperWords = {
  /** Who decides, by kind of centre; a paper may name another. */
  addressees: {
    ministry: 'ปลัดกระทรวงมหาดไทย',
    department: 'อธิบดี',
    'state-enterprise': 'ผู้บริหารสูงสุดของรัฐวิสาหกิจ',
    bangkok: 'ปลัดกรุงเทพมหานคร',
    province: 'ผู้ว่าราชการจังหวัด',
  },
  /** A centre by its full name: provinces are kept by their own name alone. */
  centre: (name: string, kind: string) =>
    name.startsWith('ศูนย์') ? name : `ศูนย์ปฏิบัติการต่อต้านการทุจริต ${kind === 'province' ? 'จังหวัด' : ''}${name}`,
  allCentres: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต ทุกศูนย์',
  contact: (phone: string) => `โทร. ${phone}`,
  dates: (first: string, last: string) =>
    first === last ? `ในวันที่ ${first}` : `ระหว่างวันที่ ${first} ถึง ${last}`,
  venue: (venue: string) => `ณ ${venue}`,
  numbered: (number: number, label: string) => `${number}. ${label}`,
  items: {
    rationale: 'หลักการและเหตุผล',
    objectives: 'วัตถุประสงค์',
    target: 'เป้าหมาย',
    quantity: (text: string) => `เชิงปริมาณ: ${text}`,
    quality: (text: string) => `เชิงคุณภาพ: ${text}`,
    method: 'วิธีดำเนินการ',
    period: 'ระยะเวลา',
    place: 'สถานที่',
    budget: 'งบประมาณ',
    responsible: 'ผู้รับผิดชอบโครงการ',
    evaluation: 'การประเมินผล',
    expectedResults: 'ผลที่คาดว่าจะได้รับ',
  },
  budget: {
    columns: ['ที่', 'รายการ', 'จำนวน', 'ราคาต่อหน่วย', 'เป็นเงิน (บาท)'],
    fees: 'ค่าสมนาคุณวิทยากรตามกำหนดการ',
    total: 'รวมทั้งสิ้น',
    words: (source: string, amount: string, words: string) =>
      `รวมทั้งสิ้น ${amount} บาท (${words})${source ? ` เบิกจ่ายจาก${source}` : ''}`,
    none: 'ยังไม่มีรายการค่าใช้จ่าย',
  },
  approval: {
    subject: (title: string) => `ขออนุมัติโครงการและงบประมาณ ${title}`,
    cause: (office: string, title: string, when: string, venue: string, seats: string) =>
      `ด้วย${office} กำหนดจัด${title} ${when} ${venue} ผู้เข้าร่วม ${seats} คน รายละเอียดโครงการดังนี้`,
    end: 'จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติโครงการและงบประมาณดังกล่าว',
  },
  invitation: {
    subject: (title: string) => `ขอเชิญส่งผู้แทนเข้าร่วม${title}`,
    cause: (office: string, title: string, when: string, venue: string) =>
      `ด้วย${office} กำหนดจัด${title} ${when} ${venue} กำหนดการตามสิ่งที่ส่งมาด้วย 2`,
    wish: (deadline: string) =>
      `จึงขอให้ศูนย์ของท่านเสนอชื่อผู้เข้าร่วมตามจำนวนที่นั่งในสิ่งที่ส่งมาด้วย 1 ผ่านระบบโปร่งใส เมนู “สัมมนา”${
        deadline ? ` ภายในวันที่ ${deadline}` : ''
      }`,
    release: (day: string) => `ที่นั่งที่ไม่ได้เสนอชื่อภายในวันที่ ${day} จะให้แก่ผู้อยู่ในรายชื่อสำรอง`,
    end: 'จึงเรียนมาเพื่อโปรดพิจารณา',
    programme: 'กำหนดการ',
    quotas: 'บัญชีจำนวนที่นั่งของแต่ละศูนย์',
    quotaColumns: ['ที่', 'ศูนย์', 'จำนวนที่นั่ง'],
    quotaTotal: 'รวม',
    noQuotas: 'จำนวนที่นั่งของแต่ละศูนย์จะแจ้งในระบบเมื่อกำหนดแล้ว',
  },
  speaker: {
    subject: (title: string) => `ขอเชิญเป็นวิทยากรใน${title}`,
    cause: (office: string, title: string, when: string, venue: string) =>
      `ด้วย${office} กำหนดจัด${title} ${when} ${venue}`,
    wish: 'เห็นว่าท่านเป็นผู้มีความรู้และประสบการณ์ในเรื่องนี้ จึงขอเรียนเชิญท่านตามรายการต่อไปนี้',
    columns: ['วันและเวลา', 'หัวข้อ', 'หน้าที่'],
    end: 'จึงเรียนมาเพื่อโปรดพิจารณาตอบรับ จักขอบคุณยิ่ง',
  },
  programme: {
    title: 'กำหนดการ',
    columns: ['เวลา', 'รายการ', 'ห้อง'],
    allRooms: 'ทุกห้อง',
    none: 'ยังไม่มีกำหนดการ',
  },
  signIn: {
    title: 'ใบลงชื่อผู้เข้าร่วม',
    half: (day: string, half: 'morning' | 'afternoon') =>
      `${day} ${half === 'morning' ? 'ช่วงเช้า' : 'ช่วงบ่าย'}`,
    columns: ['ที่', 'ชื่อ', 'ตำแหน่ง', 'ลายมือชื่อ', 'หมายเหตุ'],
    nobody: 'ยังไม่มีผู้ได้รับที่นั่ง แบบนี้มีแถวว่างให้ลงชื่อ',
    noHalves: 'ยังไม่มีกำหนดการที่นับเป็นเวลาเข้าร่วม จึงยังไม่มีใบลงชื่อ',
  },
  summary: {
    subject: (title: string) => `รายงานสรุปผล${title}`,
    cause: (office: string, title: string, when: string, venue: string) =>
      `ตามที่${office} ได้จัด${title} ${when} ${venue} บัดนี้การดำเนินงานเสร็จสิ้นแล้ว ขอรายงานสรุปผลดังนี้`,
    target: 'เป้าหมายที่ตั้งไว้',
    people: 'ผู้เข้าร่วม',
    confirmed: (count: number, centres: number) => `ได้รับที่นั่ง ${count} คน จาก ${centres} ศูนย์`,
    attended: (count: number) => `เข้าร่วมจริง ${count} คน`,
    completed: (count: number) => `เข้าร่วมครบตามเกณฑ์วุฒิบัตร ${count} คน`,
    learning: 'ผลการเรียนรู้',
    tests: (pairs: number, before: string, after: string, gain: string) =>
      `ผู้ทำแบบทดสอบครบทั้งก่อนและหลัง ${pairs} คน คะแนนเฉลี่ยก่อนร้อยละ ${before} หลังร้อยละ ${after} พัฒนาได้ร้อยละ ${gain} ของส่วนที่พัฒนาได้`,
    opinion: 'ผลการประเมิน',
    answered: (count: number) => `ผู้ตอบแบบประเมิน ${count} คน คะแนนเฉลี่ยจากเต็ม 5`,
    opinionColumns: ['ด้าน', 'คะแนนเฉลี่ย'],
    money: 'งบประมาณ',
    spent: (amount: string, words: string) => `ประมาณการค่าใช้จ่ายตามโครงการ ${amount} บาท (${words})`,
    expected: 'ผลที่คาดว่าจะได้รับตามโครงการ',
    missing: {
      confirmed: 'ยังไม่มีข้อมูลผู้ได้รับที่นั่งในระบบ',
      attendance: 'ยังไม่มีข้อมูลการลงเวลาในระบบ',
      tests: 'ยังไม่มีคะแนนแบบทดสอบก่อนและหลังที่จับคู่กันได้ในระบบ',
      evaluation: 'ยังไม่มีผลประเมินในระบบ',
    },
    end: 'จึงเรียนมาเพื่อโปรดทราบ',
  },
  claim: {
    subject: (title: string) => `ขออนุมัติเบิกค่าใช้จ่าย${title}`,
    cause: (title: string, when: string, venue: string) =>
      `ตามที่ได้รับอนุมัติให้จัด${title} ${when} ${venue} ขอเบิกค่าใช้จ่ายดังนี้`,
    lines: 'รายการค่าใช้จ่าย',
    fees: 'ค่าสมนาคุณวิทยากร',
    feeColumns: ['วิทยากร', 'หัวข้อ', 'ชั่วโมง', 'อัตรา', 'เป็นเงิน (บาท)'],
    feeTotal: 'รวมค่าสมนาคุณ',
    findings: 'รายการที่เกินหลักเกณฑ์ เพื่อประกอบการพิจารณา',
    finding: (who: string, found: string, basis: string, isConfirmed: boolean) =>
      `${who}: ${found} (${basis}${isConfirmed ? '' : ' ข้อนี้ยังไม่ยืนยัน'})`,
    end: 'จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ',
  },
} as const;
