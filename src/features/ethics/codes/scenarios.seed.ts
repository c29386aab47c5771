/** The first bank of situations, invented for this product; the ministry's ethics officer rewrites and adds. */
import type { Scenario } from './code.ts';

type Option = readonly [textTh: string, textEn: string, whyTh: string, whyEn: string];
type Row = {
  readonly standard: string;
  readonly th: string;
  readonly en: string;
  /** The place of the right one, from 0. */
  readonly right: number;
  readonly options: readonly Option[];
};

const rows: readonly Row[] = [
  {
    standard: 'S1',
    th: 'ใกล้วันเลือกตั้งท้องถิ่น ผู้สมัครที่ท่านรู้จักขอให้ช่วยแจกแผ่นพับที่จุดบริการของหน่วยงาน ท่านทำอย่างไร',
    en: 'A local election is near. A candidate you know asks you to hand out leaflets at your service counter. What do you do?',
    right: 1,
    options: [
      [
        'วางแผ่นพับไว้ ใครสนใจก็หยิบเอง',
        'Leave them on the counter for whoever wants one',
        'จุดบริการเป็นของทุกคน วางไว้ก็เท่ากับหน่วยงานช่วยผู้สมัคร',
        'The counter belongs to everybody: leaving leaflets there is the office helping a candidate',
      ],
      [
        'ปฏิเสธ และบอกว่าสถานที่ราชการต้องเป็นกลาง',
        'Decline, and say that public offices stay neutral',
        'ถูกต้อง ข้าราชการมีสิทธิเลือกส่วนตัว แต่งานราชการต้องเป็นกลาง',
        'Right: an officer votes as she likes, but the office is neutral',
      ],
      [
        'แจกนอกเวลาราชการโดยสวมเครื่องแบบ',
        'Hand them out after hours, in uniform',
        'เครื่องแบบทำให้คนเข้าใจว่าเป็นท่าทีของราชการ',
        'The uniform makes it look like the service’s own choice',
      ],
    ],
  },
  {
    standard: 'S2',
    th: 'ท่านพบว่าคำนวณค่าตอบแทนของเพื่อนร่วมงานเกินไป 800 บาทเมื่อเดือนก่อน ยังไม่มีใครเห็น',
    en: 'You find that last month you worked out a colleague’s allowance 800 baht too high. Nobody has noticed.',
    right: 2,
    options: [
      [
        'ปล่อยไว้ เพราะเงินไม่มาก',
        'Leave it: it is not much',
        'จำนวนน้อยก็เป็นเงินหลวง และการปล่อยไว้ทำให้ผิดเป็นปกติ',
        'It is public money however little, and leaving it makes it normal',
      ],
      [
        'หักคืนเงียบ ๆ ในเดือนหน้า',
        'Take it back quietly next month',
        'แก้โดยไม่มีหลักฐานทำให้บัญชีผิดสองครั้ง',
        'Mending it without a record makes the books wrong twice',
      ],
      [
        'รายงานหัวหน้าและแก้ไขตามระเบียบ',
        'Tell your head and correct it by the rules',
        'ถูกต้อง บอกเร็ว แก้ได้ง่าย และทุกคนเชื่อถือตัวเลขต่อไป',
        'Right: told early it is easily mended, and the figures stay trusted',
      ],
    ],
  },
  {
    standard: 'S2',
    th: 'ผู้รับเหมาฝากกระเช้ามูลค่า 1,500 บาทไว้ที่โต๊ะท่านหลังตรวจรับงาน',
    en: 'After the works were accepted, the contractor left a basket worth 1,500 baht on your desk.',
    right: 0,
    options: [
      [
        'คืน และแจ้งในทะเบียนของขวัญ',
        'Send it back, and enter it in the gift register',
        'ถูกต้อง หน่วยงานประกาศไม่รับของขวัญ ไม่ว่ามูลค่าเท่าใด',
        'Right: the office has announced that it takes none, whatever the worth',
      ],
      [
        'รับไว้ เพราะไม่เกิน 3,000 บาท',
        'Keep it: it is under 3,000 baht',
        'เกณฑ์ 3,000 บาทไม่ใช่ใบอนุญาต ประกาศ No Gift เข้มกว่า',
        'The limit is no permission: the No Gift announcement is stricter',
      ],
      [
        'แบ่งให้ทุกคนในห้อง',
        'Share it with the whole room',
        'แบ่งแล้วก็ยังเป็นการรับจากคู่สัญญา',
        'Shared, it is still taken from a contractor',
      ],
    ],
  },
  {
    standard: 'S3',
    th: 'หัวหน้าสั่งด้วยวาจาให้ลงวันที่ตรวจรับย้อนหลัง เพื่อไม่ให้ผู้รับเหมาถูกปรับ',
    en: 'Your superior tells you to date the acceptance earlier, so that the contractor is not fined.',
    right: 1,
    options: [
      [
        'ทำตาม เพราะเป็นคำสั่ง',
        'Do so: it is an order',
        'คำสั่งที่ไม่ชอบไม่คุ้มครองผู้ทำ',
        'An unlawful order does not protect who carries it out',
      ],
      [
        'ทักท้วงเป็นหนังสือและลงวันที่ตามจริง',
        'Object in writing, and put the true date',
        'ถูกต้อง หนังสือทักท้วงคุ้มครองท่าน และรักษาเงินของรัฐ',
        'Right: the written objection protects you and the public’s money',
      ],
      [
        'ลาป่วยให้คนอื่นลงนามแทน',
        'Call in sick so that somebody else signs',
        'เลี่ยงไปก็ยังเกิดความผิด และเพื่อนต้องรับแทน',
        'The wrong still happens, and a colleague carries it',
      ],
    ],
  },
  {
    standard: 'S3',
    th: 'ท่านได้ยินเพื่อนร่วมงานบอกผู้ขออนุญาตว่า “ถ้าอยากได้เร็ว มีค่าดำเนินการ”',
    en: 'You hear a colleague tell an applicant: “If you want it quickly, there is a handling fee.”',
    right: 2,
    options: [
      [
        'ไม่ยุ่ง เพราะไม่ใช่งานของเรา',
        'Stay out of it: it is not your work',
        'ความเงียบทำให้ประชาชนต้องจ่ายต่อไป',
        'Silence means that people go on paying',
      ],
      [
        'เตือนเพื่อนเป็นการส่วนตัวแล้วจบ',
        'Warn the colleague in private and leave it there',
        'คำเตือนอย่างเดียวไม่คุ้มครองผู้ที่ถูกเรียกเงินไปแล้ว',
        'A word alone does not help those already asked for money',
      ],
      [
        'แจ้งศูนย์ ซึ่งรับเรื่องโดยไม่ต้องบอกชื่อได้',
        'Tell the centre, which takes reports without a name too',
        'ถูกต้อง ศูนย์ตรวจสอบได้และคุ้มครองผู้แจ้ง',
        'Right: the centre can look into it and protects who reports',
      ],
    ],
  },
  {
    standard: 'S4',
    th: 'ท่านได้รับแต่งตั้งเป็นกรรมการจัดซื้อ และเห็นว่าบริษัทของน้องเขยยื่นเสนอราคา',
    en: 'You sit on a procurement committee, and see that your brother-in-law’s company has bid.',
    right: 0,
    options: [
      [
        'แจ้งผู้แต่งตั้งและขอถอนตัว',
        'Tell who appointed you, and stand aside',
        'ถูกต้อง แจ้งก่อนพิจารณา คนอื่นทำหน้าที่แทนได้',
        'Right: said before it is decided, somebody else can take your place',
      ],
      [
        'อยู่ต่อ แต่ให้คะแนนอย่างเป็นกลาง',
        'Stay, and score fairly',
        'แม้เป็นกลางจริง ผลก็ไม่น่าเชื่อถือ',
        'However fair you are, nobody can rely on the result',
      ],
      [
        'ให้น้องเขยถอนการเสนอราคา',
        'Make your brother-in-law withdraw',
        'เขามีสิทธิเสนอราคา ผู้ที่ต้องถอยคือผู้ตัดสิน',
        'He may bid: who decides is the one to step back',
      ],
    ],
  },
  {
    standard: 'S4',
    th: 'งานเลี้ยงครอบครัวตรงกับวันหยุด ท่านถือกุญแจรถราชการอยู่และรถส่วนตัวเสีย',
    en: 'A family feast falls on a holiday. You hold the key of the official car, and your own has broken down.',
    right: 1,
    options: [
      [
        'ใช้รถราชการแล้วเติมน้ำมันคืน',
        'Take it, and refill the tank',
        'เติมน้ำมันไม่ทำให้เป็นงานราชการ',
        'Petrol does not make it official business',
      ],
      [
        'หาทางเดินทางอื่น',
        'Find another way to travel',
        'ถูกต้อง ทรัพย์สินราชการใช้เพื่อราชการเท่านั้น',
        'Right: public property is for public work',
      ],
      [
        'ขออนุญาตหัวหน้าด้วยวาจา',
        'Ask your superior in passing',
        'ไม่มีผู้ใดอนุญาตให้ใช้เพื่อส่วนตัวได้',
        'Nobody can permit private use',
      ],
    ],
  },
  {
    standard: 'S5',
    th: 'พรุ่งนี้ครบกำหนดตอบประชาชน แต่ท่านยังรอเอกสารจากอีกหน่วยงาน',
    en: 'The answer to a citizen is due tomorrow, and another agency has not sent its papers.',
    right: 2,
    options: [
      [
        'รอจนเอกสารมาแล้วค่อยตอบ',
        'Wait until they come',
        'ประชาชนไม่รู้ว่าเกิดอะไรขึ้น และเลยกำหนดโดยไม่มีเหตุที่บันทึกไว้',
        'The citizen hears nothing, and the day passes without a recorded reason',
      ],
      [
        'ตอบไปก่อนว่าเสร็จแล้ว',
        'Answer that it is done',
        'เป็นการรายงานสิ่งที่ไม่ได้ทำ',
        'That reports what was not done',
      ],
      [
        'แจ้งเหตุและวันที่จะตอบใหม่ พร้อมเร่งเอกสาร',
        'Say why and by when, and press for the papers',
        'ถูกต้อง ผู้ขอวางแผนได้ และงานมีกำหนดใหม่',
        'Right: the applicant can plan, and the work has a new day',
      ],
    ],
  },
  {
    standard: 'S6',
    th: 'นายกสมาคมผู้ประกอบการมาถึงทีหลัง แต่ขอให้เรียกก่อนเพราะมีธุระ คนรออยู่แปดคน',
    en: 'The head of a business association came last but asks to go first: he is in a hurry. Eight people wait.',
    right: 0,
    options: [
      [
        'ขอให้รับบัตรคิวเหมือนทุกคน',
        'Ask him to draw a number like everybody',
        'ถูกต้อง กติกาเดียวกันคือความเป็นธรรม',
        'Right: one rule for all is what fair means',
      ],
      [
        'ให้เข้าก่อน เพราะใช้เวลาไม่นาน',
        'Let him go first: it will not take long',
        'แปดคนที่รอก็มีธุระเช่นกัน',
        'The eight who wait have errands too',
      ],
      [
        'พาไปพบหัวหน้าทางห้องด้านหลัง',
        'Take him to the head through the back room',
        'ช่องทางพิเศษคือจุดเริ่มของการเรียกผลประโยชน์',
        'A special way in is where favours begin',
      ],
    ],
  },
  {
    standard: 'S7',
    th: 'เพื่อนร่วมงานส่งภาพล้อเลียนผู้มาร้องเรียนในกลุ่มไลน์ของหน่วยงาน',
    en: 'A colleague posts a picture mocking a complainant in the office’s chat group.',
    right: 1,
    options: [
      [
        'กดหัวเราะ เพราะเป็นกลุ่มปิด',
        'Send a laugh: it is a closed group',
        'ข้อมูลของผู้ร้องรั่วได้ และผู้ร้องเสียความไว้วางใจ',
        'The complainant’s data can leak, and the trust is gone',
      ],
      [
        'ขอให้ลบ และเตือนว่าผู้ร้องต้องได้รับการคุ้มครอง',
        'Ask to delete it, and recall that complainants are protected',
        'ถูกต้อง แบบอย่างที่ดีเริ่มจากเรื่องเล็ก',
        'Right: a good example starts with small things',
      ],
      [
        'ออกจากกลุ่มโดยไม่พูดอะไร',
        'Leave the group without a word',
        'ภาพยังอยู่ และคนอื่นคิดว่ายอมรับได้',
        'The picture stays, and others think it is accepted',
      ],
    ],
  },
];

export const scenarios: readonly Scenario[] = rows.map(({ standard, th, en, right, options }, at) => ({
  id: `00000000-0000-4000-8043-${String(at + 1).padStart(12, '0')}`,
  standard,
  situationTh: th,
  situationEn: en,
  options: options.map(([textTh, textEn, whyTh, whyEn], place) => ({
    position: place + 1,
    textTh,
    textEn,
    whyTh,
    whyEn,
    isRight: place === right,
  })),
}));
