/**
 * What a device at the door keeps to work without network: the least of each person, and who is in already. Signed,
 * so that a stored copy can be trusted after a reload; it says itself until when it may be kept.
 */
import { fromBase64Url, toBase64Url, utf8 } from '#platform/sealing/bytes.ts';
import { type SigningKey, type SigningPublicKey, sign, verify } from '#platform/sealing/signature.ts';
import type { AttendanceBy, DoorState } from './attendance.ts';

export type ListedSession = {
  readonly key: string;
  readonly day: string;
  readonly half?: 'am' | 'pm' | undefined;
  readonly titleTh: string;
  readonly titleEn?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly startsAt: number;
  readonly endsAt: number;
};

/** Name, centre and state: no address, no telephone, no position. */
export type ListedPerson = {
  readonly id: string;
  readonly name: string;
  readonly centreTh: string;
  readonly centreEn: string;
  readonly state: DoorState;
};

export type ScanList = {
  readonly v: 1;
  readonly at: string;
  /** After this instant the device erases the list by itself. */
  readonly holdUntil: string;
  readonly device: string;
  readonly seminar: { readonly id: string; readonly titleTh: string; readonly titleEn: string };
  readonly by: AttendanceBy;
  readonly sessions: readonly ListedSession[];
  readonly people: readonly ListedPerson[];
  /** By session, places in `people` of those who are in. */
  readonly present: { readonly [session: string]: readonly number[] };
};

/** As it travels and is stored: the text that was signed, and the signature. */
export type SignedList = { readonly list: string; readonly signature: string };

const signed = (list: string) => utf8(`prongsai scan list v1\n${list}`);

export async function signList(key: SigningKey, list: ScanList): Promise<SignedList> {
  const text = JSON.stringify(list);
  return { list: text, signature: toBase64Url(await sign(key, signed(text))) };
}

/** Undefined when the signature is not the installation's: the copy was changed or is another's. */
export async function openList(
  publicKey: SigningPublicKey,
  { list, signature }: SignedList,
): Promise<ScanList | undefined> {
  try {
    return (await verify(publicKey, fromBase64Url(signature), signed(list)))
      ? (JSON.parse(list) as ScanList)
      : undefined;
  } catch {
    return undefined;
  }
}
