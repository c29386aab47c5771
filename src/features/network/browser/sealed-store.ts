/**
 * Keeps secrets across reloads of a tab: ciphertext in sessionStorage, under an AES-GCM key in IndexedDB that
 * scripts can use and never read. Whoever copies the browser's storage without its key store has nothing.
 */
import {
  type Bytes,
  fromBase64Url,
  randomBytes,
  textOf,
  toBase64Url,
  utf8,
} from '#platform/sealing/bytes.ts';
import { deleteRecord, getRecord, putRecord } from './office-database.ts';

const keyName = 'tab-key';
const prefix = 'prongsai.';

/** Seals `text` under `name` for this tab. */
export async function keep(name: string, text: string): Promise<void> {
  const iv = randomBytes(12);
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(name) };
  const sealed = await crypto.subtle.encrypt(algorithm, await tabKey(), utf8(text));
  sessionStorage.setItem(prefix + name, `${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`);
}

/** What was kept under `name`; undefined when nothing was, or when its key is gone. */
export async function recall(name: string): Promise<string | undefined> {
  const kept = readSealed(name);
  if (!kept) return undefined;
  try {
    const [iv, sealed] = kept.split('.').map(fromBase64Url) as [Bytes, Bytes];
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(name) };
    return textOf(new Uint8Array(await crypto.subtle.decrypt(algorithm, await tabKey(), sealed)));
  } catch {
    forget(name);
    return undefined;
  }
}

export function forget(name: string): void {
  sessionStorage.removeItem(prefix + name);
}

/** Destroys the key, and with it everything kept in every tab. */
export async function forgetEverything(): Promise<void> {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  await deleteRecord('keys', keyName);
}

/** The ciphertext itself, to hand to another tab of this browser, which has the same key. */
export function readSealed(name: string): string | undefined {
  return sessionStorage.getItem(prefix + name) ?? undefined;
}

export function writeSealed(name: string, sealed: string): void {
  sessionStorage.setItem(prefix + name, sealed);
}

async function tabKey(): Promise<CryptoKey> {
  const known = await getRecord<CryptoKey>('keys', keyName);
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may come at once: the first stored wins, both use that one.
  await putRecord('keys', keyName, fresh, 'if-absent');
  return (await getRecord<CryptoKey>('keys', keyName)) ?? fresh;
}
