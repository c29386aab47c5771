/**
 * The officer's keys while she works: unlocked once, kept in memory and, across reloads, sealed in the tab's store.
 * Nothing here ever leaves the browser. Locks itself after half an hour without a hand on the keyboard.
 */
import { fromBase64Url, toBase64Url } from '#platform/sealing/bytes.ts';
import { openCentreGrant } from '#platform/sealing/grant.ts';
import { asIdentity, asRecipient, type Identity, recipientOf } from '#platform/sealing/identity.ts';
import type { OfficerSecret } from '#platform/sealing/officer-key.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import { type SigningKey, signingKeyFromSeed } from '#platform/sealing/signature.ts';
import { askFor } from './ask.ts';
import { raiseAlarm, watchRecipient } from './key-watch.ts';
import { forget, forgetEverything, keep, readSealed, recall, writeSealed } from './sealed-store.ts';
import type { VaultFacts } from './vault-facts.ts';

/** `unknown` until the first look; `absent` while the officer has enrolled no keys. */
export type VaultState = 'unknown' | 'absent' | 'locked' | 'open';

/** Why a key is not to be had: `locked`, `no-grant` (no colleague has granted it yet), `alarm` (the key is not the published one). */
export type VaultError = Error & { readonly code: 'locked' | 'no-grant' | 'alarm' };

type OpenVault = { readonly personId: string; readonly secret: OfficerSecret; readonly signing: SigningKey };

const name = 'vault';
const idleMs = 30 * 60_000;
const listeners = new Set<(state: VaultState) => void>();
const centreKeys = new Map<string, Promise<Identity>>();
let state: VaultState = 'unknown';
let open: OpenVault | undefined;
let facts: Promise<VaultFacts> | undefined;
let looking: Promise<boolean> | undefined;
let lastUse = 0;
let channel: BroadcastChannel | undefined;

/**
 * Opens the vault without asking anything of the officer: from memory, from this tab's store, or from another tab.
 * @returns whether it is open; when it is not, the office layout shows how to unlock, and `onVaultChange` tells
 */
export async function openVault(): Promise<boolean> {
  if (open) return true;
  // A page asks for many keys at once: one look serves them all.
  looking ??= lookForVault().finally(() => {
    looking = undefined;
  });
  return looking;
}

async function lookForVault(): Promise<boolean> {
  listenToTabs();
  const { personId, key } = await vaultFacts();
  if (!key) return settle('absent');
  const kept = (await recall(name)) ?? ((await askOtherTabs()) ? await recall(name) : undefined);
  if (!kept) return settle('locked');
  const saved = JSON.parse(kept) as { personId: string; at: number; identity: string; signingSeed: string };
  if (saved.personId !== personId || Date.now() - saved.at > idleMs) {
    forget(name);
    return settle('locked');
  }
  const secret = { identity: asIdentity(saved.identity), signingSeed: fromBase64Url(saved.signingSeed) };
  return admit(secret);
}

/**
 * Takes freshly unwrapped or freshly made keys into use, after making sure they are the ones the server publishes.
 * @returns whether they are; if not, an alarm has been raised and the vault stays shut
 */
export async function admit(secret: OfficerSecret): Promise<boolean> {
  const { personId, key, centres } = await vaultFacts();
  const signing = await signingKeyFromSeed(secret.signingSeed);
  if (key?.recipient !== (await recipientOf(secret.identity)) || key.signingKey !== signing.publicKey) {
    raiseAlarm({ kind: 'own-key' });
    return settle('locked');
  }
  open = { personId, secret, signing };
  lastUse = Date.now();
  await remember();
  watchIdleness();
  settle('open');
  // The watch over the centres' keys: what is published must be what this officer was granted, and what was seen before.
  for (const centre of centres)
    for (const { epoch, recipient, grant, retiredAt } of centre.epochs) {
      if (grant && !retiredAt) await centreIdentity(centre.code, epoch).catch(() => undefined);
      else await watchRecipient(centre.code, epoch, recipient);
    }
  return true;
}

/** The officer's own identity, to open what is sealed for her by name. Error `locked`. */
export async function identity(): Promise<Identity> {
  return (await opened()).secret.identity;
}

/** The officer's signing key, for her messages. Error `locked`. */
export async function signing(): Promise<SigningKey> {
  return (await opened()).signing;
}

