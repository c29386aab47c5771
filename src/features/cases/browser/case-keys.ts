/** Opens a case's keys from the grants that the officer, or her centre, was given. Browser and tests alike. */
import { fromBase64Url } from '#platform/sealing/bytes.ts';
import { keyLink, openGrant } from '#platform/sealing/grant.ts';
import { asRecipient, type Identity, type Recipient } from '#platform/sealing/identity.ts';
import { sealingError } from '#platform/sealing/sealing-error.ts';
import type { MessageKind } from '../case.ts';
import type { TitleGrant } from '../list-work.ts';

/** Whoever can open grants: the vault, or a test's officer. */
export type KeyHolder = {
  readonly identity: () => Promise<Identity>;
  readonly centreIdentity: (unitCode: string, epoch: number) => Promise<Identity>;
};

export type CaseKey = {
  readonly kind: MessageKind;
  readonly version: number;
  readonly recipient: Recipient;
  readonly identity: Identity;
  readonly title: string | undefined;
  /** What whoever held the key before this one said of it; see `keyBefore`. */
  readonly follows: string | undefined;
};

/** By kind and version. */
export type CaseKeys = ReadonlyMap<string, CaseKey>;
export const keyName = (kind: MessageKind, version: number) => `${kind}/${version}`;

/** Opens one grant. Errors: those of `openGrant`, and the vault's `locked`, `no-grant`, `alarm`. */
export async function openCaseKey(
  caseId: string,
  kind: MessageKind,
  grant: TitleGrant,
  holder: KeyHolder,
): Promise<CaseKey> {
  const opener =
    grant.by === 'self'
      ? await holder.identity()
      : await holder.centreIdentity(grant.by.unitCode, grant.by.epoch);
  const recipient = asRecipient(grant.recipient);
  const { version } = grant;
  const opened = await openGrant(fromBase64Url(grant.sealed), opener, { caseId, kind, version, recipient });
  const { identity, title, follows } = opened;
  return { kind, version, recipient, identity, title, follows };
}

/** Opens every key it can and may believe; the last failure is told when none opened. */
export async function openCaseKeys(
  caseId: string,
  grants: readonly (TitleGrant & { readonly kind: MessageKind })[],
  holder: KeyHolder,
): Promise<CaseKeys> {
  const keys = new Map<string, CaseKey>();
  let failure: unknown;
  for (const grant of grants) {
    const name = keyName(grant.kind, grant.version);
    if (keys.has(name)) continue;
    try {
      keys.set(name, await openCaseKey(caseId, grant.kind, grant, holder));
    } catch (error) {
      failure = error;
    }
  }
  for (const key of [...keys.values()].sort(byPlace))
    if (!(await isBelieved(caseId, key, keys))) {
      keys.delete(keyName(key.kind, key.version));
      failure = sealingError('wrong-grant', 'nobody who held the key before vouches for this one');
    }
  if (keys.size === 0 && failure !== undefined) throw failure;
  return keys;
}

/**
 * The key whose holders vouch for a key of this kind and version: the version before, and the reporter's for the first
 * internal one. The first dialogue key needs none: the reporter signed for whom the report is sealed.
 */
export const keyBefore = (keys: CaseKeys, kind: MessageKind, version: number): CaseKey | undefined =>
  keys.get(version > 1 ? keyName(kind, version - 1) : keyName('dialogue', 1));

const byPlace = (a: CaseKey, b: CaseKey) => a.kind.localeCompare(b.kind) || a.version - b.version;

/** Anybody can seal a grant for a public key, the server too: a key that it slipped in must not be written with. */
async function isBelieved(caseId: string, key: CaseKey, keys: CaseKeys): Promise<boolean> {
  const { kind, version, recipient, follows } = key;
  if (kind === 'dialogue' && version === 1) return true;
  const before = keyBefore(keys, kind, version);
  return (
    before !== undefined && follows === (await keyLink(before.identity, { caseId, kind, version, recipient }))
  );
}

/** The newest key of a kind, which the next message is sealed for. */
export function newestKey(keys: CaseKeys, kind: MessageKind): CaseKey | undefined {
  return [...keys.values()].filter((key) => key.kind === kind).sort((a, b) => b.version - a.version)[0];
}
