/** What editors see of their centres' announcements. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import {
  type ItemRow,
  selectItem,
  selectItemsOf,
  selectRelatedIds,
  selectVersions,
} from './editing.queries.ts';
import { editedUnits } from './news.policies.ts';
import type { Category, EditedItem } from './news.ts';
import { hasEnglish, stateOf } from './news-rules.ts';

export type ItemInList = Pick<
  EditedItem,
  'id' | 'slug' | 'unitId' | 'category' | 'state' | 'titleTh' | 'publishAt' | 'changedAt'
> & { readonly hasEnglish: boolean };

/** Undefined for somebody who edits nowhere. */
export async function listForEditors(
  ground: Ground,
  signedIn: SignedIn,
): Promise<readonly ItemInList[] | undefined> {
  const units = editedUnits(signedIn.appointments).map(({ id }) => id);
  if (units.length === 0) return undefined;
  const now = ground.now();
  const rows = await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectItemsOf(trx, units));
  return rows.map((row) => {
    const { id, slug, unitId, category, state, titleTh, publishAt, changedAt } = present(row, [], now);
    return {
      ...{ id, slug, unitId, category, state, titleTh, publishAt, changedAt },
      hasEnglish: hasEnglish({ titleEn: row.title_en, bodyEn: row.body_en }),
    };
  });
}

export type ItemVersion = { readonly version: number; readonly savedBy: string; readonly savedAt: Date };

/** Undefined when there is none or when it is another centre's. */
export async function readForEditor(
  ground: Ground,
  signedIn: SignedIn,
  id: string,
): Promise<{ item: EditedItem; versions: readonly ItemVersion[] } | undefined> {
  const units = editedUnits(signedIn.appointments).map((unit) => unit.id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await selectItem(trx, id);
    if (!row || !units.includes(row.unit_id)) return undefined;
    const versions = await selectVersions(trx, id);
    return {
      item: present(row, await selectRelatedIds(trx, id), ground.now()),
      versions: versions.map(({ version, saved_by, saved_at }) => ({
        version,
        savedBy: saved_by,
        savedAt: saved_at,
      })),
    };
  });
}

function present(row: ItemRow, related: readonly string[], now: Date): EditedItem {
  return {
    id: row.id,
    slug: row.slug,
    unitId: row.unit_id,
    category: row.category as Category,
    state: stateOf({ state: row.state, publishAt: row.publish_at, archivedAt: row.archived_at }, now),
    version: row.version,
    titleTh: row.title_th,
    summaryTh: row.summary_th,
    bodyTh: row.body_th,
    titleEn: row.title_en ?? '',
    summaryEn: row.summary_en ?? '',
    bodyEn: row.body_en ?? '',
    pictureId: row.picture_id ?? undefined,
    altTh: row.alt_th ?? '',
    altEn: row.alt_en ?? '',
    related,
    publishAt: row.publish_at ?? undefined,
    withdrawnBecause: row.withdrawn_because ?? undefined,
    madeFrom: row.made_from ?? undefined,
    changedAt: row.changed_at,
  };
}
