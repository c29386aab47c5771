// Numbers of sections: 157, 123/1, 91 ทวิ, 3 เตรส; how they are written, and which comes after which.

/** Latin and Pali ordinals of inserted sections, in order: ทวิ is the second of its number. */
export const INSERTED = [
  'ทวิ',
  'ตรี',
  'จัตวา',
  'เบญจ',
  'ฉ',
  'สัตต',
  'อัฏฐ',
  'นว',
  'ทศ',
  'เอกาทศ',
  'ทวาทศ',
  'เตรส',
  'จตุทศ',
  'ปัณณรส',
  'โสฬส',
  'สัตตรส',
  'อัฏฐารส',
  'เอกูนวีสติ',
  'วีสติ',
] as const;

const VARIANTS: Readonly<Record<string, string>> = {
  อัฎฐ: 'อัฏฐ',
  อัฐ: 'อัฏฐ',
  สัตตะ: 'สัตต',
  นวะ: 'นว',
  อัฎฐารส: 'อัฏฐารส',
  จตุททส: 'จตุทศ',
  ปัณรส: 'ปัณณรส',
};

const words = [...INSERTED, ...Object.keys(VARIANTS)].sort((a, b) => b.length - a.length).join('|');

/** An ordinal word that ends where it stands: ฉ of ฉบับ is none. */
export const ORDINAL_PATTERN = `(?:${words})(?![ก-๎])`;

/** A section's number in text with ASCII digits. */
export const NUMBER_PATTERN = String.raw`\d{1,4}(?:\s?\/\s?\d{1,3})?(?:\s*${ORDINAL_PATTERN}(?:\s?\/\s?\d{1,3})?)?`;

export type SectionNumber = {
  readonly main: number;
  /** 0 for none, 2 for ทวิ, 3 for ตรี, … */
  readonly ordinal: number;
  /** 0 for none, 1 for /1, … */
  readonly slash: number;
};

const PARTS = new RegExp(
  String.raw`^(\d{1,4})(?:\s?\/\s?(\d{1,3}))?(?:\s*(${words}))?(?:\s?\/\s?(\d{1,3}))?$`,
);

/** Reads '91 ทวิ', '123/1', '50 ทวิ/1'; undefined when it is no section's number. */
export function readSectionNumber(text: string): SectionNumber | undefined {
  const match = PARTS.exec(text.trim());
  if (!match) return undefined;
  const [, main, first, word, second] = match;
  const ordinal =
    word === undefined ? 0 : INSERTED.indexOf((VARIANTS[word] ?? word) as (typeof INSERTED)[number]) + 2;
  return { main: Number(main), ordinal, slash: Number(first ?? second ?? 0) };
}

/** '91 ทวิ', '123/1': ASCII digits, one space before an ordinal. */
export function writeSectionNumber({ main, ordinal, slash }: SectionNumber): string {
  const word = ordinal > 0 ? ` ${INSERTED[ordinal - 2]}` : '';
  return `${main}${word}${slash > 0 ? `/${slash}` : ''}`;
}

/**
 * What it costs to believe that `b` comes right after `a`: 0 for the very next number, more for every number left out,
 * undefined when it cannot be. Sections of one number may hold ทวิ and /1 in either order, as amendments left them.
 */
export function stepCost(a: SectionNumber, b: SectionNumber): number | undefined {
  if (b.main < a.main) return undefined;
  if (b.main > a.main) {
    const missing = b.main - a.main - 1;
    const plain = b.ordinal === 0 && b.slash === 0 ? 0 : 1.2;
    return plain + (missing === 0 ? 0 : Math.min(1 + 0.8 * missing, 10 + 0.02 * missing));
  }
  if (b.ordinal === a.ordinal) return b.slash > a.slash ? 0.4 * (b.slash - a.slash - 1) : undefined;
  if (b.ordinal > a.ordinal) {
    const skipped = b.ordinal - Math.max(a.ordinal, 1) - 1;
    return 0.4 * skipped + (b.slash > 0 ? 0.5 : 0);
  }
  return a.ordinal > 0 && b.ordinal === 0 && b.slash > 0 && a.slash === 0 ? 0.6 : undefined;
}

/** Whole numbers that a step from `a` to `b` leaves out. */
export function numbersBetween(a: SectionNumber, b: SectionNumber): number[] {
  const found: number[] = [];
  for (let main = a.main + 1; main < b.main; main++) found.push(main);
  return found;
}
