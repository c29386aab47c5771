/** Nonces that a reporter signs: made and checked without being stored, good for one report and half an hour. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedHash } from './keyed-hash.ts';

const LIFETIME_MS = 30 * 60_000;

export function makeNonce(key: Buffer, reportId: string, now: Date): string {
  const open = `${Math.floor((now.getTime() + LIFETIME_MS) / 1000).toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${open}.${macOf(key, reportId, open)}`;
}

/** Whether this server made the nonce for this report and it is still good. */
export function isGoodNonce(key: Buffer, reportId: string, nonce: string, now: Date): boolean {
  const [until = '', random = '', mac = ''] = nonce.split('.');
  const expected = Buffer.from(macOf(key, reportId, `${until}.${random}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  return Number.parseInt(until, 36) * 1000 > now.getTime();
}

function macOf(key: Buffer, reportId: string, open: string): string {
  return keyedHash(key).update(`prongsai/nonce/v1\n${reportId}\n${open}`).digest('base64url');
}
