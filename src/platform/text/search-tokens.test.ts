import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { abbreviations } from './abbreviations.ts';
import { dictionaryNow } from './dictionary-now.ts';
import { misspellings } from './misspellings.ts';
import { searchTokenizer, searchTokens, searchTokenWeight } from './search-tokens.ts';
import { partsOfWord } from './word-parts.ts';

const trie = dictionaryNow();
const of = (text: string) => searchTokens(text, trie);

/** Would a query find a text: does every telling token of the query, or the query's shared token, stand in it? */
function shared(query: string, text: string): string[] {
  const there = new Set(of(text));
  return of(query).filter((token) => there.has(token));
}

describe('one word, however it is written', () => {
  test.each([
    ['ปฏิบัติการ', 'สัมนาศูนย์ปฎิบัติการ', 'ปฏิบัติการ'],
    ['สัมมนา', 'จัดสัมนาติวเข้ม', 'สัมมนา'],
    ['น้ำ', 'ราคานํ้าแพง', 'น้ำ'],
    ['มาตรา 157', 'มาตรา๑๕๗', 'sec:157'],
    ['ทุจริต', 'ศูนย์ปฏิบัติการต่อต้านการทุจริต', 'ทุจริต'],
    ['ทุจริต', 'ทุ\u200bจริต', 'ทุจริต'],
    ['BRIBERY', 'bribery case', 'bribery'],
    ['bribery', 'เรียกรับสินบน', 'c:สินบน'],
    ['NACC', 'ส่ง ป.ป.ช. แล้ว', 'c:ปปช'],
    ['ปปช', 'คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ', 'c:ปปช'],
    ['พรบ.', 'พระราชบัญญัติ', 'c:พรบ'],
    ['conflict of interest', 'มีผลประโยชน์ทับซ้อน', 'c:ผลประโยชน์ทับซ้อน'],
    ['ศปท', 'ศปท.มท.', 'ศปท'],
    ['มท.', 'ศปท.มท.', 'มท'],
  ])('%s finds %s', (query, text, token) => {
    expect(shared(query, text)).toContain(token);
  });

  test('words that differ in a tone mark do not find each other', () => {
    expect(shared('ข่าว', 'ข้าว')).toEqual([]);
    expect(shared('เสือ', 'เสื้อ')).toEqual([]);
  });

  test('a name is one token too, with or without a title before it', () => {
    expect(of('นายชานน วาสิกศิริ')).toEqual(expect.arrayContaining(['ชานน', 'วาสิกศิริ']));
    expect(of('ชานน')).toContain('ชานน');
  });

  test('a month and a commission that share a short form stay apart', () => {
    expect(shared('กุมภาพันธ์', 'คณะกรรมการข้าราชการพลเรือน')).toEqual([]);
    expect(shared('ก.พ.', 'เดือนกุมภาพันธ์')).toHaveLength(1);
  });

  test('function words are left out, unless there is nothing else', () => {
    expect(of('การที่เจ้าหน้าที่ของรัฐรับสินบน')).not.toContain('ที่');
    expect(of('ที่')).toEqual(['ที่']);
    expect(of(' ')).toEqual([]);
  });
});

test('compounds hold their parts', () => {
  expect(partsOfWord('ศูนย์ปฏิบัติการ', trie)).toEqual(['ศูนย์', 'ปฏิบัติการ', 'ปฏิบัติ']);
  expect(partsOfWord('จัดซื้อจัดจ้าง', trie)).toEqual(['จัดซื้อ', 'จัดจ้าง']);
  expect(partsOfWord('กระทรวง', trie)).toEqual([]);
});

test('every short form finds its full form and the other way round', () => {
  for (const { short, full } of abbreviations.filter((each) => each.short.length > 2)) {
    expect(shared(short, `เรื่อง ${full} นั้น`).length, short).toBeGreaterThan(0);
    expect(shared(full, `(${short})`).length, full).toBeGreaterThan(0);
  }
});

test('every misspelling finds the right word and is none itself', () => {
  expect(misspellings.size).toBeGreaterThan(150);
  for (const [wrong, right] of misspellings) {
    expect(misspellings.has(right), `${right} is listed as wrong`).toBe(false);
    const wanted = of(right);
    expect(wanted.filter((token) => of(wrong).includes(token)).length, wrong).toBe(wanted.length);
  }
});

test('a browser index over decrypted titles finds by any of these', () => {
  const index = new MiniSearch({
    fields: ['title'],
    tokenize: searchTokenizer(trie),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', boostTerm: searchTokenWeight },
  });
  index.addAll([
    { id: 1, title: 'เรียกรับเงินใต้โต๊ะค่าใบอนุญาตก่อสร้าง อบต. แห่งหนึ่ง' },
    { id: 2, title: 'ฮั้วประมูลถนนคอนกรีต จ.ขอนแก่น' },
    { id: 3, title: 'ใช้รถหลวงไปธุระส่วนตัว ผิด ม.157' },
  ]);
  const first = (query: string) => index.search(query)[0]?.id;
  expect(first('kickback')).toBe(1);
  expect(first('องค์การบริหารส่วนตำบล')).toBe(1);
  expect(first('bid rigging')).toBe(2);
  expect(first('มาตรา ๑๕๗')).toBe(3);
  expect(first('อนุญาติ')).toBe(1);
  expect(first('กาแฟ')).toBeUndefined();
});
