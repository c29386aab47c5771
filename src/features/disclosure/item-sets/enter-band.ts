/** A band of the scale in a new version, from a day on: what was read on the scale before stays as it was. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { type DisclosureNeeds, keeperOf } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectBands } from './item-set.queries.ts';

const bandInput = z.object({
  id: z.uuid(),
  code: z.string().regex(/^[A-Z][A-Z_]{0,39}$/),
  fromPercent: z.coerce.number().min(0).max(100),
  isPass: z.boolean(),
  basisTh: z.string().trim().min(1).max(1000),
  source: z.string().trim().min(1).max(1000),
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: z.string().refine((value) => parseCivilDate(value) !== undefined),
});
export type BandInput = z.input<typeof bandInput>;

/** Safe to repeat with the same id. The band keeps its name. */
export async function enterBand(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  input: BandInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = bandInput.safeParse(input);
  if (!parsed.success)
    return refused('malformed', { fields: parsed.error.issues.map(({ path }) => String(path[0])) });
  const band = parsed.data;
  const now = ground.now();
  const keeper = keeperOf(signedIn, await network.listCentres(now));
  if (!keeper) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const versions = (await selectBands(trx))
      .filter(({ code }) => code === band.code)
      .toSorted((one, other) => other.version - one.version);
    if (versions.some(({ id }) => id === band.id)) return done({ id: band.id });
    const last = versions[0];
    if (!last) return refused('not-found');
    if (band.validFrom <= last.validFrom) return refused('malformed', { fields: ['validFrom'] });
    await trx
      .updateTable('disclosure.grade_band')
      .set({ valid_to: band.validFrom })
      .where('id', '=', last.id)
      .execute();
    await trx
      .insertInto('disclosure.grade_band')
      .values({
        id: band.id,
        code: band.code,
        version: last.version + 1,
        name_th: last.nameTh,
        name_en: last.nameEn,
        from_percent: String(band.fromPercent),
        is_pass: band.isPass,
        basis_th: band.basisTh,
        basis_en: band.basisTh,
        source: band.source,
        status: band.status,
        valid_from: band.validFrom,
        entered_by: signedIn.person.id,
      })
      .execute();
    await recordAct(trx, {
      act: 'disclosure.band-entered',
      object: 'grade-band',
      id: band.id,
      unit: keeper.unitCode,
      role: keeper.role,
      at: now.toISOString(),
      facts: { code: band.code, version: last.version + 1, fromPercent: String(band.fromPercent) },
    });
    return done({ id: band.id });
  });
}
