/** Who has completed a seminar, and how certificates are numbered and named. */
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, completionOf, countedHours, numberOf, readCode, spellCode } from './certificate-rules.ts';
import { encodeBits, listBits, listOf } from './status-list.ts';

const rule = { attendancePercent: 80, postTestPercent: 60 };
const share = (attended: number) => ({ attended, planned: 5 });

test('attendance comes first, then the test where there is one', () => {
  const done = (attended: number, testPercent: number | undefined, hasTest = true) =>
    completionOf({ share: share(attended), testPercent, hasTest }, rule);
  expect(done(3, 100)).toBe('attendance-short');
  expect(done(4, 60)).toBe('complete');
  expect(done(4, 59)).toBe('test-short');
  expect(done(5, undefined)).toBe('test-missing');
  expect(done(4, undefined, false)).toBe('complete');
});

test('hours are those of the parts that count, side by side once, in halves rounded down', () => {
  const part = (from: string, to: string, countsForAttendance = true) => ({
    startsAt: new Date(`2027-06-20T${from}:00+07:00`),
    endsAt: new Date(`2027-06-20T${to}:00+07:00`),
    countsForAttendance,
  });
  expect(
    countedHours([
      part('13:00', '16:00'),
      part('13:30', '16:20'),
      part('09:00', '12:00'),
      part('12:00', '13:00', false),
    ]),
  ).toBe(6);
  expect(countedHours([])).toBe(0);
});

test('a code comes back however it is typed; what is shorter or longer is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = codeFrom(bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(readCode(` ${spellCode(code).toLowerCase()} `)).toBe(code);
      expect(readCode(code.slice(1))).toBeUndefined();
      expect(readCode(`${code}0`)).toBeUndefined();
    }),
  );
});

test('different bits make different codes', () => {
  const all = Array.from({ length: 80 }, (_, bit) => {
    const bytes = new Uint8Array(10);
    bytes[bit >> 3] = 0x80 >> (bit & 7);
    return codeFrom(bytes);
  });
  expect(new Set(all).size).toBe(80);
});

test('a number names centre, place in the year, and Buddhist year', () => {
  expect(numberOf('ศปท.มท.', 12, 2570)).toBe('ศปท.มท. 12/2570');
});

test('the list of revocations sets the bits asked for, the first at the left, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: listBits - 1 }), { maxLength: 20 }), (places) => {
      const encoded = encodeBits(places);
      expect(encoded[0]).toBe('u');
      const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
      expect(bytes.length).toBe(16_384);
      const set: number[] = [];
      for (const [at, byte] of bytes.entries())
        if (byte) for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) set.push(at * 8 + bit);
      expect(set).toEqual([...places].sort((a, b) => a - b));
    }),
  );
  expect(listOf(listBits + 3)).toEqual({ list: 1, place: 3 });
});
