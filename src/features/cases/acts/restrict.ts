/** Takes a case out of the centre's common sight: from now on only the persons named read it, by new keys. */
import { deleteCentreGrants, insertAccess, insertKey } from '../act.queries.ts';
import type { ActOf } from '../act-input.ts';
import { rolesFor } from '../case.policies.ts';
import { selectKeys, selectReporterKeys } from '../case.queries.ts';
import type { Matter } from '../case.ts';
import { giveGrants, personHolder } from './grants.ts';
import { tellAbove } from './tell-above.ts';
import { type Done, refuse, refuseOldView, type Work } from './work.ts';

/**
 * New versions of the case's keys are made in the browser and given to the persons named and to the reporter; the
 * older versions are given to the same persons, and the centre's grants go, so that whoever is left out can open
 * neither what comes nor, without bytes kept from before, what was. At least two persons, or nobody could ever close.
 * The tiers above go on seeing the row and are told at once, so that nobody possesses a case unknown to all.
 * Refusals: `changed`, `already-restricted`, `needs-two`, `unknown-person`, `stale-key`, `wrong-grants`.
 */
export async function restrict(work: Work, act: ActOf<'restrict'>): Promise<Done> {
  refuseOldView(work, act.revision);
  const { trx, found, personId, now } = work;
  if (found.restriction === 'named') refuse('already-restricted');
  const persons = [...new Set(act.persons)];
  if (persons.length < 2) refuse('needs-two');
  await refuseStrangers(work, persons);

  await insertAccess(
    trx,
    persons.map((person) => ({
      case_id: found.id,
      person_id: person,
      granted_by: personId,
      granted_at: now,
    })),
  );
  const old = await selectKeys(trx, found.id);
  const fresh = nextVersions(old);
  if (keyList(act.keys) !== keyList(fresh)) refuse('stale-key');
  for (const key of act.keys) await insertKey(trx, { case_id: found.id, ...key, created_at: now });
  const withReporter = (await selectReporterKeys(trx, found.id))
    ? fresh.filter((key) => key.kind === 'dialogue')
    : [];
  await deleteCentreGrants(trx, found.id);
  await giveGrants(
    work,
    act.grants,
    [...old, ...fresh].map(({ kind, version }) => ({ kind: kind as 'dialogue' | 'internal', version })),
    persons.map(personHolder),
    withReporter,
  );
  await tellAbove(work, persons);
  return {
    act: 'case.restricted',
    facts: { persons: persons.length, keys: fresh.map((key) => `${key.kind}.${key.version}`) },
    change: {
      restriction: 'named',
      ...(found.assigned_to && !persons.includes(found.assigned_to) ? { assigned_to: null } : {}),
    },
  };
}

/** One version more of each kind that the case has. */
function nextVersions(keys: readonly { kind: string; version: number }[]) {
  const newest = new Map<string, number>();
  for (const { kind, version } of keys) newest.set(kind, Math.max(version, newest.get(kind) ?? 0));
  return [...newest].map(([kind, version]) => ({
    kind: kind as 'dialogue' | 'internal',
    version: version + 1,
  }));
}

const keyList = (keys: readonly { kind: string; version: number }[]) =>
  keys
    .map(({ kind, version }) => `${kind}.${version}`)
    .sort()
    .join();

/** Everyone named works in the centre, has keys to read with, and the one who restricts is among them. */
async function refuseStrangers({ trx, found, network, personId }: Work, persons: readonly string[]) {
  const readers = rolesFor('read', found.matter as Matter);
  const colleagues = await network.listColleagues(trx, found.unit_id);
  const eligible = colleagues
    .filter((one) => one.key && one.roles.some((role) => readers.includes(role)))
    .map((one) => one.id);
  const known = persons.every((person) => eligible.includes(person)) && persons.includes(personId);
  if (!known) refuse('unknown-person');
}
