/** Who sees how the installation does: whoever administers the top of the network (the same as in SQL: administers_network). */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';

/** The top, when the officer administers it. */
export async function administeredRoot(
  network: Pick<Network, 'listCentres'>,
  signedIn: SignedIn,
  now: Date,
): Promise<Centre | undefined> {
  if (signedIn.actor.adminUnits.length === 0) return undefined;
  const centres = await network.listCentres(now);
  return centres.find(
    ({ id, parentCode }) => parentCode === undefined && signedIn.actor.adminUnits.includes(id),
  );
}
