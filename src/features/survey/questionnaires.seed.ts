/**
 * A questionnaire of the platform's own, shorter than the yearly one of the NACC and in other words: the names of the five
 * internal indicators are theirs (as circulated; unconfirmed), the statements are ours. Every statement is worded so that
 * agreement is good.
 */
import type { Questionnaire } from './survey.ts';

type Seed = Pick<Questionnaire, 'indicators' | 'items' | 'choices' | 'bands'>;

const indicator = (code: string, th: string, en: string) => ({ code, name: { th, en } });
const item = (code: string, th: string, en: string) => ({
  code,
  indicator: code.slice(0, 2),
  prompt: { th, en },
});
const choice = (code: string, th: string, en: string, points?: number) => ({
  code,
  label: { th, en },
  points,
});
const band = (code: string, th: string, en: string) => ({ code, label: { th, en } });

export const seedYears = [2569, 2570] as const;
export const seedIds: Readonly<Record<(typeof seedYears)[number], string>> = {
  2569: '5d0c2a0e-1f53-4a5e-9c55-0a3f3b3d2569',
  2570: '5d0c2a0e-1f53-4a5e-9c55-0a3f3b3d2570',
};

export const questionnaireSeed: Seed = {
  indicators: [
    indicator('I1', 'การปฏิบัติหน้าที่', 'Carrying out duties'),
    indicator('I2', 'การใช้งบประมาณ', 'Use of the budget'),
    indicator('I3', 'การใช้อำนาจ', 'Use of power'),
    indicator('I4', 'การใช้ทรัพย์สินของราชการ', 'Use of public property'),
    indicator('I5', 'การแก้ไขปัญหาการทุจริต', 'Dealing with corruption'),
  ],
  items: [
    item(
      'I1-1',
      'เพื่อนร่วมงานทำงานตามขั้นตอนและเวลาที่ประกาศไว้',
      'Colleagues keep to the steps and times that were announced',
    ),
    item(
      'I1-2',
      'ผู้มาติดต่อได้รับบริการเท่ากันทุกคน ไม่ว่ารู้จักใครหรือไม่',
      'Everybody who comes is served alike, whomever they know',
    ),
    item(
      'I1-3',
      'ไม่มีใครในหน่วยงานรับสิ่งใดเพื่อเร่งหรือละเว้นงาน',
      'Nobody here takes anything for hurrying or leaving out work',
    ),
    item(
      'I2-1',
      'ท่านเปิดดูแผนและผลการใช้งบประมาณของหน่วยงานได้',
      'You can look at the plan and use of your office’s budget',
    ),
    item('I2-2', 'เงินถูกใช้ตรงกับเรื่องที่ขอไว้', 'Money is spent on what it was asked for'),
    item('I2-3', 'การจัดซื้อจัดจ้างไม่เอื้อประโยชน์ให้ผู้ขายรายใดรายหนึ่ง', 'Procurement favours no seller'),
    item(
      'I3-1',
      'ผู้บังคับบัญชาของท่านมอบงานและประเมินผลอย่างเป็นธรรม',
      'Your superior hands out and judges work fairly',
    ),
    item('I3-2', 'การแต่งตั้งและเลื่อนขั้นดูจากผลงาน', 'Appointments and promotions follow merit'),
    item(
      'I3-3',
      'ท่านปฏิเสธคำสั่งให้ทำธุระส่วนตัวหรือทำสิ่งไม่ถูกต้องได้โดยไม่เดือดร้อน',
      'You can decline private errands or wrongful orders without harm',
    ),
    item(
      'I4-1',
      'การยืมของหลวงต้องขออนุญาต และคืนตามกำหนด',
      'Public things are borrowed with leave and come back in time',
    ),
    item(
      'I4-2',
      'ไม่มีใครนำรถ วัสดุ หรือแรงงานของราชการไปใช้ส่วนตัว',
      'Nobody uses official cars, supplies or labour privately',
    ),
    item('I4-3', 'หน่วยงานตรวจการใช้ทรัพย์สินอย่างสม่ำเสมอ', 'The office checks the use of its property regularly'),
    item(
      'I5-1',
      'ผู้บริหารทำให้เห็นว่าจริงจังกับการป้องกันการทุจริต',
      'The leaders show that they mean to prevent corruption',
    ),
    item('I5-2', 'ถ้าพบการทุจริต ท่านรู้ว่าจะแจ้งใคร', 'You know whom to tell of corruption'),
    item('I5-3', 'ท่านเชื่อว่าผู้แจ้งเบาะแสจะได้รับความคุ้มครอง', 'You believe that whoever tells will be protected'),
  ],
  choices: [
    choice('4', 'เป็นเช่นนั้นทุกครั้ง', 'Always so', 100),
    choice('3', 'เป็นส่วนใหญ่', 'Mostly so', 66.67),
    choice('2', 'เป็นบางครั้ง', 'Sometimes so', 33.33),
    choice('1', 'ไม่เป็นเช่นนั้น', 'Not so', 0),
    choice('NA', 'ไม่ทราบ หรือไม่ขอตอบ', 'Don’t know, or rather not say'),
  ],
  bands: [
    band('Y1', 'ไม่เกิน 1 ปี', 'Up to 1 year'),
    band('Y5', 'เกิน 1 ปี ถึง 5 ปี', 'More than 1, up to 5 years'),
    band('Y10', 'เกิน 5 ปี ถึง 10 ปี', 'More than 5, up to 10 years'),
    band('Y11', 'เกิน 10 ปี', 'More than 10 years'),
  ],
};

/** Its head, as columns. */
export const questionnaireHead = {
  title_th: 'แบบสำรวจความโปร่งใสภายในหน่วยงาน',
  title_en: 'Internal integrity survey',
  band_question_th: 'ท่านทำงานในหน่วยงานนี้มานานเท่าใด',
  band_question_en: 'How long have you worked in this office?',
  words_question_th: 'มีอะไรที่อยากให้หน่วยงานแก้ไขหรือทำให้ดีขึ้น',
  words_question_en: 'What should the office mend or do better?',
  basis_th: 'ชื่อตัวชี้วัดที่ 1–5 ตามแบบวัด IIT ของการประเมิน ITA ข้อคำถามและจำนวนขั้นต่ำ 10 คนเป็นของระบบนี้เอง',
  basis_en:
    'Names of indicators 1–5 as in the IIT of the ITA; the statements and the smallest group of 10 are the platform’s own',
  source: 'ITA (สำนักงาน ป.ป.ช.)',
} as const;
