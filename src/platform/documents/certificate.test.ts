import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../calendar/civil-date.ts';
import { type Certificate, renderCertificate, renderCertificates } from './certificate.ts';
import { hasPoppler, infoOf, textOf, wordsOf } from './testing/read-pdf.ts';

const madeAt = new Date('2026-11-25T09:00:00Z');
const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  number: 'MOI-2570-000123',
  holder: 'นางสาวกัญญารัตน์ ศรีสุวรรณ',
  holderLine: 'นักวิชาการมาตรฐานสินค้าชำนาญการ',
  seminar: 'รู้เท่าทันระเบียบ กฎหมาย นโยบาย เพื่อป้องกันการทุจริตในองค์กรปกครองส่วนท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2570',
  from: asCivilDate('2026-11-23'),
  to: asCivilDate('2026-11-25'),
  hours: 18,
  place: 'ห้องประชุมราชสีห์ กระทรวงมหาดไทย',
  issuer: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
  issuedOn: asCivilDate('2026-11-25'),
  signers: [
    { name: 'นายอรุณ สว่างใจ', position: 'ปลัดกระทรวงมหาดไทย' },
    { name: 'นายสมชาย ใจซื่อ', position: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต' },
    { name: 'นางดารา แก้วใส', position: 'ผู้อำนวยการกองการเจ้าหน้าที่' },
  ],
  qr: 'https://prongsai.example/certificates/0123456789abcdef',
  verifyAt: 'prongsai.example/certificates',
  ...more,
});

describe.runIf(hasPoppler)('a certificate', () => {
  test('shows what the page of verification shows, its number as it is typed', async () => {
    const [page = ''] = textOf(await renderCertificate(certificate(), { madeAt }));
    const solid = page.replaceAll(/\s/g, '');
    for (const words of [
      'นางสาวกัญญารัตน์ ศรีสุวรรณ',
      'ประจำปีงบประมาณ พ.ศ. ๒๕๗๐',
      'ระหว่างวันที่ ๒๓ – ๒๕ พฤศจิกายน ๒๕๖๙',
      'รวม ๑๘ ชั่วโมง',
      'ให้ไว้ ณ วันที่ ๒๕ พฤศจิกายน ๒๕๖๙',
      '(นางดารา แก้วใส)',
      'เลขที่ MOI-2570-000123',
      'prongsai.example/certificates',
    ])
      expect(solid).toContain(words.replaceAll(' ', ''));
  });

  test('stands on one page, inside its frame, whatever the length of name and title', async () => {
    const long = certificate({
      holder: 'พันตำรวจโทหญิง ดอกเตอร์ กัญญารัตน์วรรณวิภา ศรีสุวรรณรัตนโชติพิพัฒน์กุล ณ อยุธยา',
      seminar: `${certificate().seminar} ${certificate().seminar}`,
      qr: `https://prongsai.example/certificates/${'0123456789abcdef'.repeat(4)}`,
      verifyAt: undefined,
    });
    const pages = wordsOf(await renderCertificate(long, { madeAt }));
    expect(pages).toHaveLength(1);
    for (const { left, right, top, bottom } of pages[0]!) {
      expect(left).toBeGreaterThan(28);
      expect(right).toBeLessThan(842 - 28);
      expect(top).toBeGreaterThan(28);
      expect(bottom).toBeLessThan(595 - 28);
    }
  });

  test('in English has no Thai on it', async () => {
    const english = certificate({
      locale: 'en',
      role: 'speaker',
      holder: 'Kanyarat Srisuwan',
      holderLine: undefined,
      seminar: 'Know the rules',
      place: undefined,
      issuer: 'Ministry of Interior',
      signers: [{ name: 'Arun Sawangjai', position: 'Permanent Secretary' }],
    });
    const [page = ''] = textOf(await renderCertificate(english, { madeAt }));
    expect(page).toContain('Certificate of Appreciation');
    expect(page).toContain('23 – 25 November 2026, 18 hours in total');
    expect(page).not.toMatch(/[\u0e00-\u0e7f]/);
  });

  test('of many people is a page each, and a screen reader hears of the code', async () => {
    const many = Array.from({ length: 40 }, (_, at) => certificate({ number: `MOI-2570-${at}` }));
    const paper = await renderCertificates(many, { madeAt });
    const pages = textOf(paper);
    expect(pages).toHaveLength(40);
    for (const [at, page] of pages.entries()) expect(page).toContain(`MOI-2570-${at}\n`);
    expect(infoOf(paper, '-struct').match(/Figure/g)).toHaveLength(40);
  });
});

test('the same certificate is the same bytes, after any others', async () => {
  const first = await renderCertificate(certificate(), { madeAt });
  await renderCertificate(certificate({ holder: 'น้ำฝน ป้ำเป๋อ' }), { madeAt });
  expect(Buffer.compare(first, await renderCertificate(certificate(), { madeAt }))).toBe(0);
});
