// Lines that may begin a section, each with how likely that is. A wrapped citation ("มาตรา ๖ มาตรา ๗ หรือ / มาตรา ๑๒")
// begins a line too, and so do sections quoted inside an amending act.
import { isHeadingLine } from './heading-line.ts';
import type { Line } from './lines.ts';
import { readHead, type SectionHead, type Unit } from './section-head.ts';
import {
  NUMBER_PATTERN,
  readSectionNumber,
  type SectionNumber,
  writeSectionNumber,
} from './section-number.ts';

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

/** Lines; a quotation left open by a careless copy must not swallow the rest of an act. */
const LONGEST_QUOTATION = 120;

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

const GOES_ON =
  /^(?:และ|หรือ|ถึง\s*(?:มาตรา|ข้อ|\d)|ประกอบ(?:กับ|มาตรา|\s)|แห่ง|วรรค|อนุมาตรา|ของ(?:รัฐธรรมนูญ|พระราช|ประมวล|กฎหมาย|ประกาศ)|กับ(?:มาตรา|\s)|,|\)|”|\(\d+\)\s*(?:และ|หรือ|ถึง|แห่ง|วรรค|ของ|มาตรา)|โดยอนุโลม|แล้วแต่กรณี|ดังกล่าว)/;
/** A word at the end of a line that asks for more; "ก็ตาม" and "จำเป็น" ask for nothing. */
const LEADS_INTO =
  /(?:(?<!ก็|ปฏิบัติ|ติด|ทำ|เป็นไป)ตาม|และ|หรือ|(?:^|\s|ความ|บัญญัติ)ใน|(?<!สิ่ง|ทรัพย์|เจ้า)ของ|(?<!ทุก|แต่ละ)แห่ง|ถึง|กับ|ประกอบ|บทบัญญัติ|ยกเลิก|นอกจาก|,)$/;
/** The line before ends with a citation: this one may go on with the list, or the section before may end with it. */
const ENDS_CITING = /มาตรา\s*\d+(?:\/\d+)?(?:\s*[ก-๎]{1,8})?(?:\s*วรรค\S+)?(?:\s*\([^)]{1,3}\))*$/;
const OPENERS =
  /^(?:ผู้ใด|ใน|ให้|เมื่อ|บุคคล|ถ้า|พระราช|การ|คณะ|ห้าม|เจ้า|รัฐ|กรณี|กรรมการ|\(ยกเลิก|ทุก|ผู้|ใคร|คำ|ความ|ภาย|บรรดา|นาย|สำนัก)/;

/** มาตรา 5 ถึงมาตรา 9 (ยกเลิก) */
const REPEALED_RANGE =
  /^(?:ถึง|และ|-|–)\s*(?:มาตรา\s*|ข้อ\s*)?(\d{1,4})\s*(?:\[\d+\]\s*)*(?:และ.{0,40}?)?(?:\(|\[)?\s*(?:ถูก)?ยกเลิก/;

function judge(
  lines: readonly Line[],
  index: number,
  head: SectionHead,
  announced: boolean,
  quoted: boolean,
): Candidate {
  const line = lines[index]!;
  const before = lines[index - 1];
  const following = [head.rest, lines[head.textLine + 1]?.text, lines[head.textLine + 2]?.text].join(' ');
  const range = REPEALED_RANGE.exec(following);
  const underHeading = before !== undefined && isHeadingLine(before.text);
  const goesOn = GOES_ON.test(head.rest) && !range;
  const joined = !line.blankBefore && before !== undefined && !underHeading;
  const listed = joined && ENDS_CITING.test(before.text);
  const ledInto = joined && LEADS_INTO.test(before.text);
  let weight = 1;
  if (line.blankBefore) weight += 3;
  else if (underHeading) weight += 2;
  else if (before && line.indent > before.indent + 1) weight += 1;
  if (goesOn) weight -= 4;
  if (/^(?:ต้อง|ไม่|มาตรา|ตาม|มิ)/.test(head.rest)) weight -= 1;
  if (OPENERS.test(head.rest)) weight += 0.7;
  if (ledInto) weight -= 4;
  if (listed) weight -= 1.5;
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
    explained: goesOn || ledInto || listed || head.quote || announced,
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
