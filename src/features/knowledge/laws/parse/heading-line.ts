// Recognises one line as the start of a heading: "หมวด ๓/๑ …", "ส่วนที่", "บทเฉพาะกาล".
import type { HeadingKind } from './law-text.ts';
import { ORDINAL_PATTERN } from './section-number.ts';

export type HeadingStart = {
  readonly kind: HeadingKind;
  readonly word: string;
  readonly number: string | undefined;
  /** What stands on the line after the number. */
  readonly rest: string;
  /** The number is on the next line. */
  readonly numberNext: boolean;
};

const KINDS: Readonly<Record<string, HeadingKind>> = {
  บรรพ: 'book',
  ภาค: 'part',
  ลักษณะ: 'title',
  หมวด: 'chapter',
  ส่วน: 'division',
  ตอน: 'subdivision',
};

const MARKS = String.raw`(?:\s*\[\d{1,3}\])*`;
const NUMBERED = new RegExp(
  String.raw`^(บรรพ|ภาค|ลักษณะ|หมวด|ส่วน|ตอน)\s*(?:ที่\s*)?(\d{1,2}(?:\/\d{1,2})?(?:\s*${ORDINAL_PATTERN})?)${MARKS}(?:$|\s+(.*)$)`,
);
const BARE = /^(บรรพ|ภาค|ลักษณะ|หมวด|ส่วน|ตอน)\s*(?:ที่)?$/;
const UNNUMBERED = new RegExp(
  String.raw`^((?:บท(?:เฉพาะกาล|ทั่วไป|นิยาม|กำหนดโทษ|ลงโทษ|บัญญัติทั่วไป|เบ็ดเสร็จ\S*|นำ|ส่งท้าย|สุดท้าย))|ความทั่วไป|ข้อความเบื้องต้น|ข้อความทั่วไป|ความเบื้องต้น|กำหนดโทษ|คำปรารภ)${MARKS}$`,
);

/** The start of a heading, or undefined. The text has ASCII digits. */
export function readHeadingStart(text: string): HeadingStart | undefined {
  const numbered = NUMBERED.exec(text);
  if (numbered && text.length < 200) {
    const [, word, number, rest = ''] = numbered;
    return {
      kind: KINDS[word!]!,
      word: word!,
      number: number!.replace(/\s+/g, ' '),
      rest,
      numberNext: false,
    };
  }
  const bare = BARE.exec(text);
  if (bare) return { kind: KINDS[bare[1]!]!, word: bare[1]!, number: undefined, rest: '', numberNext: true };
  const unnumbered = UNNUMBERED.exec(text);
  if (unnumbered)
    return { kind: 'unnumbered', word: unnumbered[1]!, number: undefined, rest: '', numberNext: false };
  return undefined;
}

/** May the line be the start of a heading? */
export function isHeadingLine(text: string): boolean {
  return readHeadingStart(text) !== undefined;
}
