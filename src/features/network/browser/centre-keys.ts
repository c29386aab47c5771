/** A centre's key in the hands of its officers' browsers: made by one, granted to the others, renewed when one leaves. */
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { sealCentreGrant } from '#platform/sealing/grant.ts';
import { asRecipient, generateIdentity, type Identity, recipientOf } from '#platform/sealing/identity.ts';
import type { CentreKeys } from '../centre-keys.ts';
import { askFor, tell } from './ask.ts';
import { isOfficerKeyAsBefore } from './key-watch.ts';
import { centreIdentity, refreshVault } from './vault.ts';

export type { CentreKeys } from '../centre-keys.ts';

type Officer = CentreKeys['officers'][number];

export const readCentreKeys = (unitCode: string) =>
  askFor<CentreKeys>(`/office/api/centres/${unitCode}/keys`);

/**
 * Makes the next epoch's key and seals it for every officer who may hold it and held the last one; for the first epoch,
 * for the maker alone. Throws a Refusal.
 */
export async function publishNextEpoch(keys: CentreKeys, ownId: string): Promise<void> {
  const identity = generateIdentity();
  const last = keys.epochs.at(-1);
  const epoch = (last?.epoch ?? 0) + 1;
  const holders = keys.officers.filter(
    ({ id, key, epochs }) => key && (id === ownId || (last && epochs.includes(last.epoch))),
  );
  await tell(`/office/api/centres/${keys.code}/epochs`, {
    epoch,
    recipient: await recipientOf(identity),
    grants: await Promise.all(holders.map((officer) => grantFor(keys.code, epoch, identity, officer))),
  });
  refreshVault();
}

/** Hands a colleague every epoch that she lacks and this officer holds: she then reads what the centre reads. */
export async function grantTo(keys: CentreKeys, ownId: string, officer: Officer): Promise<void> {
  const own = keys.officers.find(({ id }) => id === ownId)?.epochs ?? [];
  const missing = own.filter((epoch) => !officer.epochs.includes(epoch));
  const grants = await Promise.all(
    missing.map(async (epoch) => ({
      ...(await grantFor(keys.code, epoch, await centreIdentity(keys.code, epoch), officer)),
      epoch,
    })),
  );
  await tell(`/office/api/centres/${keys.code}/grants`, { grants });
}

async function grantFor(unitCode: string, epoch: number, identity: Identity, officer: Officer) {
  const { id, nameTh } = officer;
  const { version, recipient } = officer.key!;
  if (!(await isOfficerKeyAsBefore({ id, nameTh, version, recipient }))) throw new Error('officer-key');
  const sealed = await sealCentreGrant({ unitCode, epoch, identity }, asRecipient(recipient));
  return { personId: id, keyVersion: version, sealed: toBase64Url(sealed) };
}
