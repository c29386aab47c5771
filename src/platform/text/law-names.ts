// Laws by the names people call them, so that "ม.157 อาญา", "s.128 NACC" and "พ.ร.บ.ข้อมูลข่าวสารฯ ม.15" lead to one
// law. The ids are this product's own and stay; titles and years are facts of the law library, not kept here.

export type LawName = {
  readonly id: string;
  /** As written after or before a section, normalised, English in lower case; without พ.ศ. */
  readonly names: readonly string[];
};

export const lawNames: readonly LawName[] = [
  law(
    'criminal-code',
    'ประมวลกฎหมายอาญา',
    'กฎหมายอาญา',
    'ป.อ.',
    'ปอ.',
    'อาญา',
    'criminal code',
    'penal code',
  ),
  law(
    'criminal-procedure-code',
    'ประมวลกฎหมายวิธีพิจารณาความอาญา',
    'วิธีพิจารณาความอาญา',
    'ป.วิ.อ.',
    'ป.วิอาญา',
    'วิอาญา',
    'criminal procedure code',
  ),
  law('civil-code', 'ประมวลกฎหมายแพ่งและพาณิชย์', 'แพ่งและพาณิชย์', 'ป.พ.พ.', 'แพ่ง', 'civil and commercial code'),
  law('constitution', 'รัฐธรรมนูญแห่งราชอาณาจักรไทย', 'รัฐธรรมนูญ', 'รธน.', 'constitution'),
  law(
    'nacc-organic-act-2561',
    'พระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการป้องกันและปราบปรามการทุจริต',
    'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต',
    'พ.ร.ป.ป้องกันและปราบปรามการทุจริต',
    'พ.ร.ป.ป.ป.ช.',
    'พ.ร.บ.ป.ป.ช.',
    'กฎหมาย ป.ป.ช.',
    'ป.ป.ช.',
    'ปปช.',
    'ปปช',
    'nacc organic act',
    'nacc act',
    'nacc',
  ),
  law(
    'pacc-executive-measures-act-2551',
    'พระราชบัญญัติมาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต',
    'มาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต',
    'พ.ร.บ.ป.ป.ท.',
    'ป.ป.ท.',
    'ปปท.',
    'ปปท',
    'pacc act',
    'pacc',
  ),
  law(
    'public-procurement-act-2560',
    'พระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ',
    'พ.ร.บ.จัดซื้อจัดจ้าง',
    'พ.ร.บ.การจัดซื้อจัดจ้าง',
    'จัดซื้อจัดจ้าง',
    'พัสดุ',
    'procurement act',
    'procurement',
  ),
  law(
    'official-information-act-2540',
    'พระราชบัญญัติข้อมูลข่าวสารของราชการ',
    'พ.ร.บ.ข้อมูลข่าวสาร',
    'ข้อมูลข่าวสารของราชการ',
    'ข้อมูลข่าวสาร',
    'official information act',
    'oia',
  ),
  law(
    'state-administration-act-2534',
    'พระราชบัญญัติระเบียบบริหารราชการแผ่นดิน',
    'ระเบียบบริหารราชการแผ่นดิน',
    'บริหารราชการแผ่นดิน',
    'state administration act',
  ),
  law(
    'bangkok-administration-act-2528',
    'พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร',
    'ระเบียบบริหารราชการกรุงเทพมหานคร',
    'พ.ร.บ.กทม.',
    'bangkok act',
    'bangkok administration act',
  ),
  law(
    'provincial-administration-organisation-act-2540',
    'พระราชบัญญัติองค์การบริหารส่วนจังหวัด',
    'พ.ร.บ.อบจ.',
    'provincial administration organisation act',
  ),
  law('budget-procedures-act-2561', 'พระราชบัญญัติวิธีการงบประมาณ', 'วิธีการงบประมาณ', 'budget procedures act'),
  law(
    'anti-money-laundering-act-2542',
    'ป้องกันและปราบปรามการฟอกเงิน',
    'ฟอกเงิน',
    'anti-money laundering act',
    'aml act',
  ),
  law('witness-protection-act-2546', 'คุ้มครองพยานในคดีอาญา', 'คุ้มครองพยาน', 'witness protection act'),
  law(
    'state-organisation-officials-offences-act-2502',
    'ความผิดของพนักงานในองค์การหรือหน่วยงานของรัฐ',
    'ความผิดของพนักงาน',
    'state organisation officials act',
  ),
  law(
    'state-enterprise-standard-qualifications-act-2518',
    'คุณสมบัติมาตรฐานสำหรับกรรมการและพนักงานรัฐวิสาหกิจ',
    'คุณสมบัติมาตรฐาน',
    'standard qualifications act',
  ),
  law('electronic-transactions-act-2544', 'ธุรกรรมทางอิเล็กทรอนิกส์', 'electronic transactions act'),
  law(
    'digital-government-act-2562',
    'การบริหารงานและการให้บริการภาครัฐผ่านระบบดิจิทัล',
    'รัฐบาลดิจิทัล',
    'digital government act',
  ),
  law('corruption-court-establishment-act-2559', 'จัดตั้งศาลอาญาคดีทุจริตและประพฤติมิชอบ', 'จัดตั้งศาลอาญาคดีทุจริต'),
  law('corruption-court-procedure-act-2559', 'วิธีพิจารณาคดีทุจริตและประพฤติมิชอบ', 'วิธีพิจารณาคดีทุจริต'),
  law(
    'metropolitan-electricity-authority-act-2501',
    'พระราชบัญญัติการไฟฟ้านครหลวง',
    'พ.ร.บ.การไฟฟ้านครหลวง',
    'mea act',
  ),
  law(
    'provincial-electricity-authority-act-2503',
    'พระราชบัญญัติการไฟฟ้าส่วนภูมิภาค',
    'พ.ร.บ.การไฟฟ้าส่วนภูมิภาค',
    'pea act',
  ),
  law(
    'provincial-waterworks-authority-act-2522',
    'พระราชบัญญัติการประปาส่วนภูมิภาค',
    'พ.ร.บ.การประปาส่วนภูมิภาค',
    'pwa act',
  ),
  law('civil-service-act-2551', 'ระเบียบข้าราชการพลเรือน', 'พ.ร.บ.ข้าราชการพลเรือน', 'civil service act', 'csa'),
  law('ethical-standards-act-2562', 'มาตรฐานทางจริยธรรม', 'ethical standards act'),
  law(
    'bid-rigging-act-2542',
    'ความผิดเกี่ยวกับการเสนอราคาต่อหน่วยงานของรัฐ',
    'พ.ร.บ.ฮั้ว',
    'ฮั้วประมูล',
    'ฮั้ว',
    'bid rigging act',
  ),
  law(
    'personal-data-protection-act-2562',
    'คุ้มครองข้อมูลส่วนบุคคล',
    'พีดีพีเอ',
    'pdpa',
    'personal data protection act',
  ),
  law(
    'administrative-procedure-act-2539',
    'วิธีปฏิบัติราชการทางปกครอง',
    'วิ.ปกครอง',
    'administrative procedure act',
  ),
];

/** The longest law name that `text` starts with at `at` (normalised text); its id and length, or undefined. */
export function lawNameAt(text: string, at: number): { id: string; length: number } | undefined {
  for (const { name, id } of longestFirst) {
    if (text.startsWith(name, at)) return { id, length: name.length };
  }
  return undefined;
}

/** The law whose name stands in `text`, the nearest to its end; undefined when there is none. */
export function lastLawNameIn(text: string): { id: string; start: number; end: number } | undefined {
  let found: { id: string; start: number; end: number } | undefined;
  for (const { name, id } of longestFirst) {
    const start = text.lastIndexOf(name);
    if (start < 0) continue;
    const end = start + name.length;
    if (!found || end > found.end) found = { id, start, end };
  }
  return found;
}

const longestFirst = lawNames
  .flatMap(({ id, names }) => names.map((name) => ({ id, name })))
  .sort((a, b) => b.name.length - a.name.length);

function law(id: string, ...names: string[]): LawName {
  return { id, names };
}
