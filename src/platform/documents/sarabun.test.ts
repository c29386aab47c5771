import { describe, expect, test } from 'vitest';
import { renderReport } from './report.ts';
import { parsedFont, widthOf } from './sarabun.ts';
import { fontsOf, hasPoppler, textOf } from './testing/read-pdf.ts';

test('16 pt is as wide as 16 pt of TH Sarabun New, in which the rules are written', () => {
  // Measured in TH Sarabun New 1.3: 12.164 and 9.294 em.
  expect(widthOf('กระทรวงมหาดไทยปฏิบัติการต่อต้านการทุจริต', 'regular', 16) / (12.164 * 16)).toBeCloseTo(1, 1);
  expect(widthOf('Ministry of Interior 1234567890', 'regular', 16) / (9.294 * 16)).toBeCloseTo(1, 1);
});

test('ำ is read once, and an า by itself keeps its text however often ำ was met before', () => {
  const read = (text: string) =>
    String.fromCodePoint(
      ...parsedFont('regular')
        .layout(text)
        .glyphs.flatMap(({ codePoints }) => codePoints),
    );
  for (const text of ['น้ำ', 'กำ', 'กา', 'ป้ำ', 'ปั้น', 'ตาดำ']) expect(read(text)).toBe(text);
});

describe.runIf(hasPoppler)('text copied out of a paper', () => {
  const text = [
    'น้ำ ป้ำ ค่ำ ช้ำ กำ ฎีกา ญาติ ญู ฐู ปฏิบัติ ปิ่น ฝั่ง ฟ้า ผู้ซึ่งรู้เท่าทันอยู่ในที่สุดเรื่องนี้ พันธุ์ สิทธิ์ ศูนย์ ก็ เก๊ จ๋า ฤๅษี กตัญญู บำรุง',
    'ผู้ช่วยผู้ใหญ่บ้านต้องแจ้งให้ผู้ที่เกี่ยวข้องทราบโดยเร็วที่สุดเท่าที่จะทำได้ ทั้งนี้ ไม่ว่าผู้นั้นจะอยู่ที่ใด มาตรา ๑๕๗ “เจ้าพนักงาน” พ.ศ. ๒๕๖๑',
    'Officials affirm: office, fifth, fluent — A วันที่ 1,234.50 บาท',
  ];
  const paper = () =>
    renderReport({
      title: text[0]!,
      locale: 'th',
      madeAt: new Date('2026-11-23T03:00:00Z'),
      blocks: [
        { kind: 'heading', text: text[0]! },
        ...text.map((each) => ({ kind: 'paragraph', text: each }) as const),
      ],
    });
  const solid = (each: string) => each.replaceAll(/\s/g, '');

  test.each(['drawn', 'by-place'] as const)(
    'is the text that was set, stacked marks too (%s)',
    async (order) => {
      const [page = ''] = textOf(await paper(), order);
      for (const each of text) expect(solid(page)).toContain(solid(each));
      // Words are not torn apart by their marks.
      for (const word of ['รู้เท่าทันอยู่ในที่สุดเรื่องนี้', 'พันธุ์', 'น้ำ', 'ป้ำ', 'กตัญญู']) expect(page).toContain(word);
    },
  );

  test('stands in embedded parts of the face', async () => {
    const rows = fontsOf(await paper())
      .trim()
      .split('\n')
      .slice(2);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toMatch(/\+Sarabun-(Regular|Bold) .* yes yes yes/);
  });
});
