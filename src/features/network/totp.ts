/** One-time codes by time (RFC 6238): six digits, thirty seconds, HMAC-SHA-1 as every authenticator knows it. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;

export const newTotpSecret = () => randomBytes(20);

/** Number of the thirty-second step at an instant. */
export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / stepSeconds);

/** The code of a step (RFC 4226 section 5.3). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[19]! & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step that a code belongs to, the present one or a neighbour, later than `lastUsed`; undefined for a wrong or used code. */
export function matchingStep(secret: Buffer, code: string, now: Date, lastUsed: number): number | undefined {
  const typed = Buffer.from(code.replace(/\s/g, '').padEnd(digits, ' ').slice(0, 16));
  return [0, -1, 1]
    .map((distance) => stepAt(now) + distance)
    .find((step) => {
      const right = Buffer.from(codeOf(secret, step));
      return step > lastUsed && typed.length === right.length && timingSafeEqual(typed, right);
    });
}

/** The address that an authenticator reads from the QR code. */
export function totpAddress(secret: Buffer, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&digits=${digits}&period=${stepSeconds}`;
}

/** RFC 4648 base 32 without padding; 20 bytes become 32 letters. */
export function base32(bytes: Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** AES-256-GCM under the installation's account key, bound to the owner: a database dump alone makes no codes. */
export function sealTotpSecret(secret: Buffer, accountKey: Buffer, personId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', accountKey, nonce).setAAD(Buffer.from(personId));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were changed or belong to another person. */
export function openTotpSecret(sealed: Buffer, accountKey: Buffer, personId: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', accountKey, sealed.subarray(0, 12))
    .setAAD(Buffer.from(personId))
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
