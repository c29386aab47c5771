/** The superior decides: keep, return, hand over, or entered in error. Once, with reasons, never on her own gift. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { decidesFor, selectGift } from './gift.queries.ts';
import { decisions } from './gift.ts';
import { isLate } from './gift-rules.ts';

const newDecision = z.object({
  id: z.uuid(),
  giftId: z.uuid(),
  decision: z.enum(decisions),
  reasons: z.string().trim().min(1).max(2000),
});
export type NewDecision = z.input<typeof newDecision>;

/** Safe to repeat with the same `id`. Refusals: `not-found`, `own-gift`, `forbidden`, `already-decided`. */
export async function decideGift(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewDecision,
): Promise<Outcome<{ giftId: string }>> {
  const parsed = newDecision.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, giftId, decision, reasons } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const gift = await selectGift(trx, giftId);
    if (!gift) return refused('not-found');
    if (gift.reported_by === signedIn.person.id) return refused('own-gift');
    if (!(await decidesFor(trx, gift.unit_id, gift.reported_by))) return refused('forbidden');
    const inserted = await trx
      .insertInto('ethics.gift_decision')
      .values({
        id,
        gift_id: giftId,
        decision,
        reasons,
        decided_by: signedIn.person.id,
        decided_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
      const { id: decided } = await trx
        .selectFrom('ethics.gift_decision')
        .select('id')
        .where('gift_id', '=', giftId)
        .executeTakeFirstOrThrow();
      return decided === id ? done({ giftId }) : refused('already-decided');
    }
    const unit = centres.find((centre) => centre.id === gift.unit_id);
    const parent = centres.find(({ code }) => code === unit?.parentCode);
    await recordAct(trx, {
      act: 'ethics.gift-decided',
      object: 'gift',
      id: giftId,
      ...(unit ? { unit: unit.code } : {}),
      role:
        roleIn(['head'], signedIn.appointments, gift.unit_id) ??
        roleIn(['head'], signedIn.appointments, parent?.id ?? -1) ??
        'overseer',
      at: now.toISOString(),
      facts: { decision, late: isLate(gift.decide_due_on ?? undefined, undefined, civilDate(now)) },
    });
    return done({ giftId });
  });
}