/** The centre's identity of an epoch, opened from the officer's own grant. Errors `locked`, `no-grant`, `alarm`. */
export function centreIdentity(unitCode: string, epoch: number): Promise<Identity> {
  const label = `${unitCode}/${epoch}`;
  const known = centreKeys.get(label);
  if (known) return known;
  const opening = openOwnGrant(unitCode, epoch);
  centreKeys.set(label, opening);
  // A failure is not kept: a colleague may grant in the meantime.
  opening.catch(() => centreKeys.delete(label));
  return opening;
}

/** What the server says about the officer's keys; asked once, until `refreshVault`. */
export function vaultFacts(): Promise<VaultFacts> {
  facts ??= askFor<VaultFacts>('/office/api/vault').catch((error) => {
    facts = undefined;
    throw error;
  });
  return facts;
}

/** Forgets what the server said, after keys, epochs or grants have changed. */
export function refreshVault(): void {
  facts = undefined;
}

/** Shuts the vault in every tab; drafts stay. */
export function lockVault(): void {
  channel?.postMessage('lock');
  lockHere();
}

/** Shuts the vault and destroys what any tab kept, drafts too: for signing out. */
export async function leaveVault(): Promise<void> {
  lockVault();
  await forgetEverything();
}

export const vaultState = (): VaultState => state;

/** Calls back at every change of state; returns how to stop. */
export function onVaultChange(listener: (state: VaultState) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

async function opened(): Promise<OpenVault> {
  if (!open && !(await openVault())) throw vaultError('locked');
  lastUse = Date.now();
  return open!;
}

async function openOwnGrant(unitCode: string, epoch: number): Promise<Identity> {
  const { secret } = await opened();
  const find = async () =>
    (await vaultFacts()).centres
      .find(({ code }) => code === unitCode)
      ?.epochs.find((one) => one.epoch === epoch);
  let found = await find();
  if (!found?.grant) {
    refreshVault();
    found = await find();
  }
  if (!found?.grant) throw vaultError('no-grant');
  try {
    const recipient = asRecipient(found.recipient);
    const expected = { unitCode, epoch, recipient };
    const grant = await openCentreGrant(fromBase64Url(found.grant), secret.identity, expected);
    await watchRecipient(unitCode, epoch, recipient);
    return grant.identity;
  } catch (error) {
    if (!isSealingError(error)) throw error;
    raiseAlarm({ kind: 'centre-key', unitCode, epoch });
    await watchRecipient(unitCode, epoch, found.recipient, false);
    throw vaultError('alarm');
  }
}

async function remember(): Promise<void> {
  if (!open) return;
  const { personId, secret } = open;
  const signingSeed = toBase64Url(secret.signingSeed);
  await keep(name, JSON.stringify({ personId, at: lastUse, identity: secret.identity, signingSeed }));
}

function lockHere(): void {
  open = undefined;
  centreKeys.clear();
  facts = undefined;
  forget(name);
  settle('locked');
}

function settle(next: VaultState): boolean {
  if (next !== state) {
    state = next;
    for (const listener of listeners) listener(next);
  }
  return next === 'open';
}

let watching = false;
function watchIdleness(): void {
  if (watching) return;
  watching = true;
  const used = () => {
    lastUse = Date.now();
  };
  for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, used, { passive: true });
  setInterval(() => {
    if (!open) return;
    if (Date.now() - lastUse > idleMs) lockVault();
    else void remember();
  }, 60_000);
}

/** Tabs of one browser share the key of the store, so one hands the other ciphertext only. */
function listenToTabs(): void {
  if (channel) return;
  channel = new BroadcastChannel('prongsai-vault');
  channel.onmessage = ({ data }) => {
    if (data === 'lock') lockHere();
    const sealed = data === 'who' && open ? readSealed(name) : undefined;
    if (sealed) channel!.postMessage({ sealed });
  };
}

async function askOtherTabs(): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (found: boolean) => {
      clearTimeout(patience);
      channel!.removeEventListener('message', hear);
      resolve(found);
    };
    const hear = ({ data }: MessageEvent) => {
      if (typeof data?.sealed !== 'string') return;
      writeSealed(name, data.sealed);
      done(true);
    };
    const patience = setTimeout(done, 150, false);
    channel!.addEventListener('message', hear);
    channel!.postMessage('who');
  });
}

function vaultError(code: VaultError['code']): VaultError {
  return Object.assign(new Error(code), { name: 'VaultError', code });
}
