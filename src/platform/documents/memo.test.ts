import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../calendar/civil-date.ts';
import type { Block } from './blocks.ts';
import { cm } from './measures.ts';
import { type Memo, renderMemo } from './memo.ts';
import { hasPoppler, infoOf, textOf, type Word, wordsOf } from './testing/read-pdf.ts';

const paragraph =
  'ตามที่ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย ได้รับมอบหมายให้จัดสัมมนาเชิงปฏิบัติการเพื่อเสริมสร้างความรู้เกี่ยวกับประมวลกฎหมายอาญา มาตรา 157 แก่เจ้าหน้าที่จำนวน 200 คน ในวันที่ 23 พฤศจิกายน 2569 นั้น';

const memo = (more: Partial<Memo> = {}): Memo => ({
  office: 'ศปท.มท. สำนักงานปลัดกระทรวงมหาดไทย',
  phone: '0 2222 1234',
  number: 'มท 0202.1/123',
  date: asCivilDate('2026-11-23'),
  subject: 'ขออนุมัติจัดสัมมนา',
  to: 'ปลัดกระทรวงมหาดไทย',
  blocks: [{ kind: 'paragraph', text: paragraph }],
  signer: { name: 'นายสมชาย ใจซื่อ', position: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต' },
  ...more,
});

const many = (count: number): Block[] =>
  Array.from({ length: count }, () => ({ kind: 'paragraph', text: paragraph }));
const find = (words: readonly Word[], text: string) => words.find((word) => word.text === text)!;

describe.runIf(hasPoppler)('a memo, read back', () => {
  test('says what was given, in Thai digits', async () => {
    const [page = ''] = textOf(await renderMemo(memo()));
    expect(page).toContain('บันทึกข้อความ');
    expect(page).toContain('ที่ มท ๐๒๐๒.๑/๑๒๓');
    expect(page).toContain('๒๓ พฤศจิกายน ๒๕๖๙');
    expect(page).toContain('เรียน ปลัดกระทรวงมหาดไทย');
    expect(page).toContain('(นายสมชาย ใจซื่อ)');
    expect(page.replaceAll(/\s/g, '')).toContain('จำนวน๒๐๐คน');
    expect(page).not.toMatch(/[0-9]/);
  });

  test('keeps the measures of the rules: margins 3 and 2 cm, title in the middle, paragraphs at 2.5 cm', async () => {
    const [words = []] = wordsOf(await renderMemo(memo({ blocks: many(4) })));
    const title = find(words, 'บันทึกข้อความ');
    const left = cm(3);
    const right = cm(21 - 2);
    expect((title.left + title.right) / 2).toBeCloseTo((left + right) / 2, 0);
    expect(find(words, 'ส่วนราชการ').left).toBeCloseTo(left, 0);
    expect(find(words, 'วันที่').left).toBeCloseTo((left + right) / 2, 0);
    expect(Math.min(...words.map((word) => word.left))).toBeGreaterThan(left - 1);
    expect(Math.max(...words.map((word) => word.right))).toBeLessThan(right + 1);
    expect(Math.max(...words.map((word) => word.bottom))).toBeLessThan(cm(29.7 - 2) + 1);
    const opening = words.filter(({ text }) => text.startsWith('ตามที่'));
    expect(opening).toHaveLength(4);
    for (const { left: at } of opening) expect(at).toBeCloseTo(left + cm(2.5), 0);
  });

  test('is numbered from its second page, and its signature is not alone there', async () => {
    const pages = textOf(await renderMemo(memo({ blocks: many(9) })));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).not.toContain('- ๑ -');
    expect(pages[1]).toMatch(/^- ๒ -/);
    const carried = /^\/(.+)\.\.\.$/m.exec(pages[0]!)?.[1];
    expect(pages[1]!.slice('- ๒ -\n'.length).startsWith(carried!)).toBe(true);
    // However the text ends on the page, at least its last two lines go with the signature.
    for (let lines = 0; lines < 12; lines++) {
      const blocks = [
        ...many(5),
        ...Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: 'ข้อความ' })),
      ];
      const last = textOf(await renderMemo(memo({ blocks }))).at(-1)!;
      const before = last
        .slice(0, last.indexOf('(นายสมชาย'))
        .replace(/^- ๒ -/, '')
        .trim();
      expect(before.split('\n').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('tells a screen reader its language, title and parts', async () => {
    const paper = await renderMemo(memo({ subject: 'ค่าใช้จ่าย <A & B>' }));
    expect(infoOf(paper)).toContain('Title:           บันทึกข้อความ ค่าใช้จ่าย <A & B>');
    expect(infoOf(paper)).toContain('Tagged:          yes');
    expect(infoOf(paper, '-struct')).toMatch(/^Document\n {2}H1/);
  });
});

test('the same memo is the same bytes', async () => {
  const [one, two] = [await renderMemo(memo()), await renderMemo(memo())];
  expect(Buffer.compare(one, two)).toBe(0);
});
