/** A ticket is ours or it is not, also without network. */
import { randomUUID } from 'node:crypto';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { generateSigningKey } from '#platform/sealing/signature.ts';
import { openList, type ScanList, signList } from './scan-list.ts';
import { foldCode, isGenuine, makeTicket, readTicket, seatCode } from './ticket.ts';

const key = await generateSigningKey();
const seat = { seminarId: randomUUID(), registrationId: randomUUID() };

test('a ticket comes back as it was made, also typed in small letters', async () => {
  const text = await makeTicket(key, seat);
  const read = readTicket(` ${text.toLowerCase()}\n`)!;
  expect(read).toMatchObject(seat);
  expect(await isGenuine(key.publicKey, read)).toBe(true);
});

test('a ticket moved to another seat or seminar, or made with another key, is forged', async () => {
  const read = readTicket(await makeTicket(key, seat))!;
  expect(await isGenuine(key.publicKey, { ...read, registrationId: randomUUID() })).toBe(false);
  expect(await isGenuine(key.publicKey, { ...read, seminarId: randomUUID() })).toBe(false);
  expect(await isGenuine((await generateSigningKey()).publicKey, read)).toBe(false);
});

test('another code is no ticket and does no harm', () => {
  for (const text of [
    '',
    '8850999320007',
    'https://example.org',
    'PT1:',
    `PT1:${'A'.repeat(153)}`,
    `PT1:${'1'.repeat(154)}`,
  ])
    expect(readTicket(text)).toBeUndefined();
});

test('the QR code stays small enough for a cheap camera', async () => {
  // 45 modules is version 7; bytes in base64 would need 49 and more.
  expect(encode(await makeTicket(key, seat), { ecc: 'M', border: 0 }).size).toBeLessThanOrEqual(45);
});

test('the code under the ticket is found however it is typed', () => {
  const code = seatCode('0ff1ce00-0000-4000-8000-000000000000');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(foldCode(code.toLowerCase().replace('-', ' '))).toBe(code.replace('-', ''));
  expect(foldCode('o1l-i')).toBe('0111');
});

test('a stored list is trusted by its signature alone', async () => {
  const list = { v: 1, people: [{ name: 'นางสาวคำแพง ใจงาม' }] } as unknown as ScanList;
  const signed = await signList(key, list);
  expect(await openList(key.publicKey, signed)).toEqual(list);
  expect(
    await openList(key.publicKey, { ...signed, list: signed.list.replace('คำแพง', 'คำปัน') }),
  ).toBeUndefined();
  expect(await openList(key.publicKey, { ...signed, signature: 'x' })).toBeUndefined();
});
