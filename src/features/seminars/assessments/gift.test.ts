/** GIFT: what is written comes back the same, Moodle's own files are read, and what cannot be kept is named with its line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from './question.ts';
import { readGift } from './read-gift.ts';
import { someDraft } from './testing/arbitrary-draft.ts';
import { writeGift } from './write-gift.ts';

const drafts = (file: string): readonly Draft[] =>
  readGift(file).map(({ read }) => {
    if (!read.ok) throw new Error(read.problem);
    return read.draft;
  });

describe('GIFT', () => {
  test('every question comes back as it was written, whatever signs stand in it', () => {
    fc.assert(
      fc.property(fc.array(someDraft, { minLength: 1, maxLength: 4 }), (written) => {
        expect(drafts(writeGift(written))).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });

  test('a file as Moodle writes it', () => {
    const file = [
      '// question: 17  name: โทษ',
      '$CATEGORY: $course$/top',
      '',
      '// [tag:K1] [tag:difficulty-3]',
      '::โทษ::[html]ข้อใดเป็นโทษทางวินัยอย่างร้ายแรง {',
      '\t=ปลดออก#ถูกต้อง',
      '\t~ภาคทัณฑ์#ไม่ร้ายแรง',
      '\t~%0%ตัดเงินเดือน',
      '}',
      '',
      '// [tag:K4]',
      'จับคู่ {=ก -> 1 =ข -> 2 =ค -> 3}',
      '',
      '// [tag:S1]',
      '::ลำดับ::เรียงลำดับ {>3 VERTICAL',
      'รับเรื่อง',
      'ตรวจสอบ',
      'แจ้งผล',
      '}',
      '',
      '// [tag:K2]',
      'กี่วัน {=%100%30 วัน =สามสิบวัน}',
    ].join('\r\n');
    expect(drafts(file)).toMatchObject([
      { kind: 'multiple', difficulty: 3, competencies: ['K1'], stem: { th: 'ข้อใดเป็นโทษทางวินัยอย่างร้ายแรง' } },
      { kind: 'matching', pairs: [{ left: { th: 'ก' }, right: { th: '1' } }, {}, {}] },
      { kind: 'ordering', items: [{ th: 'รับเรื่อง' }, { th: 'ตรวจสอบ' }, { th: 'แจ้งผล' }] },
      { kind: 'short', accepted: ['30 วัน', 'สามสิบวัน'] },
    ]);
  });

  test('what has no place in the bank is named with its line, and the rest is read', () => {
    const read = readGift(
      'ถูกหรือผิด {T}\n\nเล่ามา {}\n\nไม่มีคำตอบ\n\nเลือก {=ก ~ข}\n\n2+2 {#4}\n\nจับคู่ {=ก -> 1 =ข}\n',
    );
    expect(read.map(({ line, read: one }) => [line, one.ok ? one.draft.kind : one.problem])).toEqual([
      [1, 'kind-not-supported'],
      [3, 'kind-not-supported'],
      [5, 'no-answers'],
      [7, 'single'],
      [9, 'kind-not-supported'],
      [11, 'pair-broken'],
    ]);
  });

  test('neither spaces before an arrow that never comes nor tags in tags keep it busy', () => {
    const spaces = readGift(`q{=${' '.repeat(2_000_000)}x}`);
    expect(spaces).toMatchObject([{ read: { ok: true, draft: { kind: 'short', accepted: ['x'] } } }]);
    const tags = readGift(`// ${'[tag:'.repeat(400_000)}K1]\nq{=ก}`);
    expect(tags).toMatchObject([{ read: { ok: true, draft: { competencies: ['K1'] } } }]);
  });
});
