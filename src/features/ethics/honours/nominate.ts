/** An officer of a centre nominates a colleague or the centre; a second person's support hands it in. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { unitsWith } from '../standing.ts';
import { selectCategories } from './category.queries.ts';
import { selectNominations, selectReasons, selectRound } from './honour.queries.ts';
import { takesNominations } from './honour-rules.ts';
import { mayNominate } from './honours.policies.ts';

const link = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)));
const newNomination = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  category: z.string().max(30),
  unitId: z.int(),
  /** Empty when the centre itself is nominated. */
  personId: z.union([z.uuid(), z.literal('')]),
  citation: z.string().trim().min(1).max(400),
  reasons: z
    .array(
      z.object({ reason: z.string().trim().min(1).max(4000), evidence: z.string().trim().max(2000), link }),
    )
    .max(10),
});
export type NewNomination = z.input<typeof newNomination>;

/**
 * Writes a draft, or mends one's own. Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `not-open`,
 * `own-honour`, `not-eligible` (no colleague of the centre), `already-nominated`, `changed-meanwhile`.
 */
export async function nominate(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewNomination,
): Promise<Outcome<{ id: string }>> {
  const parsed = newNomination.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, roundId, unitId, citation, reasons } = parsed.data;
  const personId = parsed.data.personId === '' ? undefined : parsed.data.personId;
  if (!mayNominate(signedIn, unitId)) return refused('forbidden');
  if (personId === signedIn.person.id) return refused('own-honour');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, roundId);
    if (!round) return refused('not-found');
    const category = (await selectCategories(trx)).find(
      (one) => one.fiscalYear === round.fiscalYear && one.code === parsed.data.category,
    );
    if (!category || (category.nominee === 'person') !== (personId !== undefined))
      return refused('malformed');
    if (reasons.length !== category.criteria.length) return refused('malformed');
    const [there] = await selectNominations(trx, { id });
    if (there?.state === 'handed-in' || (there && there.nominatedBy !== signedIn.person.id))
      return refused('changed-meanwhile');
    if (round.state !== 'nominating' || !takesNominations(category, civilDate(now)))
      return refused('not-open');
    if (!there) {
      if (personId && !(await network.listColleagues(trx, unitId)).some((one) => one.id === personId))
        return refused('not-eligible');
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('ethics.honour_nomination')
        .values({
          id,
          round_id: roundId,
          fiscal_year: round.fiscalYear,
          category_code: category.code,
          category_version: category.version,
          unit_id: unitId,
          person_id: personId ?? null,
          citation,
          nominated_by: signedIn.person.id,
          nominated_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (!numInsertedOrUpdatedRows) return refused('already-nominated');
    } else if (there.citation !== citation)
      await trx.updateTable('ethics.honour_nomination').set({ citation }).where('id', '=', id).execute();
    await trx
      .insertInto('ethics.honour_reason')
      .values(
        reasons.map((one, at) => ({
          nomination_id: id,
          position: at + 1,
          reason: one.reason,
          evidence: one.evidence,
          link: one.link || null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['nomination_id', 'position']).doUpdateSet((from) => ({
          reason: from.ref('excluded.reason'),
          evidence: from.ref('excluded.evidence'),
          link: from.ref('excluded.link'),
        })),
      )
      .execute();
    if (!there)
      await recordAct(trx, {
        act: 'ethics.honour-drafted',
        object: 'honour-nomination',
        id,
        unit: unitsWith(signedIn.appointments).find((unit) => unit.id === unitId)!.code,
        at: now.toISOString(),
        facts: { category: category.code },
      });
    return done({ id });
  });
}

/** Hands it in. Safe to repeat. Refusals: `malformed`, `not-found`, `forbidden`, `second-person`, `own-honour`, `not-open`, `changed-meanwhile`. */
export async function supportNomination(
  { ground }: Parts,
  signedIn: SignedIn,
  { id }: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  if (!z.uuid().safeParse(id).success) return refused('malformed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [there] = await selectNominations(trx, { id });
    if (!there) return refused('not-found');
    const unit = unitsWith(signedIn.appointments).find((one) => one.id === there.unitId);
    if (there.personId === signedIn.person.id) return refused('own-honour');
    if (!unit) return refused('forbidden');
    if (there.nominatedBy === signedIn.person.id) return refused('second-person');
    if (there.supportedBy === signedIn.person.id) return done({ id });
    if (there.state !== 'draft') return refused('changed-meanwhile');
    const round = (await selectRound(trx, there.roundId))!;
    const category = (await selectCategories(trx)).find(
      (one) => one.fiscalYear === round.fiscalYear && one.code === there.categoryCode,
    )!;
    if (round.state !== 'nominating' || !takesNominations(category, civilDate(now)))
      return refused('not-open');
    if ((await selectReasons(trx, id)).length !== category.criteria.length) return refused('malformed');
    await trx
      .updateTable('ethics.honour_nomination')
      .set({ state: 'handed-in', supported_by: signedIn.person.id, handed_in_at: now })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: 'ethics.honour-handed-in',
      object: 'honour-nomination',
      id,
      unit: unit.code,
      at: now.toISOString(),
      facts: { category: there.categoryCode },
    });
    return done({ id });
  });
}
