// How long papers take, how heavy they are, and whether their text comes back.
//
//   node bench/papers.ts [FILE …]
//
// FILE holds UTF-8 Thai (a statute, say). Each is set as a report and read back with poppler, in the order it was drawn
// and by place; printed is how many letters stand in paragraphs that did not come back exactly. Nothing is asserted.
import { readFileSync } from 'node:fs';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import {
  type Certificate,
  renderCertificate,
  renderCertificates,
  renderMemo,
  renderReport,
} from '#platform/documents/index.ts';
import { printable } from '#platform/documents/printable.ts';
import { hasPoppler, textOf } from '#platform/documents/testing/read-pdf.ts';

const madeAt = new Date('2026-11-25T02:00:00Z');
const day = asCivilDate('2026-11-25');
const paragraph =
  'ตามที่ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย ได้รับมอบหมายให้จัดสัมมนาเพื่อให้รู้เท่าทันกฎหมาย มาตรา 157 นั้น '.repeat(4);

const certificate = (at: number): Certificate => ({
  number: `MOI-2570-${at}`,
  holder: `นางสาวกัญญารัตน์ ศรีสุวรรณ ${at}`,
  seminar: 'รู้เท่าทันระเบียบ กฎหมาย นโยบาย เพื่อป้องกันการทุจริตในองค์กรปกครองส่วนท้องถิ่น',
  from: day,
  to: day,
  hours: 18,
  issuer: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
  issuedOn: day,
  signers: [{ name: 'นายอรุณ สว่างใจ', position: 'ปลัดกระทรวงมหาดไทย' }],
  qr: `https://prongsai.example/certificates/${at}-0123456789abcdef`,
});

const memo = () =>
  renderMemo({
    office: 'ศปท.มท.',
    date: day,
    subject: 'ขออนุมัติจัดสัมมนา',
    to: 'ปลัดกระทรวงมหาดไทย',
    blocks: Array.from({ length: 6 }, () => ({ kind: 'paragraph', text: paragraph }) as const),
    signer: { name: 'นายสมชาย ใจซื่อ', position: 'หัวหน้าศูนย์' },
  });

console.log('| paper | count | ms in all | kB each |\n|---|---|---|---|');
await row('memo of two pages, the first (font, dictionary)', 1, memo);
await row('memo of two pages', 100, memo);
await row('certificates, a file each', 500, (at) => renderCertificate(certificate(at), { madeAt }));
const all = Array.from({ length: 500 }, (_, at) => certificate(at));
await row('500 certificates in one file', 1, () => renderCertificates(all, { madeAt }));
const people = Array.from({ length: 500 }, (_, at) => [String(at + 1), `นางสาวกัญญารัตน์ ศรีสุวรรณ ${at}`, '']);
const columns = [{ label: 'ที่' }, { label: 'ชื่อ' }, { label: 'ลายมือชื่อ' }];
await row('sign-in sheet of 500', 1, () =>
  renderReport({
    title: 'ใบลงชื่อ',
    locale: 'th',
    madeAt,
    blocks: [{ kind: 'table', table: { columns, rows: people, rowHeight: 28 } }],
  }),
);

if (hasPoppler && process.argv.length > 2) {
  console.log('\n| text | letters | wrong, as drawn | wrong, by place |\n|---|---|---|---|');
  for (const file of process.argv.slice(2)) await readBack(file);
}

async function row(name: string, count: number, make: (at: number) => Promise<Uint8Array>): Promise<void> {
  const started = performance.now();
  let size = 0;
  for (let at = 0; at < count; at++) size += (await make(at)).length;
  const spent = performance.now() - started;
  console.log(`| ${name} | ${count} | ${spent.toFixed(0)} | ${(size / count / 1000).toFixed(1)} |`);
}

async function readBack(file: string): Promise<void> {
  const text = readFileSync(file, 'utf8');
  const paragraphs = text.split('\n').filter((line) => line.trim());
  const blocks = paragraphs.map((line) => ({ kind: 'paragraph', text: line }) as const);
  const paper = await renderReport({ title: 'สำเนา', locale: 'en', madeAt, blocks });
  const solid = paragraphs.map((line) => printable(line).replaceAll(/\s/g, ''));
  const letters = solid.join('').length;
  const wrong = (['drawn', 'by-place'] as const).map((order) => {
    const furniture = /^Printed 25 Nov 2026, 09:00( \d+)?$|^\d+$/gm;
    const read = textOf(paper, order)
      .map((page) => page.replace(furniture, '').replaceAll(/\s/g, ''))
      .join('');
    return solid.filter((line) => !read.includes(line)).reduce((sum, line) => sum + line.length, 0);
  });
  console.log(`| ${file.split('/').at(-1)} | ${letters} | ${wrong.join(' | ')} |`);
}
