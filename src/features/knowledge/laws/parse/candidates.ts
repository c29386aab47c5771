// Lines that may begin a section, each with how likely that is. A wrapped citation ("มาตรา ๖ มาตรา ๗ หรือ / มาตรา ๑๒")
// begins a line too, and so do sections quoted inside an amending act.
import { isHeadingLine } from './heading-line.ts';
import type { Line } from './lines.ts';
import {
  NUMBER_PATTERN,
  readSectionNumber,
  type SectionNumber,
  writeSectionNumber,
} from './section-number.ts';

export type Unit = 'มาตรา' | 'ข้อ';

export type Candidate = {
  /** Index of the line where it begins. */
  readonly line: number;
  readonly number: SectionNumber;
  /** Where its text begins: index of the line and of the character in it. */
  readonly textLine: number;
  readonly textAt: number;
  /** Above 0: more likely a section than not. */
  readonly weight: number;
  readonly oddSpelling: boolean;
  /** Looks like a citation or a quotation, so leaving it out needs no doubt. */
  readonly explained: boolean;
  /** The last number of "มาตรา 5 ถึงมาตรา 9 (ยกเลิก)". */
  readonly until: SectionNumber | undefined;
  /** Set apart by a blank line or a heading. */
  readonly apart: boolean;
};

const WORDS: Record<Unit, string> = { มาตรา: 'มาตรา|มาตร|มาตา|มตรา|มาาตรา|ม\\.', ข้อ: 'ข้อ' };
const heads = new Map<Unit, { whole: RegExp; word: RegExp }>();

function headOf(unit: Unit) {
  const known = heads.get(unit);
  if (known) return known;
  const made = {
    whole: new RegExp(
      String.raw`^([“"”'’(]\s*)?(${WORDS[unit]})\s*(?:ที่\s*)?[.:]?\s*(${NUMBER_PATTERN})(?![\d.]\d)`,
    ),
    word: new RegExp(String.raw`^([“"”'’(]\s*)?(${WORDS[unit]})\s*(?:ที่)?$`),
  };
  heads.set(unit, made);
  return made;
}

/** Lines; a quotation left open by a careless copy must not swallow the rest of an act. */
const LONGEST_QUOTATION = 120;
const FOOTNOTE = String.raw`(?:\s*\[\d{1,3}\])*`;
const ORDINAL_LINE =
  /^(ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ|เอกาทศ|ทวาทศ|เตรส|จตุทศ|ปัณณรส|โสฬส|สัตตรส|อัฏฐารส)(?![ก-๎])/;

/** Every line of `[from, to)` that begins with มาตรา (or ข้อ) and a number. */
export function findCandidates(lines: readonly Line[], unit: Unit, from = 0, to = lines.length): Candidate[] {
  const found: Candidate[] = [];
  const announced = announcements(lines, unit, to);
  let quotedUntil = -1;
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    const head = readHead(lines, index, to, unit);
    if (head) found.push(judge(lines, index, head, announced.take(head.number), index <= quotedUntil));
    announced.read(index);
    if (!stillQuoted(line.text, index <= quotedUntil)) quotedUntil = -1;
    else if (index > quotedUntil) quotedUntil = index + LONGEST_QUOTATION;
  }
  return found;
}

type Head = Pick<Candidate, 'number' | 'textLine' | 'textAt' | 'oddSpelling'> & {
  readonly quote: boolean;
  readonly rest: string;
};

function readHead(lines: readonly Line[], index: number, to: number, unit: Unit): Head | undefined {
  const { whole, word } = headOf(unit);
  const { text } = lines[index]!;
  const next = index + 1 < to ? lines[index + 1] : undefined;
  const direct = whole.exec(text);
  if (direct) {
    const [matched, quote, written, numberText] = direct;
    const after = skipFootnotes(text, matched.length);
    const tail = text.slice(after).trim();
    const ordinal =
      tail === '' && !/[ก-๎/]/.test(numberText!) && next && !next.blankBefore
        ? ORDINAL_LINE.exec(next.text)
        : null;
    const number = readSectionNumber(numberText! + (ordinal ? ` ${ordinal[1]}` : ''));
    if (!number) return undefined;
    const textLine = ordinal ? index + 1 : index;
    const textAt = ordinal ? skipFootnotes(next!.text, ordinal[0].length) : after;
    return {
      number,
      textLine,
      textAt,
      quote: quote !== undefined,
      oddSpelling: written !== unit,
      rest: tail || (next?.text ?? ''),
    };
  }
  const alone = word.exec(text);
  if (!alone || !next || next.blankBefore) return undefined;
  const numeral = new RegExp(String.raw`^(${NUMBER_PATTERN})(?![\d.]\d)`).exec(next.text);
  const number = numeral && readSectionNumber(numeral[1]!);
  if (!number) return undefined;
  const after = skipFootnotes(next.text, numeral[0].length);
  const rest = next.text.slice(after).trim() || (lines[index + 2]?.text ?? '');
  return {
    number,
    textLine: index + 1,
    textAt: after,
    quote: alone[1] !== undefined,
    oddSpelling: alone[2] !== unit,
    rest,
  };
}

