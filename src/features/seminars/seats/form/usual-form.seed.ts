/** The usual questions to participants of a government seminar, offered to organisers as a start (thai-practice 5.4). */
import type { FormField } from './form.ts';

const field = (
  change: Partial<FormField> & Pick<FormField, 'code' | 'kind' | 'labelTh' | 'labelEn'>,
): FormField => ({
  hintTh: '',
  hintEn: '',
  choices: [],
  isRequired: false,
  shownWhen: undefined,
  retentionDays: 90,
  ...change,
});

export const usualForm: readonly FormField[] = [
  field({
    code: 'food',
    kind: 'choice',
    labelTh: 'อาหาร',
    labelEn: 'Food',
    isRequired: true,
    retentionDays: 30,
    choices: [
      { code: 'any', th: 'ทั่วไป', en: 'No preference' },
      { code: 'halal', th: 'ฮาลาล', en: 'Halal' },
      { code: 'vegetarian', th: 'มังสวิรัติ', en: 'Vegetarian' },
      { code: 'vegan', th: 'เจ', en: 'Vegan (je)' },
      { code: 'other', th: 'อื่น ๆ', en: 'Other' },
    ],
  }),
  field({
    code: 'food-other',
    kind: 'text',
    labelTh: 'อาหารที่ต้องการ',
    labelEn: 'Which food',
    isRequired: true,
    retentionDays: 30,
    shownWhen: { field: 'food', is: ['other'] },
  }),
  field({
    code: 'allergies',
    kind: 'text',
    labelTh: 'แพ้อาหารหรือยา',
    labelEn: 'Allergies to food or medicine',
    hintTh: 'ใช้แจ้งครัวและหน่วยพยาบาลเท่านั้น เว้นว่างได้ถ้าไม่มี',
    hintEn: 'Told to the kitchen and first aid only. Leave empty if there are none.',
    retentionDays: 30,
  }),
  field({
    code: 'lodging',
    kind: 'yes-no',
    labelTh: 'ต้องการที่พัก',
    labelEn: 'Do you need a room?',
    isRequired: true,
  }),
  field({
    code: 'room-mate',
    kind: 'choice',
    labelTh: 'พักกับใคร',
    labelEn: 'With whom?',
    isRequired: true,
    shownWhen: { field: 'lodging', is: ['yes'] },
    choices: [
      { code: 'anybody', th: 'ให้ผู้จัดจัดคู่ให้', en: 'Whomever the organiser chooses' },
      { code: 'named', th: 'ระบุชื่อผู้พักร่วม', en: 'Somebody I name' },
      { code: 'alone', th: 'พักเดี่ยว (จ่ายส่วนต่างเอง)', en: 'Alone (I pay the difference)' },
    ],
  }),
  field({
    code: 'room-mate-name',
    kind: 'text',
    labelTh: 'ชื่อผู้พักร่วม',
    labelEn: 'Name of the room-mate',
    isRequired: true,
    shownWhen: { field: 'room-mate', is: ['named'] },
  }),
  field({
    code: 'travel',
    kind: 'choice',
    labelTh: 'เดินทางโดย',
    labelEn: 'How will you travel?',
    choices: [
      { code: 'official', th: 'รถราชการ', en: 'Official car' },
      { code: 'own', th: 'รถส่วนตัว', en: 'Own car' },
      { code: 'public', th: 'รถโดยสารหรือรถไฟ', en: 'Bus or train' },
      { code: 'air', th: 'เครื่องบิน', en: 'Aeroplane' },
    ],
  }),
  field({
    code: 'needs',
    kind: 'text',
    labelTh: 'สิ่งที่ผู้จัดควรเตรียมให้',
    labelEn: 'What should the organiser prepare for you?',
    hintTh: 'เช่น ทางลาดสำหรับรถเข็น ที่นั่งหน้า ล่ามภาษามือ',
    hintEn: 'For example a ramp, a seat in front, sign language.',
    retentionDays: 30,
  }),
  field({
    code: 'listed',
    kind: 'yes-no',
    labelTh: 'ยินยอมให้แสดงชื่อ ตำแหน่ง และหน่วยงานในรายชื่อผู้เข้าร่วมที่แจกในงาน',
    labelEn: 'May your name, position and office stand in the list handed out at the seminar?',
    hintTh: 'ไม่ยินยอมก็เข้าร่วมได้ตามปกติ',
    hintEn: 'You take part all the same if you say no.',
    isRequired: true,
    retentionDays: 365,
  }),
];
