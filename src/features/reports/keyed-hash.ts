/** HMAC-SHA256 under the installation's secrets. A secret is prepared once: handing Node the bytes anew costs more than hashing. */
import { createHmac, createSecretKey, type Hmac, type KeyObject } from 'node:crypto';

const prepared = new WeakMap<Buffer, KeyObject>();

/** To be fed with `update` and ended with `digest`. */
export function keyedHash(secret: Buffer): Hmac {
  const known = prepared.get(secret);
  if (known) return createHmac('sha256', known);
  const key = createSecretKey(secret);
  prepared.set(secret, key);
  return createHmac('sha256', key);
}
