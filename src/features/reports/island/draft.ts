/**
 * Keeps what was typed on this device, only if the reporter asks: encrypted in this tab's session storage, under a
 * key that cannot be taken out of the browser. Closing the tab leaves a key for nothing; sending removes both.
 */
const PLACE = 'prongsai-draft';
const DATABASE = 'prongsai-draft-key';

export type Draft = {
  readonly fields: Readonly<Record<string, string>>;
  readonly step: string;
  /** Which form: a report's answers do not belong into a request for advice. */
  readonly asked: string;
  /** Of the report, so that a reload after sending asks for the same one again. */
  readonly id: string;
  readonly receipt: string;
};

export async function keepDraft(draft: Draft): Promise<void> {
  const key = (await storedKey()) ?? (await newKey());
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain));
  sessionStorage.setItem(PLACE, `${base64(nonce)}.${base64(sealed)}`);
}

/** The draft of this tab; undefined when none was kept or it cannot be opened. */
export async function readDraft(): Promise<Draft | undefined> {
  try {
    const [nonce, sealed] = (sessionStorage.getItem(PLACE) ?? '').split('.').map(bytes);
    const key = nonce && sealed && (await storedKey());
    if (!key) return undefined;
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as Draft;
  } catch {
    return undefined;
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(PLACE);
    indexedDB.deleteDatabase(DATABASE);
  } catch {
    // Storage forbidden: then nothing was kept either.
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('key');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction('key', mode).objectStore('key'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

const storedKey = () => withStore<CryptoKey | undefined>('readonly', (store) => store.get('key'));

async function newKey(): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await withStore('readwrite', (store) => store.put(key, 'key'));
  return key;
}

function base64(data: Uint8Array): string {
  let binary = '';
  for (const byte of data) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const bytes = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
