import { describe, expect, test } from 'vitest';
import type { PaperTable } from './blocks.ts';
import { columnWidths } from './column-widths.ts';
import { cm } from './measures.ts';
import { type Report, renderReport } from './report.ts';
import { hasPoppler, infoOf, textOf, wordsOf } from './testing/read-pdf.ts';

const report = (table: PaperTable, more: Partial<Report> = {}) =>
  renderReport({
    title: 'รายงาน',
    locale: 'th',
    madeAt: new Date('2026-11-23T03:00:00Z'),
    blocks: [{ kind: 'table', table }],
    ...more,
  });

const people = (count: number): PaperTable => ({
  columns: [{ label: 'ลำดับ' }, { label: 'ชื่อ' }, { label: 'จำนวนเงิน' }],
  rows: Array.from({ length: count }, (_, at) => [
    String(at + 1),
    `นางสาวกัญญารัตน์ ศรีสุวรรณ ${at + 1}`,
    `${at + 1},000.50`,
  ]),
  foot: ['', 'รวม', '9,999.50'],
});

describe.runIf(hasPoppler)('a table over several pages', () => {
  test('has its head on each of them, its foot once and every row once', async () => {
    const pages = textOf(await report(people(100)));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.match(/ลำดับ ชื่อ จำนวนเงิน/g)).toHaveLength(1);
    expect(pages.join('').match(/^รวม 9,999.50$/gm)).toHaveLength(1);
    for (let row = 1; row <= 100; row++)
      expect(pages.join('').match(new RegExp(`ศรีสุวรรณ ${row} ${row},000`, 'g')), `row ${row}`).toHaveLength(
        1,
      );
    expect(pages.at(-1)).toMatch(/ศรีสุวรรณ 100/);
  });

  test('does not part a row, and leaves room to sign where it is asked to', async () => {
    const long = 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย '.repeat(9).trim();
    const rows = Array.from({ length: 30 }, (_, at) => [`แถว${at}`, long]);
    const pages = textOf(
      await report({
        columns: [
          { label: 'ที่', share: 1 },
          { label: 'ข้อความ', share: 4 },
        ],
        rows,
      }),
    );
    const counts = pages.map((page) => page.match(/แถว\d+/g)?.length ?? 0);
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    for (const [at, page] of pages.entries())
      expect(page.replaceAll(/\s/g, '').match(/ศูนย์ปฏิบัติการต่อต้านการทุจริต/g)).toHaveLength(counts[at]! * 9);

    const signing = await report({
      columns: [{ label: 'ชื่อ' }, { label: 'ลายมือชื่อ' }],
      rows: [
        ['หนึ่ง', ''],
        ['สอง', ''],
      ],
      rowHeight: 40,
    });
    const [words = []] = wordsOf(signing);
    const top = (text: string) => words.find((word) => word.text === text)!.top;
    expect(top('สอง') - top('หนึ่ง')).toBeCloseTo(40, 0);
  });

  test('cuts a row that is taller than a page rather than lose it', async () => {
    const words = Array.from({ length: 1500 }, (_, at) => `w${at}`);
    const pages = textOf(
      await report({ columns: [{ label: 'ข้อความ' }, { label: 'ที่' }], rows: [[words.join(' '), '1']] }),
    );
    expect(pages.length).toBeGreaterThan(1);
    const all = new Set(pages.join('\n').split(/\s+/));
    expect(words.filter((word) => !all.has(word))).toEqual([]);
  });

  test('sets columns of numbers at the right', async () => {
    const [words = []] = wordsOf(
      await report({
        columns: [{ label: 'รายการ' }, { label: 'บาท' }],
        rows: [
          ['ก', '5.00'],
          ['ข', '12,345.00'],
        ],
      }),
    );
    const right = (text: string) => words.find((word) => word.text === text)!.right;
    expect(right('5.00')).toBeCloseTo(right('12,345.00'), 1);
    expect(words.find((word) => word.text === 'ก')!.left).toBeCloseTo(
      words.find((word) => word.text === 'ข')!.left,
      1,
    );
  });

  test('is a table to a screen reader, its repeated heads are not', async () => {
    const structure = infoOf(await report(people(100)), '-struct');
    expect(structure.match(/^ {4}TR/gm)).toHaveLength(102);
    expect(structure.match(/^ {6}TH/gm)).toHaveLength(3);
  });

  test('fits the width across', async () => {
    const across = await report(people(5), { orientation: 'landscape' });
    expect(infoOf(across)).toMatch(/Page size:\s+841.89 x 595.276/);
    const [words = []] = wordsOf(across);
    expect(Math.max(...words.map((word) => word.right))).toBeGreaterThan(cm(29.7 - 3));
  });
});

test('columns without shares take what their contents need', () => {
  const table = people(5);
  const widths = columnWidths(table, 400);
  expect(widths.reduce((sum, width) => sum + width)).toBeCloseTo(400);
  expect(widths[1]).toBeGreaterThan(widths[0]! * 2);
  expect(
    columnWidths(
      {
        columns: [
          { label: 'a', share: 1 },
          { label: 'b', share: 3 },
        ],
        rows: [],
      },
      400,
    ),
  ).toEqual([100, 300]);
});
