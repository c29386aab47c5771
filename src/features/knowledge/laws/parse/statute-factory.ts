// Invented statutes with the mess of real files, for tests: what was put in is known, so what comes out can be checked.
import { toThaiDigits } from '#platform/text/thai-digits.ts';
import { ORDINAL_NAMES } from './section-number.ts';

export type Mess = {
  readonly thaiDigits: boolean;
  readonly blankLines: boolean;
  readonly headBroken: boolean;
  readonly footnoteMarks: boolean;
  readonly furniture: boolean;
  readonly glueHead: boolean;
  readonly windowsNewlines: boolean;
};

export type Plan = {
  /** How many whole numbers the main instrument has. */
  readonly sections: number;
  /** Whole numbers after which something was inserted, and how. */
  readonly inserted: ReadonlyMap<number, readonly string[]>;
  /** Whole numbers that are missing without a trace. */
  readonly missing: ReadonlySet<number>;
  readonly repealed: ReadonlySet<number>;
  /** Whole numbers before which a chapter begins. */
  readonly chapters: readonly number[];
  /** Sections of a promulgating act before a code, 0 for an ordinary act. */
  readonly promulgating: number;
  /** Amending acts at the end, with their own section numbers. */
  readonly amending: readonly (readonly number[])[];
  readonly mess: Mess;
};

/** The numbers that the main instrument holds, in order. */
export function plannedNumbers({ sections, inserted, missing }: Plan): string[] {
  const numbers: string[] = [];
  for (let main = 1; main <= sections; main++) {
    if (missing.has(main)) continue;
    numbers.push(String(main));
    for (const suffix of inserted.get(main) ?? []) numbers.push(`${main}${suffix}`);
  }
  return numbers;
}

/** ' ทวิ', ' ตรี', … for the first `count`, or '/1', '/2', … */
export function insertedSuffixes(style: 'ordinal' | 'slash', count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    style === 'slash' ? `/${index + 1}` : ` ${ORDINAL_NAMES[index]!}`,
  );
}

const WORDS = ['เจ้าหน้าที่', 'หน่วยงาน', 'คำขอ', 'ระเบียบ', 'หนังสือ', 'รายงาน', 'คณะทำงาน', 'สำนักทะเบียน'];

/** Writes the file. */
export function writeStatute(plan: Plan): string {
  const { mess } = plan;
  const lines: string[] = ['พระราชบัญญัติ', ''];
  const code = plan.promulgating > 0;
  lines.push('พระราชบัญญัติ', code ? 'ให้ใช้ประมวลระเบียบสมมุติ' : 'ว่าด้วยการทดสอบสมมุติ', 'พ.ศ. 2540', '');
  lines.push(
    'ให้ไว้ ณ วันที่ 1 มกราคม พ.ศ. 2540',
    '',
    'โดยที่เป็นการสมควรมีกฎหมายสมมุติ ซึ่งมาตรา 29',
    'มาตรา 30 และมาตรา 31 ของรัฐธรรมนูญบัญญัติไว้',
    '',
  );
  if (code) {
    for (let number = 1; number <= plan.promulgating; number++) section(String(number), number);
    lines.push('ผู้รับสนองพระบรมราชโองการ', 'นายสมมุติ ไม่มีจริง', '', 'ประมวลระเบียบสมมุติ', '');
  }
  for (const number of plannedNumbers(plan)) {
    const main = Number.parseInt(number, 10);
    if (number === String(main) && plan.chapters.includes(main)) {
      lines.push(
        ...(mess.headBroken
          ? ['หมวด', String(plan.chapters.indexOf(main) + 1)]
          : [`หมวด ${plan.chapters.indexOf(main) + 1}`]),
      );
      lines.push('เรื่องสมมุติที่มี', 'ชื่อสองบรรทัด');
      if (mess.blankLines) lines.push('');
    }
    section(number, main);
  }
  lines.push('ผู้รับสนองพระบรมราชโองการ', 'นายสมมุติ ไม่มีจริง', 'นายกรัฐมนตรี', '');
  lines.push('หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ มาตรา 1 เดิมไม่เหมาะสม', '');
  for (const [index, numbers] of plan.amending.entries()) {
    lines.push('พระราชบัญญัติว่าด้วยการทดสอบสมมุติ', `(ฉบับที่ ${index + 2}) พ.ศ. ${2541 + index}[${index + 2}]`, '');
    for (const number of numbers) section(String(number), number);
    lines.push('หมายเหตุ :- เหตุผลในการประกาศใช้พระราชบัญญัติฉบับนี้ คือ สมควรแก้ไข', '');
  }
  lines.push('[1] ราชกิจจานุเบกษา เล่ม 114/ตอนที่ 1 ก/หน้า 1', '', '[2] มาตรา 3 แก้ไขเพิ่มเติมโดยพระราชบัญญัติ');
  const text = lines.join(mess.windowsNewlines ? '\r\n' : '\n');
  return mess.thaiDigits ? toThaiDigits(text) : text;

  function section(number: string, seed: number): void {
    const mark = mess.footnoteMarks && seed % 3 === 0 ? '[1]' : '';
    const word = WORDS[seed % WORDS.length]!;
    const repealed = plan.repealed.has(seed) && number === String(seed);
    const body = repealed ? '(ยกเลิก)' : `ให้${word}ดำเนินการตามที่กำหนด`;
    if (mess.headBroken && seed % 2 === 0) lines.push('มาตรา', `${number}${mark} ${body}`);
    else lines.push(`มาตรา${mess.glueHead && seed % 5 === 0 ? '' : ' '}${number}${mark}  ${body}`);
    if (!repealed) {
      // Citations that wrapping brought to the start of a line, forwards and backwards.
      lines.push(
        `ผู้ใดไม่ปฏิบัติตามมาตรา ${Math.max(1, seed - 2)} มาตรา ${seed + 1} หรือ`,
        `มาตรา ${seed + 7} และมาตรา ${seed + 9} ต้องแจ้ง${word}`,
      );
      if (seed % 4 === 0) lines.push('(1) รายการที่หนึ่ง', '(2) รายการที่สอง');
    }
    if (mess.furniture && seed % 6 === 0) lines.push('- 12 -', 'ราชกิจจานุเบกษา');
    if (mess.blankLines) lines.push('');
  }
}
