/**
 * The link by which a participant without an account reaches her own seat: `/seat/<registration>.<mark>`.
 * The mark is an HMAC under the installation's key, so that nothing need be kept and reminders can carry the link again.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{22})$/;

/** 128 bits of HMAC-SHA-256, base64url. */
const markOf = (tokenKey: Buffer, registrationId: string) =>
  createHmac('sha256', tokenKey).update(`seat ${registrationId}`).digest().subarray(0, 16);

/** The part after `/seat/`. */
export function seatToken(tokenKey: Buffer, registrationId: string): string {
  return `${registrationId}.${markOf(tokenKey, registrationId).toString('base64url')}`;
}

/** The registration that a token opens; undefined for one that was not made here. */
export function readSeatToken(tokenKey: Buffer, token: string): string | undefined {
  const parts = pattern.exec(token);
  if (!parts) return undefined;
  const given = Buffer.from(parts[2]!, 'base64url');
  return timingSafeEqual(given, markOf(tokenKey, parts[1]!)) ? parts[1] : undefined;
}
