import { afterEach, describe, expect, test } from 'vitest';
import { asCivilDate } from '../calendar/civil-date.ts';
import { placeEmblem, readEmblem } from './emblem.ts';
import { type Letter, renderLetter } from './letter.ts';
import { cm } from './measures.ts';
import { renderAnnouncement, renderOrder } from './proclamation.ts';
import { hasPoppler, infoOf, textOf, wordsOf } from './testing/read-pdf.ts';

const date = asCivilDate('2026-11-23');
const letter = (more: Partial<Letter> = {}): Letter => ({
  number: 'มท 0202.1/ว 123',
  office: 'กระทรวงมหาดไทย',
  address: ['ถนนอัษฎางค์ กทม. 10200'],
  date,
  subject: 'ขอเชิญเข้าร่วมสัมมนา',
  to: 'ผู้ว่าราชการจังหวัดทุกจังหวัด',
  enclosures: ['กำหนดการ จำนวน 1 ชุด', 'แบบตอบรับ จำนวน 1 แผ่น'],
  blocks: [{ kind: 'paragraph', text: 'จึงเรียนมาเพื่อโปรดทราบ' }],
  signer: { name: 'นายอรุณ สว่างใจ', position: 'ปลัดกระทรวงมหาดไทย' },
  contact: ['ศูนย์ปฏิบัติการต่อต้านการทุจริต', 'โทร. 0 2222 1234', 'อีเมล anti2569@moi.example'],
  ...more,
});

afterEach(() => placeEmblem(undefined));

describe.runIf(hasPoppler)('papers that leave the ministry', () => {
  test('a circular letter has its number with ว, its enclosures, its close and who to ask', async () => {
    const [page = ''] = textOf(await renderLetter(letter()));
    for (const words of [
      'มท ๐๒๐๒.๑/ว ๑๒๓',
      'ถนนอัษฎางค์ กทม. ๑๐๒๐๐',
      'เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด',
      '๒. แบบตอบรับ จำนวน ๑ แผ่น',
      'ขอแสดงความนับถือ',
      'โทร. ๐ ๒๒๒๒ ๑๒๓๔',
    ])
      expect(page).toContain(words);
    // An address of mail is typed as it is printed.
    expect(page).toContain('anti2569@moi.example');
  });

  test('leaves 3 cm for the emblem, and who to ask stands at the foot', async () => {
    const [words = []] = wordsOf(await renderLetter(letter()));
    expect(words.find(({ text }) => text === 'ที่')!.bottom).toBeLessThan(cm(1.5 + 3) + 2);
    const middle = words.filter(({ left, right }) => left < cm(12.5) && right > cm(9.5));
    expect(Math.min(...middle.map(({ top }) => top))).toBeGreaterThan(cm(1.5 + 3));
    expect(words.find(({ text }) => text === 'anti2569@moi.example')!.bottom).toBeGreaterThan(
      cm(29.7 - 2) - 10,
    );
  });

  test('urgency and secrecy are said where they are asked for', async () => {
    const [page = ''] = textOf(await renderLetter(letter({ urgency: 'most-urgent', secrecy: 'secret' })));
    expect(page).toContain('ด่วนที่สุด');
    expect(page.match(/^ลับมาก$/gm)).toHaveLength(2);
    expect(textOf(await renderLetter(letter()))[0]).not.toMatch(/ด่วน|ลับ/);
  });

  test('order and announcement are dated with พ.ศ. and named after who gives them', async () => {
    const paper = { issuer: 'กระทรวงมหาดไทย', subject: 'แต่งตั้งคณะทำงาน', date, blocks: letter().blocks };
    const [order = ''] = textOf(await renderOrder({ ...paper, number: '356/2569' }));
    expect(order).toMatch(/^คำสั่งกระทรวงมหาดไทย\nที่ ๓๕๖\/๒๕๖๙\nเรื่อง แต่งตั้งคณะทำงาน/);
    expect(order).toContain('สั่ง ณ วันที่ ๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙');
    const [announcement = ''] = textOf(await renderAnnouncement(paper));
    expect(announcement).toMatch(/^ประกาศกระทรวงมหาดไทย\nเรื่อง แต่งตั้งคณะทำงาน/);
    expect(announcement).toContain('ประกาศ ณ วันที่ ๒๓ พฤศจิกายน พ.ศ. ๒๕๖๙');
  });
});

describe('the emblem', () => {
  const svg = (inside: string) => Buffer.from(`<svg xmlns="x" viewBox="0 0 20 30">${inside}</svg>`);

  test('is drawn once the ministry has placed its file', async () => {
    const without = await renderLetter(letter());
    const read = readEmblem(svg('<path fill="#000" d="M0 0h20v30z"/>'));
    expect(read).toEqual({
      ok: true,
      emblem: { kind: 'paths', paths: ['M0 0h20v30z'], width: 20, height: 30 },
    });
    if (read.ok) placeEmblem(read.emblem);
    expect(Buffer.compare(without, await renderLetter(letter()))).not.toBe(0);
  });

  test('may be a PNG', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const read = readEmblem(png);
    if (read.ok) placeEmblem(read.emblem);
    const paper = await renderLetter(letter());
    expect(paper.length).toBeGreaterThan(5000);
    if (hasPoppler) expect(infoOf(paper)).toContain('Pages:           1');
  });

  test.each([
    ['no picture', Buffer.from('%PDF-1.7')],
    ['a drawing that is moved about', svg('<g transform="scale(2)"><path d="M0 0h1"/></g>')],
    ['a drawing without paths', svg('<rect width="3"/>')],
  ])('is refused when it is %s', (_, bytes) => {
    expect(readEmblem(bytes)).toEqual({ ok: false, code: 'not-a-picture' });
  });
});
