/** Words of the official papers, which are Thai whatever the reader's language. */
/** The ministry's centre is called so by its name already. */
const centreOf = (name: string) => (name.startsWith('ศูนย์') ? name : `ศูนย์ปฏิบัติการต่อต้านการทุจริต ${name}`);

export const papers = {
  office: (centre: string) => centreOf(centre),
  to: 'ปลัดกระทรวงมหาดไทย',
  signer: (centre: string) => `หัวหน้า${centreOf(centre)}`,
  what: { corruption: 'ความเสี่ยงการทุจริต', bribery: 'ความเสี่ยงการให้หรือรับสินบน' },
  subject: (what: string, year: number) => `รายงานผลการประเมิน${what} ประจำปีงบประมาณ พ.ศ. ${year}`,
  subjectResults: (what: string, year: number, half: string) =>
    `รายงานผลการจัดการ${what} ${half} ประจำปีงบประมาณ พ.ศ. ${year}`,
  halves: { 6: 'รอบ 6 เดือน', 12: 'รอบ 12 เดือน' },
  enclosure: (what: string) => `รายงานการประเมิน${what}พร้อมตาราง 1 ชุด`,
  cause: (basis: string | undefined, centre: string, what: string, year: number) =>
    basis === undefined
      ? `ด้วย ${centre} ได้ประเมิน${what} ประจำปีงบประมาณ พ.ศ. ${year} เรียบร้อยแล้ว จึงขอรายงานผลการประเมินดังนี้`
      : `ตาม${basis} ให้ส่วนราชการประเมิน${what}และรายงานผู้บังคับบัญชา ${centre} ได้ประเมิน${what} ประจำปีงบประมาณ พ.ศ. ${year} เรียบร้อยแล้ว`,
  found: (count: number, framework: string, grave: string) =>
    `การประเมินใช้เกณฑ์ “${framework}” พบความเสี่ยงรวม ${count} ข้อ ${grave} รายละเอียดตามด้านและระดับดังนี้`,
  grave: (names: string, count: number) => `อยู่ในระดับ${names} ${count} ข้อ`,
  plan: (count: number) =>
    `ได้กำหนดมาตรการ ผู้รับผิดชอบ กำหนดเสร็จ และตัวชี้วัดของความเสี่ยง ${count} ข้อที่ต้องจัดการ และจะรายงานผลในรอบ 6 เดือนและ 12 เดือน`,
  causeResults: (centre: string, what: string, year: number, half: string, day: string) =>
    `ตามที่ ${centre} ได้ประเมิน${what} ประจำปีงบประมาณ พ.ศ. ${year} และกำหนดมาตรการจัดการไว้ นั้น บัดนี้ครบ${half} (ถึงวันที่ ${day}) จึงขอรายงานผลดังนี้`,
  foundResults: (all: number, done: number, underWay: number, waiting: number) =>
    `ความเสี่ยงที่มีมาตรการ ${all} ข้อ ดำเนินการแล้วเสร็จ ${done} ข้อ อยู่ระหว่างดำเนินการ ${underWay} ข้อ ยังไม่เริ่มหรือยังไม่รายงาน ${waiting} ข้อ`,
  fell: (count: number) => `ความเสี่ยงคงเหลืออยู่ในระดับที่ต่ำกว่าเดิม ${count} ข้อ`,
  close: 'จึงเรียนมาเพื่อโปรดทราบ',
  closeDecide: 'จึงเรียนมาเพื่อโปรดพิจารณา',
  tables: {
    byDomain: 'จำนวนความเสี่ยงตามด้านและระดับ',
    matrix: (l: string, i: string) => `ตารางความเสี่ยง: ${l} (แถว) × ${i} (คอลัมน์)`,
    risks: 'รายการความเสี่ยงและมาตรการ',
    results: (half: string) => `ผลการจัดการความเสี่ยง ${half}`,
    domain: 'ด้าน',
    total: 'รวม',
    number: 'ที่',
    process: 'กระบวนงาน / ขั้นตอน',
    event: 'เหตุการณ์ความเสี่ยง',
    who: 'โดยใคร',
    how: 'ทำอย่างไร',
    known: 'ปัจจัย',
    isKnown: 'รู้แล้ว',
    isUnknown: 'ยังไม่เคยเกิด',
    cause: 'สาเหตุ',
    control: 'การควบคุมที่มี',
    quality: 'คุณภาพ',
    score: 'คะแนน',
    band: 'ระดับ',
    treatment: 'มาตรการ',
    owner: 'ผู้รับผิดชอบ',
    due: 'กำหนดเสร็จ',
    indicator: 'ตัวชี้วัด',
    progress: 'ความคืบหน้า',
    done: 'สิ่งที่ดำเนินการ',
    measured: 'ผลตามตัวชี้วัด',
    residual: 'คงเหลือ',
    month: 'รอบ (เดือน)',
  },
  progresses: { 'not-started': 'ยังไม่เริ่ม', 'under-way': 'กำลังดำเนินการ', done: 'แล้วเสร็จ' },
  notReported: 'ยังไม่รายงาน',
  subtitle: (centre: string, framework: string, version: number) =>
    `${centre} · เกณฑ์ ${framework} · ฉบับที่ ${version}`,
  draft: 'ร่าง ยังไม่ได้รับอนุมัติ',
  sheets: { risks: 'ความเสี่ยง', results: 'ผล', matrix: 'ตาราง', list: 'รายการประเมิน' },
};
