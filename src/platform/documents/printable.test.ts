import { expect, test } from 'vitest';
import { inThaiDigits, printable } from './printable.ts';

test('what would be drawn as a box or drawn wrongly is mended', () => {
  expect(printable('ข้อ\u200bความ\ufeff')).toBe('ข้อความ');
  expect(printable('น\u0e4d\u0e49า')).toBe('น้ำ');
  expect(printable('น\u0e4d\u0e32')).toBe('นำ');
  expect(printable('ก\r\nข\u2028ค')).toBe('ก\nข\nค');
  expect(printable('\u0093เจ้าพนักงาน\u0094\u0007')).toBe('“เจ้าพนักงาน”');
});

test('digits become Thai but in what has to be typed', () => {
  expect(inThaiDigits('มาตรา 157 ISO 37002 เวลา 09.30 น.')).toBe('มาตรา ๑๕๗ ISO ๓๗๐๐๒ เวลา ๐๙.๓๐ น.');
  expect(inThaiDigits('ที่ https://a.example/v/12 หรือ a1@b.example ภายใน 3 วัน')).toBe(
    'ที่ https://a.example/v/12 หรือ a1@b.example ภายใน ๓ วัน',
  );
});
