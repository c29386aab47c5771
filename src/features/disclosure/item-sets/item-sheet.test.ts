/** A year's items as a table: what is written comes back, and every row that is wrong is named. */
import { describe, expect, test } from 'vitest';
import { readSheet, writeXlsx } from '#platform/spreadsheet/index.ts';
import { bandOf, bandsOn, gapsIn } from './item-set-rules.ts';
import { columnNames, readItems, sheetColumns, sheetRows } from './item-sheet.ts';
import { items2568, items2569 } from './sets.seed.ts';

const row = (change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    code: 'O1',
    name_th: 'โครงสร้าง',
    requirement_th: 'แสดงแผนผัง',
    formats: 'page',
    fill: 'by-hand',
    basis: 'คู่มือ',
    source: 'คู่มือปี 2570',
    status: 'unconfirmed',
    ...change,
  };
  return columnNames.map((name) => cells[name] ?? '');
};

describe('a table of items', () => {
  test('written as a workbook comes back as it was', async () => {
    const read = readItems([
      [...columnNames],
      row({ name_en: 'Structure', checklist_th: 'ก\nข', checklist_en: 'a\nb' }),
      row({ code: 'O18', formats: 'pdf, xlsx', fill: 'complaint-statistics' }),
    ]);
    if (!read.ok) throw new Error('refused');
    const bytes = await writeXlsx([{ name: 'O', columns: sheetColumns, rows: sheetRows(read.items) }]);
    const again = readSheet(bytes, 'items.xlsx', { maxRows: 50, maxColumns: 20 });
    if (!again.ok) throw new Error(again.code);
    expect(readItems(again.rows)).toEqual(read);
    expect(read.items[0]?.checklist).toEqual([
      { position: 1, textTh: 'ก', textEn: 'a' },
      { position: 2, textTh: 'ข', textEn: 'b' },
    ]);
    // English may be left out; the Thai words then stand for both.
    expect(read.items[1]).toMatchObject({ nameEn: 'โครงสร้าง', formats: ['pdf', 'xlsx'] });
  });

  test('every row to mend is named by its number in the table, not only the first', () => {
    const read = readItems([
      [...columnNames],
      row(),
      row({ code: '12' }),
      columnNames.map(() => ''),
      row({ code: 'o1' }),
      row({ code: 'O2', formats: 'word' }),
      row({ code: 'O3', fill: 'magic' }),
      row({ code: 'O4', status: 'perhaps' }),
      row({ code: 'O5', checklist_th: 'ก\nข', checklist_en: 'a' }),
      row({ code: 'O6', basis: '' }),
    ]);
    expect(read).toEqual({
      ok: false,
      rows: [
        { line: 3, problem: 'code' },
        { line: 5, problem: 'code-twice' },
        { line: 6, problem: 'formats' },
        { line: 7, problem: 'fill' },
        { line: 8, problem: 'status' },
        { line: 9, problem: 'checklist' },
        { line: 10, problem: 'basis' },
      ],
    });
  });

  test('a table without the columns says so at its first row', () => {
    expect(readItems([['ข้อ', 'ชื่อ']])).toEqual({ ok: false, rows: [{ line: 1, problem: 'columns' }] });
  });
});

describe('what ships with the product', () => {
  test('names what its sources name, and shows the rest as gaps', () => {
    expect(gapsIn(items2568)).toEqual(['O2', 'O5', 'O6', 'O7']);
    expect(items2568).toHaveLength(22);
    expect(gapsIn(items2569)).toHaveLength(14);
    expect(items2569.map(({ code }) => code)).toEqual(Array.from({ length: 12 }, (_, at) => `O${at + 15}`));
  });
});

describe('the scale', () => {
  const band = (code: string, fromPercent: number, validFrom: string, validTo?: string) => ({
    id: code,
    code,
    version: 1,
    nameTh: code,
    nameEn: code,
    fromPercent,
    isPass: fromPercent >= 85,
    basisTh: '',
    basisEn: '',
    source: '',
    status: 'unconfirmed' as const,
    validFrom,
    validTo,
  });
  test('a score falls into the highest band that it reaches, of those in force that day', () => {
    const all = [
      band('LOW', 0, '2023-01-01'),
      band('PASS', 85, '2023-01-01', '2027-01-01'),
      band('PASS', 80, '2027-01-01'),
    ];
    const on = (day: string, percent: number) => bandOf(bandsOn(all, day), percent)?.code;
    expect(on('2026-06-01', 84.9)).toBe('LOW');
    expect(on('2026-06-01', 85)).toBe('PASS');
    expect(on('2027-06-01', 84.9)).toBe('PASS');
  });
});
