/** The frame that ships with the product: levels and thresholds as public pages of departments show them, activities in our own words. */
import type { Frame } from './moral.ts';

export const firstFrame: Frame = {
  fiscalYear: 2567,
  version: 1,
  activitiesTh: [
    'ประกาศเจตนารมณ์ร่วมกัน',
    'ค้นหาปัญหาที่อยากแก้',
    'ค้นหาความดีที่อยากทำ',
    'ตั้งคณะทำงานขับเคลื่อน',
    'จัดทำแผนส่งเสริมคุณธรรม',
    'ลงมือทำตามแผน',
    'ติดตามและประเมินผล',
    'ยกย่องคนทำดี',
    'ถอดและเผยแพร่บทเรียน',
  ],
  activitiesEn: [
    'Declare the intent together',
    'Find the problem to mend',
    'Find the good to do',
    'Set up a working group',
    'Write a plan to promote morals',
    'Carry the plan out',
    'Follow up and evaluate',
    'Honour those who do well',
    'Draw and share the lessons',
  ],
  levelsTh: ['องค์กรส่งเสริมคุณธรรม', 'องค์กรคุณธรรม', 'องค์กรคุณธรรมต้นแบบ'],
  levelsEn: ['Promoting morals', 'Moral organisation', 'Model moral organisation'],
  virtuesTh: 'พอเพียง วินัย สุจริต จิตอาสา กตัญญู',
  virtuesEn: 'sufficiency, discipline, honesty, volunteering, gratitude',
  middleFrom: 50,
  highFrom: 80,
  basisTh: 'การประเมินองค์กรคุณธรรมของกรมในกระทรวงมหาดไทย รอยืนยันแบบของปีงบประมาณนี้',
  basisEn:
    'Moral-organisation assessment of departments of the ministry; this year’s form is to be confirmed',
  source: 'public pages of DOPA, CDD and DEPA; names of activities in our own words',
  status: 'unconfirmed',
};
