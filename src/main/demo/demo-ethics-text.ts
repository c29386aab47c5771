/** Invented words of the demonstration's ethics matters. */
import type { ObjectionText } from '#features/ethics/objections/objection.ts';

export const demoAdvice = [
  {
    topic: 'ADVICE_GIFT',
    happened: 'หลังตรวจรับงานแล้ว ผู้รับจ้างชวนทั้งสำนักงานไปทานอาหาร ผมควรไปหรือไม่',
    answer: 'ไม่ควรไป แม้งานเสร็จแล้ว เพราะผู้รับจ้างอาจเสนองานอีก หากจำเป็นต้องไปให้จ่ายส่วนของตนและแจ้งหัวหน้าก่อน',
    published: {
      questionTh: 'ผู้รับจ้างเลี้ยงอาหารหลังตรวจรับงาน ไปได้หรือไม่',
      answerTh: 'ไม่ควรไป แม้งานเสร็จแล้ว เพราะผู้เลี้ยงอาจเสนองานอีก\nหากเลี่ยงไม่ได้ ให้จ่ายส่วนของตน และแจ้งผู้บังคับบัญชาก่อน',
      questionEn: 'A contractor gives a dinner after the work was accepted. May I go?',
      answerEn:
        'Better not, even though the work is done: the host may bid again.\nIf it cannot be avoided, pay your share and tell your superior first.',
      standards: ['S2', 'S4'],
      waits: false,
    },
  },
  {
    topic: 'ADVICE_CONFLICT',
    happened: 'พี่เขยจะเสนอราคางานของอำเภอที่ดิฉันเป็นกรรมการ ต้องทำอย่างไร',
    answer: 'แจ้งผลประโยชน์ขัดกันทันที และขอให้เปลี่ยนกรรมการ แม้ยังไม่ได้ยื่นราคา',
    published: {
      questionTh: 'ญาติทางสมรสจะเสนอราคาในงานที่เราเป็นกรรมการ ต้องทำอย่างไร',
      answerTh: 'แจ้งผลประโยชน์ขัดกันทันทีที่ทราบ และขอให้เปลี่ยนกรรมการ ไม่ต้องรอจนยื่นราคา',
      questionEn: '',
      answerEn: '',
      standards: ['S6'],
      waits: true,
    },
  },
  {
    topic: 'ADVICE_ORDER',
    happened: 'หัวหน้าให้ลงวันที่ย้อนหลังในใบตรวจรับ ผมไม่สบายใจ',
    answer: 'ลงวันที่ย้อนหลังไม่ได้ ท่านเสนอความเห็นเป็นหนังสือได้ทันที และบันทึกไว้ในหน้าหนังสือคัดค้านคำสั่ง',
    published: undefined,
  },
  {
    topic: 'ADVICE_OTHER',
    happened: 'เพื่อนร่วมงานชวนตั้งกลุ่มไลน์หาเสียงให้ผู้สมัครท้องถิ่น ร่วมได้แค่ไหน',
    answer: undefined,
    published: undefined,
  },
] as const;

export const demoBreach = {
  happened: 'เจ้าหน้าที่ช่องบริการให้คนรู้จักลัดคิวทุกครั้ง และพูดจาไม่สุภาพกับผู้ที่ทักท้วง',
  steps: [
    ['SCREENING', ''],
    ['FACT_CHECK', 'มีวันและเวลาชัดเจน ตรวจจากกล้องได้'],
    ['FINDING', 'ภาพจากกล้องสามวันตรงกับที่แจ้ง เจ้าตัวรับ'],
    ['MEASURE', ''],
  ],
} as const;

export const demoObjection: Omit<ObjectionText, 'orderedOn' | 'salt'> = {
  type: 'objection',
  v: 1,
  giver: 'หัวหน้าฝ่ายที่ดูแลงานตรวจรับ',
  order: 'ให้ลงชื่อตรวจรับถนนทั้งที่ยังไม่ได้ไปดูหน้างาน',
  ground: 'CSA-82-4',
  basis: '',
  objection: 'ยังไม่เห็นงาน จึงลงชื่อไม่ได้ ขอเลื่อนการตรวจรับ',
  reply: 'none',
  replyText: '',
  file: {
    name: 'บันทึกคำสั่ง.txt',
    mediaType: 'text/plain',
    base64: Buffer.from('ให้ลงชื่อในใบตรวจรับก่อน แล้วค่อยไปดูหน้างาน').toString('base64'),
  },
};

/** What the ethics officer found beside the breach, and wrote anew for the case officers. */
export const demoReferral = {
  topic: 'BRIBE_DEMAND',
  topicName: 'เรียกรับเงินหรือผลประโยชน์',
  about: 'เจ้าหน้าที่ช่องบริการหนึ่งคน',
  happened: 'ภาพจากกล้องสองวันเห็นการรับซองจากผู้ที่ได้ลัดคิวก่อนเรียกเข้าช่องบริการ',
  source: 'พบระหว่างตรวจข้อเท็จจริงของงานจริยธรรม ขอภาพจากกล้องได้ที่งานอาคาร',
} as const;
