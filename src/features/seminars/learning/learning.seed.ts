/**
 * Numbers, the common form and the words of the levels that ship: proposed, since none was published for these centres.
 * Everything waits for the ministry's centre to confirm or change it.
 */
import type { RuleCode } from './learning-rule.ts';

const followUp = {
  basisTh: 'แนวปฏิบัติติดตามผลหลังการอบรม 3–6 เดือน รอศูนย์ฯ กระทรวงยืนยัน',
  basisEn:
    'Practice of following training up after three to six months; for the ministry’s centre to confirm',
};
const frame = {
  basisTh: 'กรอบสมรรถนะที่ระบบเสนอ รอศูนย์ฯ กระทรวงยืนยัน',
  basisEn: 'Proposed competence frame; for the ministry’s centre to confirm',
};
const privacy = {
  basisTh: 'คุ้มครองผู้ตอบ: ไม่แสดงผลของกลุ่มที่เล็กจนรู้ว่าใครตอบ (พ.ร.บ. คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562)',
  basisEn: 'Protects who answered: no figures of a group so small that it tells who said what (PDPA BE 2562)',
};

export const ruleSeeds: readonly {
  readonly code: RuleCode;
  readonly value: number;
  readonly basisTh: string;
  readonly basisEn: string;
}[] = [
  { code: 'small-group', value: 5, ...privacy },
  { code: 'evaluation-days', value: 30, ...followUp },
  { code: 'follow-up-1', value: 30, ...followUp },
  { code: 'follow-up-2', value: 90, ...followUp },
  { code: 'follow-up-3', value: 180, ...followUp },
  { code: 'attendances-for-1', value: 1, ...frame },
  { code: 'percent-for-2', value: 60, ...frame },
  { code: 'practices-for-3', value: 2, ...frame },
  { code: 'practices-for-4', value: 5, ...frame },
  { code: 'steps-by-superior', value: 1, ...frame },
  { code: 'evidence-months', value: 36, ...frame },
  { code: 'wanted-level', value: 2, ...frame },
];

export const itemSeeds = [
  ['slot', 'rating', 'content', 'เนื้อหาตรงกับสิ่งที่ต้องใช้', 'The content is what I need'],
  [
    'slot',
    'rating',
    'speaker',
    'วิทยากรอธิบายเข้าใจและตอบคำถามได้',
    'The speaker is clear and answers questions',
  ],
  ['slot', 'rating', 'use', 'นำไปใช้ในงานได้', 'I can use it at work'],
  ['slot', 'text', 'slot-words', 'อยากบอกอะไรเกี่ยวกับช่วงนี้', 'Anything to say about this part'],
  ['seminar', 'rating', 'whole', 'สัมมนาโดยรวม', 'The seminar as a whole'],
  ['seminar', 'rating', 'venue', 'สถานที่ อาหาร และการอำนวยความสะดวก', 'Venue, meals and arrangements'],
  ['seminar', 'rating', 'use-whole', 'นำไปใช้ในงานของศูนย์ได้', 'I can use it in the work of my centre'],
  ['seminar', 'text', 'words', 'ควรคงอะไรไว้ ควรเปลี่ยนอะไร', 'What should stay, what should change'],
] as const;

export const levelSeeds = [
  {
    level: 1,
    nameTh: 'รู้จัก',
    nameEn: 'Knows of it',
    descriptionTh: 'เข้าร่วมเรียนแล้ว บอกได้ว่าเรื่องนี้คืออะไรและใครรับผิดชอบ',
    descriptionEn: 'Has attended; can say what it is about and who is responsible',
  },
  {
    level: 2,
    nameTh: 'เข้าใจ',
    nameEn: 'Understands',
    descriptionTh: 'สอบผ่าน ทำได้เมื่อมีผู้แนะนำ',
    descriptionEn: 'Has passed a test; can do it with guidance',
  },
  {
    level: 3,
    nameTh: 'ทำได้เอง',
    nameEn: 'Does it alone',
    descriptionTh: 'ใช้ในงานจริงแล้ว มีหลักฐานที่ผู้บังคับบัญชายืนยัน',
    descriptionEn: 'Has done it at work, as the superior confirms',
  },
  {
    level: 4,
    nameTh: 'สอนผู้อื่นได้',
    nameEn: 'Teaches others',
    descriptionTh: 'ทำได้อย่างสม่ำเสมอ และสอนหรือเป็นที่ปรึกษาให้ศูนย์อื่นได้',
    descriptionEn: 'Does it regularly, and teaches or advises other centres',
  },
] as const;