function skipFootnotes(text: string, at: number): number {
  const match = new RegExp(`^${FOOTNOTE}`).exec(text.slice(at));
  return at + (match?.[0].length ?? 0);
}

const GOES_ON =
  /^(?:และ|หรือ|ถึง|ประกอบ|แห่ง|วรรค|อนุมาตรา|ของ|กับ|,|\)|”|\(\d+\)\s*(?:และ|หรือ|ถึง|แห่ง|วรรค|ของ|มาตรา)|โดยอนุโลม|แล้วแต่กรณี|ดังกล่าว)/;
const LEADS_INTO =
  /(?:ตาม|และ|หรือ|ใน|ของ|แห่ง|ถึง|กับ|ฝ่าฝืน|ประกอบ|บทบัญญัติ|เป็น|ความใน|ยกเลิก|นอกจาก|,|มาตรา\s*\d+(?:\/\d+)?(?:\s*(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ))?(?:\s*วรรค\S+)?(?:\s*\([^)]{1,3}\))*\s*(?:และ|หรือ|ถึง)?)$/;
const OPENERS =
  /^(?:ผู้ใด|ใน|ให้|เมื่อ|บุคคล|ถ้า|พระราช|การ|คณะ|ห้าม|เจ้า|รัฐ|กรณี|กรรมการ|\(ยกเลิก|ทุก|ผู้|ใคร|คำ|ความ|ภาย|บรรดา|นาย|สำนัก)/;

function judge(
  lines: readonly Line[],
  index: number,
  head: Head,
  announced: boolean,
  quoted: boolean,
): Candidate {
  const line = lines[index]!;
  const before = lines[index - 1];
  const range =
    /^(?:ถึง|และ|-|–)\s*(?:มาตรา\s*|ข้อ\s*)?(\d{1,4})\s*(?:\[\d+\]\s*)*(?:\(|\[)?\s*(?:ถูก)?ยกเลิก/.exec(
      head.rest,
    );
  const underHeading = before !== undefined && isHeadingLine(before.text);
  const goesOn = GOES_ON.test(head.rest) && !range;
  const ledInto = !line.blankBefore && before !== undefined && !underHeading && LEADS_INTO.test(before.text);
  let weight = 1;
  if (line.blankBefore) weight += 3;
  else if (underHeading) weight += 2;
  else if (before && line.indent > before.indent + 1) weight += 1;
  if (goesOn) weight -= 4;
  if (/^(?:ต้อง|ไม่|มาตรา|ตาม|มิ)/.test(head.rest)) weight -= 1;
  if (OPENERS.test(head.rest)) weight += 0.7;
  if (ledInto) weight -= 4;
  if (head.quote || announced) weight -= 6;
  else if (quoted) weight -= 4;
  if (head.oddSpelling) weight -= 1.5;
  const until = range ? readSectionNumber(range[1]!) : undefined;
  return {
    line: index,
    number: head.number,
    textLine: head.textLine,
    textAt: head.textAt,
    weight,
    oddSpelling: head.oddSpelling,
    explained: goesOn || ledInto || head.quote || announced,
    until,
    apart: line.blankBefore || underHeading,
  };
}

/**
 * Sections that an amending sentence announces ("ให้เพิ่มความต่อไปนี้เป็นมาตรา 5/1 และมาตรา 5/2"): what follows under
 * these numbers is quoted text, not the act's own. Each announcement counts once.
 */
function announcements(lines: readonly Line[], unit: Unit, to: number) {
  const numbers = new Set<string>();
  let until = 0;
  let anyNext = false;
  return {
    read(index: number): void {
      const { text } = lines[index]!;
      if (index > until) numbers.clear();
      anyNext = /ความต่อไปนี้แทน$/.test(text);
      if (!/ความต่อไปนี้เป็น/.test(text)) return;
      let sentence = text.slice(text.search(/ความต่อไปนี้เป็น/));
      for (let next = index + 1; next < to && next < index + 5; next++) {
        if (lines[next]!.blankBefore || /^[“"]/.test(lines[next]!.text)) break;
        sentence += ` ${lines[next]!.text}`;
      }
      for (const match of sentence.matchAll(new RegExp(String.raw`${unit}\s*(${NUMBER_PATTERN})`, 'g'))) {
        const number = readSectionNumber(match[1]!);
        if (number) numbers.add(writeSectionNumber(number));
      }
      until = index + 400;
    },
    take(number: SectionNumber): boolean {
      if (anyNext) return true;
      return numbers.delete(writeSectionNumber(number));
    },
  };
}

/**
 * Inside a quotation that began with a section or heading of its own: "“มาตรา 5 …”". Quoted words of other kinds open and
 * close on one line or are left open by careless copies, so they say nothing.
 */
function stillQuoted(text: string, before: boolean): boolean {
  if (/^“\s*(?:มาตรา|ข้อ|หมวด|ส่วน|ภาค|ลักษณะ)/.test(text)) return !text.includes('”');
  return before && !text.includes('”');
}
