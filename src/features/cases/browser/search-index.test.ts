import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packedThaiWords } from '#platform/text/data/thai-words.ts';
import { makeDictionary } from '#platform/text/dictionary.ts';
import type { SearchCase } from '../search-batch.ts';
import { type Office, type Officer, openOffice } from '../testing/office.ts';
import { sealNote } from './compose.ts';
import { type CaseSearch, createCaseSearch } from './search-index.ts';

let office: Office;
let somsri: Officer;
let search: CaseSearch;
let batch: readonly SearchCase[];
const numbers = new Map<string, string>();

beforeAll(async () => {
  office = await openOffice();
  somsri = await office.officer('TH-50', 'case-officer');
  const stories = {
    road: { happened: 'ผู้รับเหมาทำถนนหนองหอยบางกว่าแบบ แต่กรรมการตรวจรับงานครบ', topic: 'PROCUREMENT' },
    seminar: { happened: 'เบิกเงินจัดสัมมนาทั้งที่ไม่ได้จัดจริง แจ้ง ป.ป.ท. แล้ว', topic: 'FALSE_CLAIMS' },
    land: { happened: 'นายอำเภอออกโฉนดทับที่สาธารณะให้ญาติ', topic: 'PUBLIC_LAND' },
  };
  for (const [name, story] of Object.entries(stories)) {
    const report = await office.report('TH-50', { story, title: `เรื่อง ${name}` });
    numbers.set(name, report.number);
    if (name !== 'land') continue;
    const desk = await office.desk(somsri, report.id);
    const note = await sealNote(desk, 'ให้ขอระวางแผนที่จากสำนักงานที่ดิน');
    await office.act(somsri, report.id, { act: 'note', id: randomUUID(), note });
  }
  search = createCaseSearch(makeDictionary(packedThaiWords), {
    identity: async () => somsri.identity,
    centreIdentity: async (code) => office.centres.get(code)!.identity,
  });
  batch = (await office.cases.searchBatch(somsri.signedIn, undefined)).cases;
  for (const found of batch) expect(await search.add(found)).toBe(true);
});
afterAll(() => office.close());

const titles = (query: string, filter = {}) => search.find(query, filter).map(({ title }) => title);

test('what comes from the server holds no word of any story', () => {
  const sent = JSON.stringify(batch);
  for (const word of ['ถนน', 'สัมมนา', 'โฉนด', 'ระวาง', 'เรื่อง']) expect(sent).not.toContain(word);
});

test.each([
  ['a word inside a compound', 'ถนน', 'เรื่อง road'],
  ['a misspelling', 'สัมนา', 'เรื่อง seminar'],
  ['an abbreviation without its dots', 'ปปท', 'เรื่อง seminar'],
  ['the full name behind an abbreviation', 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ', 'เรื่อง seminar'],
  ['a word of an internal note', 'ระวางแผนที่', 'เรื่อง land'],
  ['two words of one story', 'โฉนด ญาติ', 'เรื่อง land'],
])('finds by %s', (_name, query, title) => {
  expect(titles(query)[0]).toBe(title);
});

test('finds a case by its number, with or without dashes, and by its beginning', () => {
  const number = numbers.get('road')!;
  expect(titles(number)[0]).toBe('เรื่อง road');
  expect(titles(number.replaceAll('-', '').toLowerCase())[0]).toBe('เรื่อง road');
});

test('filters leave out what does not match, and an empty or foreign query finds nothing', () => {
  expect(titles('เรื่อง', { topic: 'PUBLIC_LAND' })).toEqual(['เรื่อง land']);
  expect(titles('ถนน', { stage: 'CLOSED' })).toEqual([]);
  expect(titles('  ')).toEqual([]);
  expect(titles('ฌฌฌฌฌฌฌ')).toEqual([]);
});

test('a case whose keys do not open is told apart, not lost in silence', async () => {
  const stranger = createCaseSearch(makeDictionary(packedThaiWords), {
    identity: async () => somsri.identity,
    centreIdentity: async () => office.centres.get('TH-57')!.identity,
  });
  expect(await stranger.add(batch[0]!)).toBe(false);
  expect(stranger.size()).toBe(0);
});
