/** The competence frame that ships: proposed, since none was published for these centres; the ministry confirms or changes it. */

type CompetencySeed = {
  readonly code: string;
  readonly kind: 'knowledge' | 'skill' | 'competence';
  readonly nameTh: string;
  readonly nameEn: string;
};

export const competencySeeds: readonly CompetencySeed[] = [
  { code: 'K1', kind: 'knowledge', nameTh: 'กฎหมายต่อต้านการทุจริต', nameEn: 'Anti-corruption law' },
  {
    code: 'K2',
    kind: 'knowledge',
    nameTh: 'กฎหมายวินัยและการรับฟังอย่างเป็นธรรม',
    nameEn: 'Discipline law and fair hearing',
  },
  { code: 'K3', kind: 'knowledge', nameTh: 'จัดซื้อจัดจ้างและงบประมาณ', nameEn: 'Procurement and budget' },
  { code: 'K4', kind: 'knowledge', nameTh: 'ประมวลจริยธรรม', nameEn: 'Code of ethics' },
  {
    code: 'K5',
    kind: 'knowledge',
    nameTh: 'ข้อมูลส่วนบุคคลและความลับราชการ',
    nameEn: 'Personal data and official secrecy',
  },
  { code: 'S1', kind: 'skill', nameTh: 'รับเรื่องและสัมภาษณ์ผู้แจ้ง', nameEn: 'Intake and interview' },
  { code: 'S2', kind: 'skill', nameTh: 'สืบข้อเท็จจริงและพยานหลักฐาน', nameEn: 'Fact-finding and evidence' },
  { code: 'S3', kind: 'skill', nameTh: 'เขียนรายงาน', nameEn: 'Report writing' },
  { code: 'S4', kind: 'skill', nameTh: 'ประเมินความเสี่ยงการทุจริต', nameEn: 'Corruption-risk assessment' },
  {
    code: 'S5',
    kind: 'skill',
    nameTh: 'เตรียมข้อมูลเปิดเผยและ ITA',
    nameEn: 'Disclosure and integrity assessment',
  },
  { code: 'S6', kind: 'skill', nameTh: 'เป็นวิทยากร', nameEn: 'Training others' },
  { code: 'C1', kind: 'competence', nameTh: 'ซื่อสัตย์สุจริต', nameEn: 'Integrity' },
  { code: 'C2', kind: 'competence', nameTh: 'กล้ายืนหยัดในสิ่งที่ถูกต้อง', nameEn: 'Courage' },
  { code: 'C3', kind: 'competence', nameTh: 'รักษาความลับและวางตัวเหมาะสม', nameEn: 'Discretion' },
];
