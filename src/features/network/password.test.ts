/** Passwords: the obvious is refused, the hash is slow, salted and says nothing of an account that is not there. */
import { expect, test } from 'vitest';
import { hashPassword, isAcceptablePassword, passwordMatches } from './password.ts';
import { waitAfter } from './slow-down.ts';

test.each([
  'short-one',
  'aaaaaaaaaaaaaa',
  'abababababab',
  '123456789012',
  'abcdefghijkl',
  'password1234',
  'Administrator1!',
  'qwertyuiop12',
  'prongsai2569',
  'somsri.jaisue1',
  'รหัสผ่าน12345',
  '',
])('"%s" is refused', (password) => {
  expect(isAcceptablePassword(password, ['somsri.jaisue@moi.example', 'นางสมศรี ใจซื่อ'])).toBe(false);
});

test.each(['ช้างสามตัวข้ามแม่น้ำ', 'correct horse battery', 'Xq7-plum-Ladder-9', 'ดินสอ ร่มเงา ระฆัง'])(
  '"%s" is taken',
  (password) => {
    expect(isAcceptablePassword(password, ['somsri@moi.example', 'นางสมศรี ใจซื่อ'])).toBe(true);
  },
);

test('a hash names its cost, differs each time, and fits only its password', async () => {
  const [one, two] = await Promise.all([hashPassword('ช้างสามตัวข้ามน้ำ'), hashPassword('ช้างสามตัวข้ามน้ำ')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwordMatches('ช้างสามตัวข้ามน้ำ', one)).toBe(true);
  // ำ as one sign or as two is one password.
  expect(await passwordMatches('ช้างสามตัวข้ามน้ำ'.replaceAll('ำ', '\u0e4d\u0e32'), one)).toBe(true);
  expect(await passwordMatches('ช้างสี่ตัวข้ามน้ำ', one)).toBe(false);
  expect(await passwordMatches('anything at all', undefined)).toBe(false);
});

test('guessing soon takes longer than it is worth', () => {
  expect([1, 4, 5, 6, 7, 12, 100].map(waitAfter)).toEqual([0, 0, 5, 10, 20, 640, 900]);
});
