/** Tables as they really come from Thai offices, and as nobody's office would send them. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet, type SheetReading, sheetProblem, writeCsv, writeXlsx } from './index.ts';
import { makeWorkbook, makeZip } from './testing/make-zip.ts';

const limits = { maxRows: 100, maxColumns: 10 };
const rowsOf = (reading: SheetReading) => (reading.ok ? reading.rows : reading.code);
const read = (bytes: Uint8Array, name = 'names.xlsx') => rowsOf(readSheet(bytes, name, limits));
const cells = (...values: string[]) => `<sheetData><row r="1">${values.join('')}</row></sheetData>`;

describe('a workbook that we write', () => {
  const sheet = {
    name: 'รายชื่อ: ผู้เข้าร่วม/2570',
    columns: [
      { header: 'ชื่อ' },
      { header: 'วันเกิด', kind: 'date' },
      { header: 'จำนวน', kind: 'number' },
      { header: 'เงิน', kind: 'money' },
      { header: 'ปี', kind: 'plain' },
    ],
    rows: [
      ['สมหญิง ใจดี', '1990-02-28', 1234567, 12.5, 2570],
      ['=HYPERLINK("http://evil.example")', null, 0.5, null, null],
    ],
  } as const;

  test('comes back as it was', async () => {
    expect(read(await writeXlsx([sheet]))).toEqual([
      ['ชื่อ', 'วันเกิด', 'จำนวน', 'เงิน', 'ปี'],
      ['สมหญิง ใจดี', '1990-02-28', '1234567', '12.5', '2570'],
      ['=HYPERLINK("http://evil.example")', '', '0.5', '', ''],
    ]);
  });

  test('holds real dates in the Buddhist year, a header that stays, text that is no formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeXlsx([sheet, sheet])).buffer as ArrayBuffer);
    const [page, second] = book.worksheets;
    expect([page!.name, second!.name]).toEqual(['รายชื่อ  ผู้เข้าร่วม 2570', 'รายชื่อ  ผู้เข้าร่วม 2570 2']);
    expect(page!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(page!.getCell('B2').value).toEqual(new Date('1990-02-28T00:00:00Z'));
    expect(page!.getCell('B2').numFmt).toBe('[$-107041E]dd/mm/yyyy');
    expect(page!.getCell('C2').numFmt).toBe('#,##0');
    expect(page!.getCell('C3').numFmt).toBe('#,##0.00');
    expect(page!.getCell('A1').font).toMatchObject({ bold: true, name: 'TH Sarabun New' });
    expect(page!.getCell('A3').type).toBe(ExcelJS.ValueType.String);
    expect(page!.autoFilter).toBeTruthy();
  });

  test('says in English the Common Era', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeXlsx([sheet], { locale: 'en' })).buffer as ArrayBuffer);
    expect(book.worksheets[0]!.getCell('B2').numFmt).toBe('dd/mm/yyyy');
  });

  test('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          const bytes = await writeXlsx([
            { name: 'a', columns: [{ header: 'x' }], rows: texts.map((text) => [text]) },
          ]);
          const reading = readSheet(bytes, 'a.xlsx', limits);
          expect(reading.ok).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a workbook that Excel wrote', () => {
  test('gives formulas as their value, rich text as text, merged areas in each cell', async () => {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('จริง');
    page.getCell('A1').value = { richText: [{ text: 'โครงการ' }, { text: 'โปร่งใส', font: { bold: true } }] };
    page.mergeCells('A1:C1');
    page.getCell('A2').value = { formula: 'SUM(1,2)', result: 3 };
    page.getCell('B2').value = { formula: 'A9', result: 'ตาก' };
    page.getCell('C2').value = new Date('2026-11-23T09:30:00Z');
    page.getCell('C2').numFmt = 'd mmm yyyy h:mm';
    page.getCell('A3').value = { text: 'moi.go.th', hyperlink: 'https://moi.go.th' };
    page.getCell('B3').value = true;
    page.getCell('B90').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
    page.getCell('A3').note = 'a comment';
    expect(read(Buffer.from(await book.xlsx.writeBuffer()))).toEqual([
      ['โครงการโปร่งใส', 'โครงการโปร่งใส', 'โครงการโปร่งใส'],
      ['3', 'ตาก', '2026-11-23T09:30'],
      ['moi.go.th', 'TRUE', ''],
    ]);
  });

  test('is read from its first visible sheet', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('ซ่อน', { state: 'hidden' }).getCell('A1').value = 'hidden';
    book.addWorksheet('เห็น').getCell('A1').value = 'seen';
    expect(read(Buffer.from(await book.xlsx.writeBuffer()))).toEqual([['seen']]);
  });

  test.each([
    ['d/m/yyyy', 46349, '2026-11-23'],
    ['[$-107041E]d mmmm yyyy;@', 46349, '2026-11-23'],
    ['[$-187041E]d/m/bbbb', 46349, '2026-11-23'],
    ['d/m/yyyy', 60, '1900-02-28'],
    ['hh:mm', 0.5, '12:00'],
    ['#,##0.00 "day"', 1.5, '1.5'],
    ['[Red]0.00', 0.1 + 0.2, '0.3'],
    ['0000000000', 812345678, '0812345678'],
    ['0', 1101700123456, '1101700123456'],
    // 12/3/2569 typed on a computer that counts in the Common Era; 29 February of such a year never was.
    ['d/m/yyyy', 244420, '2026-03-12'],
    ['d/m/yyyy', 244043, '29/2/2568'],
  ])('a number under the format %s is %s → %s', (format, value, expected) => {
    const workbook = makeWorkbook(cells(`<c r="A1" s="1"><v>${value}</v></c>`), { formats: [format] });
    expect(read(workbook)).toEqual([[expected]]);
  });

  test('may count its days from 1904', () => {
    const workbook = makeWorkbook(cells('<c r="A1" s="1"><v>44887</v></c>'), {
      workbook: '<workbookPr date1904="1"/>',
    });
    expect(read(workbook)).toEqual([['2026-11-23']]);
  });

  test('decodes entities, CDATA and Excel’s own escapes, and takes no comment for text', () => {
    const workbook = makeWorkbook(
      cells(
        '<c r="A1" t="s"><v>0</v></c>',
        '<c t="inlineStr"><is><t>ก &lt;ข&gt; &#3588;<!-- x --><![CDATA[<ง>]]></t></is></c>',
      ),
      { strings: '<si><t xml:space="preserve"> ก_x000D_ข &amp; ค </t></si>' },
    );
    expect(read(workbook)).toEqual([['ก\nข & ค', 'ก <ข> ค<ง>']]);
  });
});

describe('a table as text', () => {
  const table = 'ลำดับ,ชื่อ\r\n1,"สมชาย, นาย"\r\n';
  const windows874 = Buffer.from(
    [...table].map((letter) => {
      const code = letter.codePointAt(0)!;
      return code >= 0xe00 ? code - 0xe00 + 0xa0 : code;
    }),
  );

  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
    ['Windows-874, as Thai Excel saves', windows874],
    ['UTF-16, as "Unicode text"', Buffer.from(`\ufeff${table.replace(/,(?=ช|")/g, '\t')}`, 'utf16le')],
    ['semicolons', Buffer.from(table.replace(/,(?=ช|")/g, ';'))],
    ['Excel’s own first line', Buffer.from(`sep=;\r\n${table.replace(/,(?=ช|")/g, ';')}`)],
  ])('in %s reads the same', (_, bytes) => {
    expect(read(bytes, 'names.csv')).toEqual([
      ['ลำดับ', 'ชื่อ'],
      ['1', 'สมชาย, นาย'],
    ]);
  });

  test('drops empty rows at the end and keeps those between', () => {
    expect(read(Buffer.from('a,b,\n\n c ,\n,,,,,\n\n'), 'x.csv')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', ''],
    ]);
  });

  test('comes back from our own writer, whatever is in it', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('ก', 'า', '"', ',', '\n', '=', ' ', 'a', ';') })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const back = readSheet(Buffer.from(writeCsv(['x', 'y'], rows)), 'x.csv', limits);
        expect(back.ok).toBe(true);
        const shown = rows.map((row) => row.map((text) => (text.startsWith('=') ? `'${text}` : text)));
        while (shown.at(-1)?.every((text) => text === '')) shown.pop();
        expect(rowsOf(back)).toEqual([['x', 'y'], ...shown]);
      }),
    );
  });

  test('never lets Excel run what a stranger typed', () => {
    expect(writeCsv(['a'], [['=1+1'], ['@x'], ['-5'], ['+66 2 222'], ['-1+cmd'], ['\tx']])).toBe(
      `\ufeffa\r\n'=1+1\r\n'@x\r\n-5\r\n'+66 2 222\r\n'-1+cmd\r\n'\tx\r\n`,
    );
  });
});

describe('what cannot be read is refused with a reason', () => {
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each([
    ['too-large', Buffer.alloc(6 * 1024 * 1024, 'a')],
    ['too-large', makeWorkbook(cells(`<c r="A1" t="inlineStr"><is><t>${'ก'.repeat(32_768)}</t></is></c>`))],
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from(' ')],
    ['empty', Buffer.from(',,\r\n,\r\n')],
    ['old-excel', Buffer.concat([old, Buffer.alloc(600)])],
    ['locked', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['not-a-spreadsheet', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['not-a-spreadsheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['not-a-spreadsheet', makeZip({ 'word/document.xml': '<x/>', '[Content_Types].xml': '<x/>' })],
    ['unreadable', Buffer.from('PK\u0003\u0004 nothing more')],
    ['unreadable', makeZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '<workbook/>' })],
    ['unreadable', makeWorkbook('<!DOCTYPE x [<!ENTITY a "b">]>')],
    ['unreadable', makeWorkbook('<sheetData><row')],
    ['unreadable', Buffer.from('a,"b\nc')],
    ['too-many-rows', makeWorkbook('<sheetData><row r="101"><c r="A101"><v>1</v></c></row></sheetData>')],
    ['too-many-rows', Buffer.from('a\n'.repeat(101))],
    ['too-many-columns', makeWorkbook(cells('<c r="K1"><v>1</v></c>'))],
    ['too-many-columns', Buffer.from('1,2,3,4,5,6,7,8,9,10,11')],
  ])('%s', (code, bytes) => {
    expect(read(bytes, 'x')).toBe(code);
    for (const locale of ['th', 'en'] as const)
      expect(sheetProblem(code as 'empty', locale).length).toBeGreaterThan(20);
  });

  test('a few kilobytes that would unfold to gigabytes cost nothing', () => {
    const bomb = makeWorkbook('', { strings: `<si><t>${'0'.repeat(60 * 1024 * 1024)}</t></si>` });
    expect(bomb.length).toBeLessThan(100_000);
    expect(read(bomb)).toBe('too-large');
  });

  test('one long text that many cells name is not copied for each of them', () => {
    const strings = `<si><t>${'a'.repeat(6 * 1024 * 1024)}</t></si>`;
    const named = Array.from({ length: 60 }, (_, at) => `<c r="A${at + 1}" t="s"><v>0</v></c>`);
    expect(read(makeWorkbook(cells(...named), { strings }))).toBe('too-large');
    const longest = `<si><t>${'ก'.repeat(32_767)}</t></si>`;
    const all = Array.from(
      { length: 900 },
      (_, at) => `<c r="${'ABCDEFGHI'[at % 9]}${Math.floor(at / 9) + 1}" t="s"><v>0</v></c>`,
    );
    expect(read(makeWorkbook(cells(...all), { strings: longest }))).toBe('too-large');
  });

  test('a format made of brackets that never close, in many styles, is read at once', () => {
    const formats = ['['.repeat(2_000_000), '['.repeat(255), ...Array(5_000).fill('['.repeat(200))];
    expect(read(makeWorkbook(cells('<c r="A1" s="1"><v>5</v></c>'), { formats }))).toEqual([['5']]);
  });

  test('ranges over the whole sheet, which libraries unfold cell by cell, are only named here', () => {
    const started = performance.now();
    const whole = makeWorkbook(
      `<cols><col min="1" max="2000000000" width="9"/></cols>${cells('<c r="A1" t="inlineStr"><is><t>a</t></is></c>')}` +
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
        '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations>',
      { workbook: '<definedNames><definedName name="x">A!$A$1:$XFD$1048576</definedName></definedNames>' },
    );
    expect(read(whole)).toEqual([Array(10).fill('a')]);
    const overlapping = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000);
    const value = '<c r="A1"><v>1</v></c>';
    expect(read(makeWorkbook(`${cells(value)}<mergeCells>${overlapping}</mergeCells>`))).toBe('unreadable');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('a hundred thousand cells are read within a second or two', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `คนที่ ${at}`,
    at,
    '2026-01-01',
    ...Array(7).fill('ข้อมูล'),
  ]);
  const columns = Array.from({ length: 10 }, (_, at) => ({
    header: `h${at}`,
    ...(at === 2 ? { kind: 'date' as const } : {}),
  }));
  const bytes = await writeXlsx([{ name: 'a', columns, rows }]);
  const started = performance.now();
  const reading = readSheet(bytes, 'a.xlsx', { maxRows: 20_000, maxColumns: 10 });
  expect(reading.ok && reading.rows.length).toBe(10_001);
  expect(performance.now() - started).toBeLessThan(10_000);
});
