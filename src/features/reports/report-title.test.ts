/** The title that officers see in their queue: the first whole words of what was written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleOf } from './report.ts';

const happened = 'เรียกเงินร้อยละสิบจากผู้รับจ้างก่อนตรวจรับงาน แล้วให้กรรมการลงชื่อทั้งที่งานยังไม่เสร็จและขู่ว่าจะยกเลิกสัญญา';

test('a long story is cut between words, never inside one', () => {
  const title = titleOf('จัดซื้อจัดจ้าง', { about: 'โครงการที่ 5 ปรับปรุงถนน', happened });
  expect(title).toBe('จัดซื้อจัดจ้าง: โครงการที่ 5 ปรับปรุงถนน เรียกเงินร้อยละสิบจากผู้รับจ้างก่อนตรวจรับงาน แล้วให้…');
});

test('a short one stands whole, an empty one leaves the topic, one endless word is cut all the same', () => {
  expect(titleOf('Other', { about: '', happened: 'A bribe\nwas asked' })).toBe('Other: A bribe was asked');
  expect(titleOf('Other', { about: ' ', happened: '' })).toBe('Other');
  expect(titleOf('Other', { about: '', happened: 'x'.repeat(300) })).toBe(`Other: ${'x'.repeat(80)}…`);
});

test('whatever is typed, the title is well formed and at most 200 units', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ maxLength: 60 }),
      (story, topic) => {
        const title = titleOf(topic, { about: '', happened: story });
        expect(title.length).toBeLessThanOrEqual(200);
        expect(title.isWellFormed()).toBe(true);
      },
    ),
  );
});
