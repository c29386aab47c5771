// A section's wrapped lines as paragraphs (วรรค) and items. Files wrap text by width and mark no paragraphs, so a
// paragraph ends where the next line's first words would still have fitted, or where the file indents or blanks.
import type { Item, Paragraph } from './law-text.ts';

export type BodyLine = { readonly shown: string; readonly blankBefore: boolean; readonly indent: number };

const MARKS = /\s*\[[\d๐-๙]{1,3}\]/g;
const ITEM = /^\(([๐-๙\d]{1,3}(?:\/[๐-๙\d]{1,2})?|[ก-ฮ])\)\s*(?:\[[\d๐-๙]+\])?\s*/;
/** Words that open a paragraph of Thai law. */
const OPENERS =
  /^(?:ใน(?:กรณี|ระหว่าง|การ|วาระ|เวลา|ราชการ)|การ|ถ้า|เมื่อ|ผู้|คำ|ความใน|ให้|หลักเกณฑ์|กรณี|บุคคล|คณะกรรมการ|กรรมการ|ประธาน|รัฐมนตรี|ประกาศ|ระเบียบ|เพื่อ|มิให้|ห้าม|นอกจาก|ทั้งนี้|บทบัญญัติ|ความผิด|เงิน|ทรัพย์|เจ้า|พนักงาน|หน่วยงาน|สำนักงาน|วิธีการ|กฎกระทรวง|พระราชกฤษฎีกา|ข้าราชการ|ศาล|หาก|รายงาน|สมาชิก|วรรค)/;

/** Joins wrapped lines; `width` is the file's usual line length in characters. */
export function toParagraphs(body: readonly BodyLine[], width: number): Paragraph[] {
  const paragraphs: { text: string; items: { marker: string; depth: 1 | 2; text: string }[] }[] = [];
  let lineOfParagraph = 0;
  let before: BodyLine | undefined;
  for (const line of body) {
    const shown = line.shown.replace(MARKS, '').trim();
    if (shown === '') continue;
    const item = ITEM.exec(line.shown);
    const last = paragraphs.at(-1);
    if (item) {
      const owner = last ?? { text: '', items: [] };
      if (!last) paragraphs.push(owner);
      owner.items.push({
        marker: item[1]!,
        depth: /[ก-ฮ]/.test(item[1]!) ? 2 : 1,
        text: shown.slice(`(${item[1]})`.length).trim(),
      });
      lineOfParagraph = 0;
    } else if (!last || startsParagraph(line, before, shown, width, lineOfParagraph)) {
      paragraphs.push({ text: shown, items: [] });
      lineOfParagraph = 0;
    } else {
      const open = last.items.at(-1) ?? last;
      open.text = joinWrapped(open.text, shown);
      lineOfParagraph++;
    }
    before = line;
  }
  return paragraphs;
}

/** All text of a section, for search and comparison: one line a paragraph or item. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .flatMap(({ text, items }) => [text, ...items.map((item: Item) => `(${item.marker}) ${item.text}`)])
    .filter((line) => line !== '')
    .join('\n');
}

function startsParagraph(
  line: BodyLine,
  before: BodyLine | undefined,
  shown: string,
  width: number,
  lineOfParagraph: number,
): boolean {
  if (line.blankBefore) return true;
  if (before && line.indent > before.indent + 3) return true;
  if (!before || !OPENERS.test(shown)) return false;
  const firstWords = shown.split(' ', 1)[0]!.length;
  const room = lineOfParagraph === 0 ? width * 0.55 : width;
  return before.shown.length + 1 + firstWords <= room * 0.95;
}

/** Wrapping replaced a space; words of one line go on with one. */
function joinWrapped(text: string, next: string): string {
  return text === '' ? next : `${text} ${next}`;
}
