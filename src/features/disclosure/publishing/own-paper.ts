/** Evidence that is a paper of this platform is looked up, not asked for: the server may not reach itself from outside. */
import type { Format } from '../item-sets/item-set.ts';
import type { Finding } from '../links/fetch-evidence.ts';
import type { DisclosureNeeds } from '../needs.ts';
import { readPaperPath } from './paper-address.ts';
import { selectPublications } from './publication.queries.ts';

/** Undefined for an address elsewhere. */
export async function findOwnPaper(
  { ground, network }: DisclosureNeeds,
  url: string,
  format: Format,
): Promise<Finding | undefined> {
  const { origin, pathname } = new URL(url);
  const address = origin === ground.publicUrl.origin ? readPaperPath(pathname) : undefined;
  if (!address) return undefined;
  const centres = await network.listCentres(ground.now());
  const unitId = centres.find(({ code }) => code === address.unitCode)?.id;
  const found =
    unitId === undefined ? [] : await selectPublications(ground.databases.worker, { unitId, paper: address });
  if (found.length === 0) return { outcome: 'error', httpStatus: 404 };
  const fits = format === 'page' || format === address.ending;
  return { outcome: fits ? 'good' : 'wrong-format', httpStatus: 200 };
}
