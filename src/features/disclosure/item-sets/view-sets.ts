/** The years' sets and the scale as the ministry's page shows them. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type DisclosureNeeds, isUuid, keeperOf } from '../needs.ts';
import { selectBands, selectItems, selectSets } from './item-set.queries.ts';
import type { GradeBand, Item, ItemSet } from './item-set.ts';
import { bandsOn, gapsIn } from './item-set-rules.ts';

export type SetList = {
  readonly sets: readonly (ItemSet & { readonly items: number; readonly gaps: readonly string[] })[];
  /** In force today, the highest first. */
  readonly bands: readonly GradeBand[];
  readonly mayKeep: boolean;
};

export async function listSets({ ground, network }: DisclosureNeeds, signedIn: SignedIn): Promise<SetList> {
  const now = ground.now();
  const mayKeep = keeperOf(signedIn, await network.listCentres(now)) !== undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const sets = [];
    for (const set of await selectSets(trx, {})) {
      const items = await selectItems(trx, set.id);
      sets.push({ ...set, items: items.length, gaps: gapsIn(items) });
    }
    return { sets, bands: bandsOn(await selectBands(trx), civilDate(now)), mayKeep };
  });
}

export type SetView = {
  readonly set: ItemSet;
  readonly items: readonly Item[];
  readonly gaps: readonly string[];
  readonly mayKeep: boolean;
};

export async function viewSet(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  id: string,
): Promise<SetView | undefined> {
  if (!isUuid(id)) return undefined;
  const mayKeep = keeperOf(signedIn, await network.listCentres(ground.now())) !== undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [set] = await selectSets(trx, { id });
    if (!set) return undefined;
    const items = await selectItems(trx, id);
    return { set, items, gaps: gapsIn(items), mayKeep };
  });
}
