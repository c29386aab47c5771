/**
 * Finds in a lesson what may tell who or where: certain signs are refused, likely ones are shown to both persons.
 * It finds patterns, not every name; the second person reads with her own eyes.
 */
import { fromThaiDigits } from '#platform/text/thai-digits.ts';

export type SignKind =
  | 'citizen-number'
  | 'phone'
  | 'email'
  | 'account'
  | 'plate'
  | 'name'
  | 'place'
  | 'address';
export type Identifying = {
  readonly kind: SignKind;
  /** The words found, as written. */
  readonly found: string;
  /** Refused outright, rather than shown. */
  readonly refused: boolean;
};

const patterns: readonly { kind: SignKind; refused: boolean; pattern: RegExp }[] = [
  { kind: 'citizen-number', refused: true, pattern: /(?<!\d)\d[- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d(?!\d)/g },
  { kind: 'phone', refused: true, pattern: /(?<!\d)(?:\+66|0)[- ]?\d{1,2}[- ]?\d{3}[- ]?\d{4}(?!\d)/g },
  { kind: 'email', refused: true, pattern: /[\w.+-]+@[\w-]+\.[\w.-]*\w/g },
  { kind: 'account', refused: true, pattern: /(?<!\d)\d{3}-\d-\d{5}-\d(?!\d)/g },
  { kind: 'plate', refused: true, pattern: /(?<![ก-๙\d])\d?[ก-ฮ]{2}[- ]\d{1,4}(?!\d)/g },
  {
    kind: 'name',
    refused: true,
    // Title, name and surname in one line. "นายช่าง", "นายอำเภอ" and their like are positions, which risks must be able to name.
    pattern:
      /(?:^|(?<=[\s("“]))(?:นาย(?!ช่าง|อำเภอ|ทะเบียน|กเทศมนตรี|กองค์การ|กรัฐมนตรี|กสภา|กสมาคม|ตรวจ|ด่าน|ท่า|แพทย์|สัตวแพทย์|สถานี|หน้า|จ้าง|หมวด|ประกัน|ทหาร|ตำรวจ)|นางสาว|นาง|น\.ส\.|ด\.ต\.|พ\.ต\.[ก-ฮ]\.|ร\.ต\.[ก-ฮ]\.|ว่าที่ร้อยตรี) ?[ก-ฮเ-ไ][ก-๙]{1,30} [ก-ฮเ-ไ][ก-๙]{2,30}/g,
  },
  { kind: 'name', refused: true, pattern: /\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?/g },
  { kind: 'name', refused: false, pattern: /(?:^|(?<=\s))(?:คุณ|ผอ\.|กำนัน|ปลัด)[ก-ฮเ-ไ][ก-๙]{2,20}/g },
  {
    kind: 'place',
    refused: false,
    pattern: /(?:อำเภอ|ตำบล|จังหวัด|หมู่บ้าน|เทศบาลตำบล|เทศบาลเมือง|อบต\.|อบจ\.|อ\.|ต\.|จ\.) ?[ก-ฮเ-ไ][ก-๙]{2,20}/g,
  },
  { kind: 'address', refused: false, pattern: /(?:บ้านเลขที่|หมู่ที่|ถนน|ซอย) ?[\dก-๙/]{1,20}/g },
];

/** In the order of the text, the same words once. */
export function findIdentifying(text: string): Identifying[] {
  const plain = fromThaiDigits(text);
  const found = patterns.flatMap(({ kind, refused, pattern }) =>
    [...plain.matchAll(pattern)].map((match) => ({
      kind,
      refused,
      at: match.index,
      // Digits are one for one, so the place in the plain text is the place in the original.
      found: text.slice(match.index, match.index + match[0].length),
    })),
  );
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter((one) => !seen.has(one.found) && seen.add(one.found))
    .map(({ kind, refused, found: words }) => ({ kind, refused, found: words }));
}
