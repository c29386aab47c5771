/** Loads the centres that ship with the product and are not there yet. */
import type { InTransaction } from '#platform/database/connection.ts';
import { units, unitsSource, unitsValidFrom } from './units.seed.ts';

/** Adds missing centres by code, as the owner; a centre that exists is left as its administrator made it. */
export async function seedUnits(trx: InTransaction): Promise<void> {
  const known = new Map(
    (await trx.selectFrom('network.unit').select(['id', 'code']).execute()).map(({ id, code }) => [code, id]),
  );
  const missing = units.filter((unit) => !known.has(unit.code));
  // Parents first, so that their numbers are known to the children.
  for (const tier of [missing.filter((unit) => !unit.parent), missing.filter((unit) => unit.parent)]) {
    if (tier.length === 0) continue;
    const added = await trx
      .insertInto('network.unit')
      .values(
        tier.map((unit) => ({
          code: unit.code,
          kind: unit.kind,
          parent_id: unit.parent === undefined ? null : known.get(unit.parent)!,
          name_th: unit.nameTh,
          short_th: unit.shortTh ?? null,
          name_en: unit.nameEn,
          region: unit.region ?? null,
          districts: unit.districts ?? null,
          longitude: unit.centroid?.[0] ?? null,
          latitude: unit.centroid?.[1] ?? null,
          valid_from: unitsValidFrom,
          source: unitsSource,
        })),
      )
      .returning(['id', 'code'])
      .execute();
    for (const { id, code } of added) known.set(code, id);
  }
}
