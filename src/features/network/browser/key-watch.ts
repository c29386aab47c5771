/** The watch over published keys: what was seen once must not change, and what is published must be what is held. */
import { fingerprint, type Recipient } from '#platform/sealing/identity.ts';
import { getRecord, putRecord } from './office-database.ts';

/**
 * `own-key`: the server shows another public key for this officer than hers. `centre-key`: the grant does not carry the
 * published key. `changed`: an epoch's published key is not the one this browser saw before. `officer-key`: a colleague's
 * key of the same version is not the one to which this browser sealed before.
 */
export type KeyAlarm =
  | { readonly kind: 'own-key' }
  | { readonly kind: 'officer-key'; readonly name: string }
  | { readonly kind: 'centre-key'; readonly unitCode: string; readonly epoch: number }
  | {
      readonly kind: 'changed';
      readonly unitCode: string;
      readonly epoch: number;
      readonly before: string;
      readonly now: string;
    };

const raised: KeyAlarm[] = [];
const listeners = new Set<() => void>();
let view: readonly KeyAlarm[] = [];

/** Alarms of this visit; the office layout shows them on every page. */
export const alarms = (): readonly KeyAlarm[] => view;

export function onAlarm(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function raiseAlarm(alarm: KeyAlarm): void {
  if (raised.some((known) => JSON.stringify(known) === JSON.stringify(alarm))) return;
  raised.push(alarm);
  view = [...raised];
  for (const listener of listeners) listener();
}

/**
 * Pins a centre's key at first sight and raises an alarm when an epoch shows another one later. A key that the officer's
 * own grant has just contradicted is compared and not pinned (`mayPin` false). Returns false when it raised the alarm.
 */
export async function watchRecipient(
  unitCode: string,
  epoch: number,
  recipient: string,
  mayPin = true,
): Promise<boolean> {
  const name = `${unitCode}/${epoch}`;
  const before = await getRecord<string>('pins', name);
  if (before === undefined && mayPin) await putRecord('pins', name, recipient, 'if-absent');
  if (before === undefined || before === recipient) return true;
  raiseAlarm({
    kind: 'changed',
    unitCode,
    epoch,
    before: fingerprint(before as Recipient),
    now: fingerprint(recipient as Recipient),
  });
  return false;
}

/** Before anything is sealed for a colleague: false, with an alarm, when her key changed without a new version. */
export async function isOfficerKeyAsBefore(officer: {
  readonly id: string;
  readonly nameTh: string;
  readonly version: number;
  readonly recipient: string;
}): Promise<boolean> {
  const name = `officer/${officer.id}/${officer.version}`;
  await putRecord('pins', name, officer.recipient, 'if-absent');
  const same = (await getRecord<string>('pins', name)) === officer.recipient;
  if (!same) raiseAlarm({ kind: 'officer-key', name: officer.nameTh });
  return same;
}
