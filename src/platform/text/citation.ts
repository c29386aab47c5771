// Finds citations of law in a text before it is cut into words: มาตรา 123/1, ม.91 ทวิ, ข้อ 5 (2) (ก), มาตรา 40 วรรคสอง,
// มาตรา 147 และ 157, section 128, s.91 bis NACC. Each becomes tokens that are the same however it was written.
import { lastLawNameIn, lawNameAt } from './law-names.ts';

export type CitationKind = 'section' | 'clause';

export type Citation = {
  /** UTF-16 indices in the text given. */
  readonly start: number;
  readonly end: number;
  /** มาตรา of an act or ข้อ of a rule, an order, a regulation. */
  readonly kind: CitationKind;
  /** '157', '123/1', '91 ทวิ'. */
  readonly number: string;
  /** วรรค: 1, 2, …; -1 for the last one. */
  readonly paragraph?: number;
  /** Items in order: (2) (ก) is ['2', 'ก']. */
  readonly items: readonly string[];
  /** An id of law-names.ts when a law is named beside the citation. */
  readonly law?: string;
};

/** Latin and Thai words for inserted sections, as written and as kept. */
const INSERTED = ['ทวิ', 'ตรี', 'จัตวา', 'เบญจ', 'ฉ', 'สัตต', 'อัฏฐ', 'นว', 'ทศ', 'เอกาทศ', 'ทวาทศ', 'เตรส'];
const INSERTED_LATIN = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
];
const ORDINALS = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า', 'สิบ'];

const NUMBER = String.raw`(\d{1,4}(?:\/\d{1,3})?)`;
const SUFFIX = String.raw`(?:\s*(${[...INSERTED].sort((a, b) => b.length - a.length).join('|')})(?![ก-๎]))?`;
const SUFFIX_LATIN = String.raw`(?:\s*(${INSERTED_LATIN.join('|')})\b)?`;
const PARAGRAPH = String.raw`(?:\s*วรรค\s*(${ORDINALS.join('|')}|แรก|ท้าย|สุดท้าย|\d{1,2}))?`;
const ITEMS = String.raw`((?:\s*\((?:\d{1,2}|[ก-ฮ]|[a-z])\))*)`;

const THAI = new RegExp(
  String.raw`(มาตรา|ม\.|(?<![ก-๎])ม(?=\s?\d)|ข้อ)\s*${NUMBER}${SUFFIX}${PARAGRAPH}${ITEMS}${PARAGRAPH}`,
  'g',
);
const ENGLISH = new RegExp(
  String.raw`(?<![a-z'’])(sections?|sec\.?|ss?\.?|§§?|clause)\s*${NUMBER}${SUFFIX_LATIN}${ITEMS}`,
  'gi',
);
const FURTHER = new RegExp(
  String.raw`(?:\s*,\s*|\s*(?:และ|หรือ|ถึง|กับ|ประกอบ|and|or|to|–|-)\s*)(?:มาตรา\s*|ม\.\s*)?${NUMBER}${SUFFIX}${PARAGRAPH}${ITEMS}`,
  'y',
);

/**
 * All citations in order. The text should be normalised (`normalise.ts`): digits are then ASCII and indices lead back
 * through its offsets. Linear in the text's length.
 */
export function findCitations(text: string): Citation[] {
  const found = [...readAll(text, THAI, readThai), ...readAll(text, ENGLISH, readEnglish)];
  found.sort((a, b) => a.start - b.start);
  return found.filter((each, index) => index === 0 || each.start >= found[index - 1]!.end);
}

/**
 * Tokens of a citation, the same for every way to write it: `sec:157`, and `sec:criminal-code:157` when the law is
 * known. An inserted section is `sec:91ทวิ`; a clause of a rule `cl:5`.
 */
export function citationTokens({ kind, number, law }: Citation): string[] {
  const prefix = kind === 'clause' ? 'cl' : 'sec';
  const plain = number.replace(' ', '');
  return law === undefined ? [`${prefix}:${plain}`] : [`${prefix}:${plain}`, `${prefix}:${law}:${plain}`];
}

type Reading = {
  kind: CitationKind;
  number: string;
  paragraph?: string | undefined;
  items?: string | undefined;
};

