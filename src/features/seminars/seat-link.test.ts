/** Only the link that we made opens a seat. */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { readSeatToken, seatToken } from './seat-link.ts';

const key = randomBytes(32);
const id = randomUUID();

test('a link opens its own registration', () => {
  expect(readSeatToken(key, seatToken(key, id))).toBe(id);
});

test('a mark moved to another registration, or made with another key, opens nothing', () => {
  const mark = seatToken(key, id).split('.')[1];
  expect(readSeatToken(key, `${randomUUID()}.${mark}`)).toBeUndefined();
  expect(readSeatToken(randomBytes(32), seatToken(key, id))).toBeUndefined();
});

test('what is no token opens nothing and does no harm', () => {
  for (const token of ['', id, `${id}.`, `${id}.short`, `${seatToken(key, id)}x`, '../../etc'])
    expect(readSeatToken(key, token)).toBeUndefined();
});
