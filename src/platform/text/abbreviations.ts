// Abbreviations and their full forms, both ways, and the English words officers and reporters use for Thai ones.
// Used by the segmenter (an abbreviation is one word) and by search (either form finds the other).

export type Abbreviation = {
  readonly short: string;
  readonly full: string;
  readonly english?: readonly string[];
};

/** Offices, posts, units of law and of time. `english` holds lower-case forms people type. */
export const abbreviations: readonly Abbreviation[] = [
  entry('ศปท.', 'ศูนย์ปฏิบัติการต่อต้านการทุจริต', 'acoc', 'anti-corruption operation centre'),
  entry('ป.ป.ช.', 'คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ', 'nacc'),
  entry('ป.ป.ท.', 'คณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ', 'pacc'),
  entry('ปปง.', 'สำนักงานป้องกันและปราบปรามการฟอกเงิน', 'amlo'),
  entry('สตง.', 'สำนักงานการตรวจเงินแผ่นดิน', 'state audit office'),
  entry('คตง.', 'คณะกรรมการตรวจเงินแผ่นดิน'),
  entry('ศอตช.', 'ศูนย์อำนวยการต่อต้านการทุจริตแห่งชาติ'),
  entry('คตช.', 'คณะกรรมการต่อต้านการทุจริตแห่งชาติ'),
  entry('ก.พ.', 'คณะกรรมการข้าราชการพลเรือน', 'ocsc'),
  entry('ก.พ.ค.', 'คณะกรรมการพิทักษ์ระบบคุณธรรม'),
  entry('ก.พ.ร.', 'คณะกรรมการพัฒนาระบบราชการ', 'opdc'),
  entry('ก.ม.จ.', 'คณะกรรมการมาตรฐานทางจริยธรรม'),
  entry('อ.ก.พ.', 'คณะอนุกรรมการข้าราชการพลเรือน'),
  entry('สคร.', 'สำนักงานคณะกรรมการนโยบายรัฐวิสาหกิจ'),
  entry('สคส.', 'สำนักงานคณะกรรมการคุ้มครองข้อมูลส่วนบุคคล', 'pdpc'),
  entry('ครม.', 'คณะรัฐมนตรี', 'cabinet'),
  entry('คสช.', 'คณะรักษาความสงบแห่งชาติ', 'ncpo'),
  entry('มท.', 'กระทรวงมหาดไทย', 'ministry of interior', 'moi'),
  entry('สป.', 'สำนักงานปลัดกระทรวง'),
  entry('สป.มท.', 'สำนักงานปลัดกระทรวงมหาดไทย'),
  entry('ปค.', 'กรมการปกครอง', 'dopa'),
  entry('พช.', 'กรมการพัฒนาชุมชน', 'cdd'),
  entry('ทด.', 'กรมที่ดิน', 'department of lands'),
  entry('ปภ.', 'กรมป้องกันและบรรเทาสาธารณภัย', 'ddpm'),
  entry('ยผ.', 'กรมโยธาธิการและผังเมือง', 'dpt'),
  entry('สถ.', 'กรมส่งเสริมการปกครองท้องถิ่น', 'dla'),
  entry('กฟน.', 'การไฟฟ้านครหลวง', 'mea'),
  entry('กฟภ.', 'การไฟฟ้าส่วนภูมิภาค', 'pea'),
  entry('กปน.', 'การประปานครหลวง', 'mwa'),
  entry('กปภ.', 'การประปาส่วนภูมิภาค', 'pwa'),
  entry('อจน.', 'องค์การจัดการน้ำเสีย', 'wma'),
  entry('อต.', 'องค์การตลาด', 'marketing organisation'),
  entry('กทม.', 'กรุงเทพมหานคร', 'bangkok', 'bma'),
  entry('อปท.', 'องค์กรปกครองส่วนท้องถิ่น', 'local authority'),
  entry('อบจ.', 'องค์การบริหารส่วนจังหวัด', 'pao'),
  entry('อบต.', 'องค์การบริหารส่วนตำบล', 'sao'),
  entry('รพ.', 'โรงพยาบาล', 'hospital'),
  entry('รพ.สต.', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'),
  entry('รร.', 'โรงเรียน', 'school'),
  entry('สน.', 'สถานีตำรวจนครบาล'),
  entry('สภ.', 'สถานีตำรวจภูธร'),
  entry('ตร.', 'ตำรวจ', 'police'),
  entry('ผวจ.', 'ผู้ว่าราชการจังหวัด', 'governor'),
  entry('ปมท.', 'ปลัดกระทรวงมหาดไทย', 'permanent secretary'),
  entry('ผบ.', 'ผู้บังคับบัญชา'),
  entry('ผอ.', 'ผู้อำนวยการ', 'director'),
  entry('ผญบ.', 'ผู้ใหญ่บ้าน', 'village head'),
  entry('สส.', 'สมาชิกสภาผู้แทนราษฎร'),
  entry('ส.ส.', 'สมาชิกสภาผู้แทนราษฎร'),
  entry('ส.ว.', 'สมาชิกวุฒิสภา'),
  entry('นรม.', 'นายกรัฐมนตรี', 'prime minister'),
  entry('พ.ร.บ.', 'พระราชบัญญัติ', 'act'),
  entry('พ.ร.ป.', 'พระราชบัญญัติประกอบรัฐธรรมนูญ', 'organic act'),
  entry('พ.ร.ก.', 'พระราชกำหนด', 'emergency decree'),
  entry('พ.ร.ฎ.', 'พระราชกฤษฎีกา', 'royal decree'),
  entry('ป.อ.', 'ประมวลกฎหมายอาญา', 'criminal code', 'penal code'),
  entry('ป.วิ.อ.', 'ประมวลกฎหมายวิธีพิจารณาความอาญา', 'criminal procedure code'),
  entry('ป.พ.พ.', 'ประมวลกฎหมายแพ่งและพาณิชย์', 'civil and commercial code'),
  entry('รธน.', 'รัฐธรรมนูญ', 'constitution'),
  entry('ม.', 'มาตรา', 'section'),
  entry('พ.ศ.', 'พุทธศักราช'),
  entry('ค.ศ.', 'คริสต์ศักราช'),
  entry('ม.ค.', 'มกราคม'),
  entry('ก.พ.', 'กุมภาพันธ์'),
  entry('มี.ค.', 'มีนาคม'),
  entry('เม.ย.', 'เมษายน'),
  entry('พ.ค.', 'พฤษภาคม'),
  entry('มิ.ย.', 'มิถุนายน'),
  entry('ก.ค.', 'กรกฎาคม'),
  entry('ส.ค.', 'สิงหาคม'),
  entry('ก.ย.', 'กันยายน'),
  entry('ต.ค.', 'ตุลาคม'),
  entry('พ.ย.', 'พฤศจิกายน'),
  entry('ธ.ค.', 'ธันวาคม'),
  entry('โทร.', 'โทรศัพท์', 'tel'),
  entry('กม.', 'กฎหมาย'),
  entry('น.ส.', 'นางสาว'),
  entry('ด.ช.', 'เด็กชาย'),
  entry('ด.ญ.', 'เด็กหญิง'),
  entry('ดร.', 'ดอกเตอร์'),
  entry('จนท.', 'เจ้าหน้าที่', 'officer', 'official'),
];

/** Thai and English words of the domain that should find each other. English in lower case. */
export const synonyms: readonly (readonly string[])[] = [
  ['ทุจริต', 'คอร์รัปชัน', 'คอร์รัปชั่น', 'คอรัปชั่น', 'corruption', 'graft'],
  ['สินบน', 'ติดสินบน', 'เงินใต้โต๊ะ', 'ใต้โต๊ะ', 'bribe', 'bribery', 'kickback'],
  ['ผลประโยชน์ทับซ้อน', 'ขัดกันแห่งผลประโยชน์', 'conflict of interest'],
  ['ร้องเรียน', 'ร้องทุกข์', 'complaint', 'complain'],
  ['แจ้งเบาะแส', 'ผู้แจ้งเบาะแส', 'whistleblower', 'whistleblowing'],
  ['ของขวัญ', 'gift'],
  ['จริยธรรม', 'ethics', 'ethical'],
  ['วินัย', 'discipline', 'disciplinary'],
  ['จัดซื้อจัดจ้าง', 'จัดซื้อ', 'จัดจ้าง', 'procurement'],
  ['ประมูล', 'ประกวดราคา', 'tender', 'bidding'],
  ['ฮั้ว', 'ฮั้วประมูล', 'สมยอมราคา', 'bid rigging', 'collusion'],
  ['ยักยอก', 'เบียดบัง', 'embezzlement', 'embezzle'],
  ['ฉ้อโกง', 'fraud'],
  ['ฟอกเงิน', 'money laundering'],
  ['ละเว้น', 'ละเว้นการปฏิบัติหน้าที่', 'malfeasance', 'dereliction'],
  ['พยาน', 'witness'],
  ['อุทธรณ์', 'appeal'],
  ['จำคุก', 'imprisonment', 'prison'],
  ['ที่ดิน', 'land'],
  ['งบประมาณ', 'budget'],
  ['สัมมนา', 'seminar'],
  ['อบรม', 'ฝึกอบรม', 'training'],
  ['ร่ำรวยผิดปกติ', 'unusual wealth'],
  ['ลับ', 'secret', 'confidential'],
  ['เปอร์เซ็นต์', 'ร้อยละ', 'percent'],
  ['อินเทอร์เน็ต', 'อินเตอร์เน็ต', 'internet'],
  ['รัฐวิสาหกิจ', 'state enterprise', 'soe'],
  ['กรมสอบสวนคดีพิเศษ', 'ดีเอสไอ', 'dsi'],
];

/** The forms with a dot or a short form that the segmenter must keep whole. */
export const shortForms: readonly string[] = [...new Set(abbreviations.map(({ short }) => short))];

/** ปปช for ป.ป.ช. and the like: three consonants or more, which people type without dots. */
export const dotlessForms: ReadonlyMap<string, string> = new Map(
  shortForms
    .map((short) => [short.replaceAll('.', ''), short] as const)
    .filter(([dotless, short]) => dotless !== short && /^[ก-ฮ]{3,}$/.test(dotless)),
);

function entry(short: string, full: string, ...english: string[]): Abbreviation {
  return english.length > 0 ? { short, full, english } : { short, full };
}
