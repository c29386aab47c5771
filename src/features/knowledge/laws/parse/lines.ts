// A statute's file as clean lines: page furniture and invisible characters go, blank lines become a flag.
import { fromThaiDigits } from '#platform/text/thai-digits.ts';

export type Line = {
  /** As it will be shown: visible characters of the source, trimmed. */
  readonly shown: string;
  /** The same with ASCII digits; equal in length, so that indices serve for both. */
  readonly text: string;
  readonly blankBefore: boolean;
  readonly indent: number;
  /** Line of the source, from 1. */
  readonly at: number;
};

/** All lines that say something, in order. */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  for (const [index, raw] of source.split(/\r*\n|[\r\f\u2028\u2029]/).entries()) {
    const shown = clean(raw);
    const text = fromThaiDigits(shown.trim());
    if (text === '') {
      blank = true;
      continue;
    }
    if (isFurniture(text, lines.at(-1)?.text)) continue;
    const indent = shown.replaceAll('\t', '        ').search(/\S/);
    lines.push({ shown: shown.trim(), text, blankBefore: blank, indent, at: index + 1 });
    blank = false;
  }
  return lines;
}

/** Control characters 93 and 94 are quotation marks of an old encoding that files of the Council of State still carry. */
function clean(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\u0093\u201f]/g, '“')
    .replace(/\u0094/g, '”')
    .replace(/[\u0091\u0092]/g, '’')
    .replace(/[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33');
}

const FURNITURE = [
  /^-\s*\d{1,4}\s*-$/,
  /^–\s*\d{1,4}\s*–$/,
  /^หน้า\s*\d{1,4}(?:\s*\/\s*\d{1,4})?$/,
  /^ราชกิจจานุเบกษา$/,
  /^เล่ม\s*\d+\s*ตอน(?:พิเศษ)?(?:ที่)?\s*\d+\s*[ก-ฮ]?(?:\s+ราชกิจจานุเบกษา)?(?:\s+\d{1,2}\s+\S+\s+\d{4})?$/,
  /^(?:สำนักงานคณะกรรมการกฤษฎีกา\s*)+$/,
  /^(?:หน้า\s*\d+\s+)?เล่ม\s*\d+\s+ตอนที่.{0,30}ราชกิจจานุเบกษา.{0,40}$/,
];

/** A line that a page break left behind. A bare number is one unless a word that asks for a number precedes it. */
function isFurniture(text: string, before: string | undefined): boolean {
  if (/^\d{1,4}$/.test(text))
    return !/(?:มาตรา|ข้อ|หมวด|ภาค|ลักษณะ|บรรพ|ส่วน|ที่|ตอน|พ\.ศ\.|ศักราช|สักราช|ศก|วันที่)$/.test(before ?? '');
  return FURNITURE.some((pattern) => pattern.test(text));
}