/** Reads one pattern from beginning to end; what a list has taken is not read again. */
function readAll(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray, text: string) => Reading | undefined,
) {
  const found: Citation[] = [];
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return found;
    at = pattern.lastIndex;
    const first = read(match, text);
    // A trailing "/25" or ".5" means that this was another kind of number, such as a date.
    if (!first || /^[/.:]?\d/.test(text.slice(at, at + 2))) continue;
    at = collect(text, found, match.index, at, first);
  }
}

function readThai(match: RegExpExecArray, text: string): Reading | undefined {
  const [, word, number, inserted, before, items, after] = match;
  const kind = word === 'ข้อ' ? 'clause' : 'section';
  // "มี 3 ข้อ 20 คะแนน" counts points and cites nothing; four digits are the year of a rule, whose clause follows.
  if (kind === 'clause' && /(?<!\d{3})\d\s*$/.test(text.slice(Math.max(0, match.index - 7), match.index)))
    return undefined;
  return { kind, number: join(number, inserted), paragraph: before ?? after, items };
}

function readEnglish([, word, number, inserted, items]: RegExpExecArray): Reading {
  const kind = /clause/i.test(word!) ? 'clause' : 'section';
  const thai = inserted && INSERTED[INSERTED_LATIN.indexOf(inserted.toLowerCase())];
  return { kind, number: join(number, thai), items };
}

/** Adds the citation and those that follow it in a list (มาตรา 147, 148 และ 157); returns where the list ends. */
function collect(text: string, found: Citation[], start: number, after: number, first: Reading): number {
  let end = after;
  const group = [citation(start, end, first)];
  while (group.length < LONGEST_LIST) {
    FURTHER.lastIndex = end;
    const next = FURTHER.exec(text);
    if (!next || COUNTS_SOMETHING.test(text.slice(FURTHER.lastIndex, FURTHER.lastIndex + 6))) break;
    const [whole, number, inserted, paragraph, items] = next;
    end = FURTHER.lastIndex;
    const at = next.index + whole.search(/\d/);
    group.push(citation(at, end, { kind: first.kind, number: join(number, inserted), paragraph, items }));
  }
  const law = lawAfter(text, end) ?? lawBefore(text, start);
  for (const each of group) found.push(law === undefined ? each : { ...each, law });
  return end;
}

const LONGEST_LIST = 100;
const COUNTS_SOMETHING = /^\s*(?:ปี|วัน|เดือน|บาท|คน|ครั้ง|\.\d)/;

function citation(start: number, end: number, { kind, number, paragraph, items = '' }: Reading): Citation {
  const list = [...items.matchAll(/\(([^)]+)\)/g)].map(([, item]) => item!);
  const order = paragraph === undefined ? undefined : paragraphNumber(paragraph);
  return { start, end, kind, number, items: list, ...(order !== undefined && { paragraph: order }) };
}

function paragraphNumber(word: string): number {
  if (word === 'แรก') return 1;
  if (word === 'ท้าย' || word === 'สุดท้าย') return -1;
  const ordinal = ORDINALS.indexOf(word);
  return ordinal >= 0 ? ordinal + 1 : Number(word);
}

function join(number: string | undefined, inserted: string | undefined): string {
  return inserted ? `${number} ${inserted}` : number!;
}

/** How far from a citation a law's name may stand. */
const NEAR = 90;

function lawAfter(text: string, end: number): string | undefined {
  const near = text.slice(end, end + NEAR).toLowerCase();
  const lead =
    /^\s*(?:แห่ง|ของ|of the|of|,)?\s*(?:พระราชบัญญัติ(?!ประกอบ)|พ\.ร\.บ\.|กฎหมาย(?!อาญา| ป\.ป))?\s*(?:ว่าด้วย)?(?:การ)?\s*/.exec(
      near,
    );
  const direct = lawNameAt(near, /^\s*(?:แห่ง|ของ|of the|of|,)?\s*/.exec(near)![0].length);
  return (direct ?? lawNameAt(near, lead?.[0].length ?? 0))?.id;
}

function lawBefore(text: string, start: number): string | undefined {
  const near = text.slice(Math.max(0, start - NEAR), start).toLowerCase();
  const named = lastLawNameIn(near);
  if (!named) return undefined;
  // Between the name and the section only a year, a mark or a space may stand.
  return /^(?:ฯ|\s|,|พ\.ศ\.|b\.e\.|\d|\(|\)|act)*$/.test(near.slice(named.end)) ? named.id : undefined;
}
