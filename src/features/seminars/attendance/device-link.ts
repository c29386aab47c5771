/** The link that lets a device in: `/scan#<device>.<mark>`. Browsers do not send what stands behind `#` to a server by themselves. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const mark = (tokenKey: Buffer, deviceId: string) =>
  createHmac('sha256', tokenKey).update(`scan device ${deviceId}`).digest().subarray(0, 16);

export const deviceLink = (origin: string, tokenKey: Buffer, deviceId: string) =>
  `${origin}/scan#${deviceId}.${mark(tokenKey, deviceId).toString('base64url')}`;

/** Whether the mark was made here for this device. */
export function isDeviceMark(tokenKey: Buffer, deviceId: string, given: string): boolean {
  if (!/^[A-Za-z0-9_-]{22}$/.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'base64url'), mark(tokenKey, deviceId));
}

/** What is kept of the secret that a device made for itself. */
export const secretHash = (secret: string) => createHash('sha256').update(secret).digest();
