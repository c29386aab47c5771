/** The small IndexedDB of the officers' side: keys that cannot be read out, and public keys seen before. */

const version = 1;
const stores = ['keys', 'pins'] as const;
export type Store = (typeof stores)[number];

export async function getRecord<T>(store: Store, name: string): Promise<T | undefined> {
  return run(store, 'readonly', (records) => records.get(name) as IDBRequest<T | undefined>);
}

/** `if-absent` leaves a record that another tab stored first. */
export async function putRecord(
  store: Store,
  name: string,
  value: unknown,
  mode: 'replace' | 'if-absent' = 'replace',
): Promise<void> {
  try {
    await run(store, 'readwrite', (records) =>
      mode === 'replace' ? records.put(value, name) : records.add(value, name),
    );
  } catch (error) {
    if ((error as DOMException).name !== 'ConstraintError') throw error;
  }
}

export async function deleteRecord(store: Store, name: string): Promise<void> {
  await run(store, 'readwrite', (records) => records.delete(name));
}

async function run<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (records: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(db.transaction(store, mode).objectStore(store));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    db.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('prongsai-office', version);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
