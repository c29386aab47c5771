// Numbers of sections: 157, 123/1, 91 ทวิ, 90/14 ทวิ, 65 เอกวีสติ/1; how they are written, and which comes after which.

/** Latin and Pali ordinals of inserted sections by value; several spellings stand in the statute book. */
const ORDINALS: readonly (readonly [number, ...string[]])[] = [
  [2, 'ทวิ'],
  [3, 'ตรี'],
  [4, 'จัตวา'],
  [5, 'เบญจ', 'ปัญจ'],
  [6, 'ฉ'],
  [7, 'สัตต', 'สัตตะ'],
  [8, 'อัฏฐ', 'อัฎฐ', 'อัฐ', 'อัฏฐะ'],
  [9, 'นว', 'นวะ'],
  [10, 'ทศ'],
  [11, 'เอกาทศ'],
  [12, 'ทวาทศ'],
  [13, 'เตรส', 'เตรทศ'],
  [14, 'จตุทศ', 'จตุททศ', 'จตุททส'],
  [15, 'ปัณณรส', 'ปัณรส', 'ปัญจทศ', 'เบญจทศ'],
  [16, 'โสฬส'],
  [17, 'สัตตรส', 'สัตตทศ'],
  [18, 'อัฏฐารส', 'อัฎฐารส', 'อัฏฐทศ'],
  [19, 'เอกูนวีสติ', 'เอกูนวิสติ', 'นวทศ'],
  [20, 'วีสติ', 'วิสติ'],
  [21, 'เอกวีสติ', 'เอกวิสติ'],
  [22, 'ทวาวีสติ', 'ทวาวิสติ', 'พาวีสติ'],
  [23, 'เตวีสติ', 'เตวิสติ'],
  [24, 'จตุวีสติ', 'จตุวิสติ'],
  [25, 'ปัญจวีสติ', 'ปัญจวิสติ', 'เบญจวีสติ'],
  [26, 'ฉัพพีสติ', 'ฉัพพิสติ'],
  [27, 'สัตตวีสติ', 'สัตตวิสติ'],
  [28, 'อัฏฐวีสติ', 'อัฎฐวีสติ', 'อัฏฐวิสติ'],
  [29, 'เอกูนติงสติ'],
  [30, 'ติงสติ', 'ตึงสติ'],
];

/** The usual spelling of each ordinal, from ทวิ on. */
export const ORDINAL_NAMES: readonly string[] = ORDINALS.map(([, word]) => word!);

/** By value: 2 is ทวิ. */
export const INSERTED_SPELLINGS: Readonly<Record<number, string>> = Object.fromEntries(
  ORDINALS.map(([value, word]) => [value, word!]),
);

const VALUES: ReadonlyMap<string, number> = new Map(
  ORDINALS.flatMap(([value, ...words]) => words.map((word) => [word, value] as const)),
);
const words = [...VALUES.keys()].sort((a, b) => b.length - a.length).join('|');

/** An ordinal word that ends where it stands: ฉ of ฉบับ is none. */
export const ORDINAL_PATTERN = `(?:${words})(?![ก-๎])`;

const SLASH = String.raw`\s?\/\s?\d{1,3}(?!\d)`;

/** A section's number in text with ASCII digits. */
export const NUMBER_PATTERN = String.raw`\d{1,4}(?:${SLASH})?(?:\s*${ORDINAL_PATTERN}(?:${SLASH})?)?`;

type Tail = { readonly by: 'ordinal' | 'slash'; readonly value: number; readonly word: string };

export type SectionNumber = {
  readonly main: number;
  /** What follows the number, in the order written: ทวิ, /1, or both. */
  readonly tail: readonly Tail[];
};

const TAIL = new RegExp(String.raw`\/\s?(\d{1,3})|(${words})(?![ก-๎])`, 'g');

/** Reads '91 ทวิ', '123/1', '90/14 ทวิ'; undefined when it is no section's number. */
export function readSectionNumber(text: string): SectionNumber | undefined {
  const trimmed = text.trim();
  if (!new RegExp(`^${NUMBER_PATTERN}$`).test(trimmed)) return undefined;
  const main = Number.parseInt(trimmed, 10);
  const tail = [...trimmed.matchAll(TAIL)].map(
    ([, slash, word]): Tail =>
      slash === undefined
        ? { by: 'ordinal', value: VALUES.get(word!)!, word: word! }
        : { by: 'slash', value: Number(slash), word: '' },
  );
  return { main, tail };
}

/** '91 ทวิ', '123/1': ASCII digits, one space before an ordinal, the ordinal as the statute spells it. */
export function writeSectionNumber({ main, tail }: SectionNumber): string {
  return tail.reduce(
    (text, { by, value, word }) => (by === 'slash' ? `${text}/${value}` : `${text} ${word}`),
    `${main}`,
  );
}

/**
 * What it costs to believe that `b` comes right after `a`: 0 for the very next number, more for every number left out,
 * undefined when it cannot be. Sections of one number may hold ทวิ and /1 in either order, as amendments left them.
 */
export function stepCost(a: SectionNumber, b: SectionNumber): number | undefined {
  if (b.main < a.main) return undefined;
  if (b.main > a.main) {
    const missing = b.main - a.main - 1;
    return (
      (b.tail.length === 0 ? 0 : 1.2) + (missing === 0 ? 0 : Math.min(1 + 0.8 * missing, 10 + 0.02 * missing))
    );
  }
  for (const [index, part] of b.tail.entries()) {
    const before = a.tail[index];
    if (!before)
      return 0.4 * (part.value - (part.by === 'slash' ? 1 : 2)) + 0.5 * (b.tail.length - index - 1);
    if (before.by !== part.by) return 0.6;
    if (before.value > part.value) return undefined;
    if (before.value < part.value)
      return 0.4 * (part.value - before.value - 1) + 0.5 * (b.tail.length - index - 1);
  }
  return undefined;
}

/** Whole numbers that a step from `a` to `b` leaves out. */
export function numbersBetween(a: SectionNumber, b: SectionNumber): number[] {
  const found: number[] = [];
  for (let main = a.main + 1; main < b.main; main++) found.push(main);
  return found;
}
