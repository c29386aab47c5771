/**
 * What the device keeps in its browser: who it is, the signed list, and every scan until it is sent. A scan is on disk
 * before its verdict is shown, so that neither a reload nor an empty battery loses one.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Verdict } from '../attendance.ts';
import type { SignedList } from '../scan-list.ts';

export type DeviceIdentity = {
  readonly id: string;
  readonly mark: string;
  readonly secret: string;
  /** By which tickets and lists are trusted; there once the server has let the device in. */
  readonly key?: SigningPublicKey | undefined;
};

export type KeptList = SignedList & { readonly tag: string };

/** No name: the list has it. */
export type KeptScan = {
  readonly id: string;
  readonly session: string;
  readonly source: 'qr' | 'manual';
  readonly ticket?: string | undefined;
  readonly registration?: string | undefined;
  readonly verdict: Verdict;
  readonly at: string;
  /** 0 waits, 1 is with the server: numbers, because an index takes no booleans. */
  readonly sent: 0 | 1;
  readonly serverVerdict?: Verdict | undefined;
};

export type DoorSettings = {
  readonly locale: Locale;
  readonly sound: boolean;
  /** Chosen by hand; otherwise the time decides. */
  readonly session?: string | undefined;
};

interface DoorSchema extends DBSchema {
  device: { key: 'self'; value: DeviceIdentity };
  list: { key: 'self'; value: KeptList };
  settings: { key: 'self'; value: DoorSettings };
  scans: { key: string; value: KeptScan; indexes: { sent: number; at: string } };
}

const databaseName = 'prongsai-scan';
/** Written through to the disk before we go on. */
const strict = { durability: 'strict' } as const;

export type DoorStore = Awaited<ReturnType<typeof openStore>>;

export async function openStore() {
  const db: IDBPDatabase<DoorSchema> = await openDB<DoorSchema>(databaseName, 1, {
    upgrade: (fresh) => {
      for (const name of ['device', 'list', 'settings'] as const) fresh.createObjectStore(name);
      const scans = fresh.createObjectStore('scans', { keyPath: 'id' });
      scans.createIndex('sent', 'sent');
      scans.createIndex('at', 'at');
    },
  });
  const putStrictly = async (scan: KeptScan) => {
    const tx = db.transaction('scans', 'readwrite', strict);
    await tx.store.put(scan);
    await tx.done;
  };
  return {
    device: () => db.get('device', 'self'),
    keepDevice: async (device: DeviceIdentity) => void (await db.put('device', device, 'self')),
    list: () => db.get('list', 'self'),
    keepList: async (list: KeptList) => void (await db.put('list', list, 'self')),
    settings: () => db.get('settings', 'self'),
    keepSettings: async (settings: DoorSettings) => void (await db.put('settings', settings, 'self')),
    scans: () => db.getAllFromIndex('scans', 'at'),
    addScan: putStrictly,
    unsent: (most: number) => db.getAllFromIndex('scans', 'sent', 0, most),
    countUnsent: () => db.countFromIndex('scans', 'sent', 0),
    markSent: async (taken: ReadonlyMap<string, Verdict>) => {
      const tx = db.transaction('scans', 'readwrite', strict);
      for (const [id, serverVerdict] of taken) {
        const scan = await tx.store.get(id);
        if (scan) await tx.store.put({ ...scan, sent: 1, serverVerdict });
      }
      await tx.done;
    },
    /** Forgets names only: what waits to be sent names nobody. */
    dropList: () => db.clear('list'),
    /** Forgets everything: names, scans, and who the device is. */
    erase: async () => {
      const tx = db.transaction(['device', 'list', 'scans'], 'readwrite', strict);
      for (const name of ['device', 'list', 'scans'] as const) await tx.objectStore(name).clear();
      await tx.done;
    },
  };
}
