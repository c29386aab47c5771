// The instrument's name, year and kind, from the lines above its preamble, checked against its first section.
import type { InstrumentKind } from './law-text.ts';
import type { Line } from './lines.ts';

export type Title = {
  /** As it is cited: kind, name and year; in the digits of the source. */
  readonly title: string;
  readonly yearBE: number | undefined;
  readonly kind: InstrumentKind;
  /** The code that the instrument brings into force. */
  readonly codeName: string | undefined;
  /** How many lines of the file it takes. */
  readonly lines: number;
};

const KIND_WORDS: readonly (readonly [RegExp, InstrumentKind])[] = [
  [/^พระราชบัญญัติประกอบรัฐธรรมนูญ/, 'organic-act'],
  [/^พระราชบัญญัติ/, 'act'],
  [/^รัฐธรรมนูญ|^ธรรมนูญ/, 'constitution'],
  [/^ประมวล/, 'code'],
  [/^พระราชกำหนด/, 'emergency-decree'],
  [/^พระราชกฤษฎีกา/, 'royal-decree'],
  [/^กฎ/, 'ministerial-regulation'],
  [/^ระเบียบ|^ข้อบังคับ|^ข้อกำหนด|^ข้อบัญญัติ|^เทศบัญญัติ/, 'rule'],
  [/^ประกาศ/, 'notification'],
  [/^คำสั่ง/, 'order'],
];

const BARE_KIND =
  /^(?:พระราชบัญญัติ|พระราชบัญญัติประกอบรัฐธรรมนูญ|พระราชกำหนด|พระราชกฤษฎีกา|ประกาศ|ระเบียบ|กฎกระทรวง)$/;
const PREAMBLE =
  /^(?:ภูมิพล|มหาวชิร|สมเด็จ|ในพระปรมาภิไธย|พระบาทสมเด็จ|ให้ไว้|ตราไว้|โดยที่|โดยเหตุ|อาศัยอำนาจ|มีพระบรม|ข้าพระ|ประชาธิปก|อานันท|คณะผู้สำเร็จ|ปร\.|ป\.ร\.|ด้วย|เพื่อ|ศุภมัสดุ|มาตรา\s*\d|ข้อ\s*\d|หมวด|ภาค)/;

/** Reads the title; all parts may be empty when the file has none. */
export function readTitle(lines: readonly Line[]): Title {
  const start = Math.max(
    0,
    lines.slice(0, 12).findIndex(({ text }) => kindOf(text) !== undefined),
  );
  const parts: string[] = [];
  let at = start;
  for (; at < Math.min(lines.length, start + 12); at++) {
    const { text, shown, blankBefore } = lines[at]!;
    if (at > start && (PREAMBLE.test(text) || /^[_\-–=*\s]+$/.test(text))) break;
    if (at > start && blankBefore && parts.length > 0 && !BARE_KIND.test(parts.join(''))) break;
    const words = shown.replace(/\s*\[[\d๐-๙]+\]/g, '');
    // The first line is often the kind alone, set twice.
    if (parts.at(-1) === words || (parts.length === 1 && words.startsWith(parts[0]!))) parts.pop();
    parts.push(words);
    if (/(?:พ\.ศ\.|พุทธ[ศส]ักราช|ร\.ศ\.|จ\.ศ\.)\s*\d{3,4}(?:\s*\[\d+\])?$/.test(text)) {
      at++;
      break;
    }
  }
  const stated = textOf(lines, start, at);
  const title = join(parts);
  const code = /ให้ใช้(?:บทบัญญัติแห่ง|บทบัญญัติ(?:บรรพ)?.{0,40}?แห่ง)?\s*(ประมวล\S*)/.exec(title);
  const codeName = code?.[1];
  const kind = codeName ? 'code' : (kindOf(title) ?? 'other');
  return {
    title: codeName ?? title,
    yearBE: yearIn(stated) ?? yearOfDate(lines) ?? yearIn(textOf(lines, start, start + 25)),
    kind,
    codeName,
    lines: at,
  };
}

/** A kind word joined with the name that follows it on the next line, without a space, as acts are cited. */
function join(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return first;
  const bare = BARE_KIND.test(first);
  return (bare ? first + rest.join(' ') : [first, ...rest].join(' ')).replace(/\s+/g, ' ').trim();
}

function kindOf(text: string): InstrumentKind | undefined {
  return KIND_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  return lines
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** The year of the sentence that dates the instrument: ให้ไว้ ณ วันที่, ประกาศ ณ วันที่, ตราไว้ ณ วันที่. */
function yearOfDate(lines: readonly Line[]): number | undefined {
  for (const [at, { text }] of lines.entries()) {
    if (!/^(?:ให้ไว้|ตราไว้|ประกาศ(?:มา)?|สั่ง)\s*ณ/.test(text)) continue;
    const near = textOf(lines, at, at + 4);
    const year =
      yearIn(near) ??
      Number(
        /(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\s*(2[45]\d\d)/.exec(
          near,
        )?.[1],
      );
    if (year) return year;
  }
  return undefined;
}

/** Years of the Bangkok era (ร.ศ.) began in B.E. 2325; also "ฉบับที่ 108/2557". */
function yearIn(text: string): number | undefined {
  const buddhist =
    /(?:พ\.\s?ศ\.|พุทธ[ศส]ักราช)\s*(\d{4})(?!\d)/.exec(text) ?? /ที่\s*\d+\/(2[45]\d\d)(?!\d)/.exec(text);
  if (buddhist) return Number(buddhist[1]);
  const bangkok = /(?:ร\.\s?ศ\.|รัตนโกสินทร์?\s?ศก|\sศก)\s*(\d{2,3})(?!\d)/.exec(text);
  return bangkok ? Number(bangkok[1]) + 2324 : undefined;
}
