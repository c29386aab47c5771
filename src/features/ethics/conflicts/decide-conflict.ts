/** The superior decides on a declared conflict; a later decision replaces the earlier one, as when an interest is given up. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { selectConflict } from './conflict.queries.ts';
import { actions } from './conflict.ts';

const newDecision = z.object({
  id: z.uuid(),
  conflictId: z.uuid(),
  action: z.enum(actions),
  reasons: z.string().trim().min(1).max(2000),
});
export type NewConflictDecision = z.input<typeof newDecision>;

/** Safe to repeat with the same `id`. Refusals: `not-found`, `own-conflict`, `forbidden`. */
export async function decideConflict(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewConflictDecision,
): Promise<Outcome<{ conflictId: string }>> {
  const parsed = newDecision.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, conflictId, action, reasons } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const conflict = await selectConflict(trx, conflictId);
    if (!conflict) return refused('not-found');
    if (conflict.person_id === signedIn.person.id) return refused('own-conflict');
    if (!conflict.is_mine_to_decide) return refused('forbidden');
    const inserted = await trx
      .insertInto('ethics.conflict_decision')
      .values({
        id,
        conflict_id: conflictId,
        action,
        reasons,
        decided_by: signedIn.person.id,
        decided_at: now,
      })
      .onConflict((one) => one.column('id').doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) return done({ conflictId });
    const unit = centres.find((centre) => centre.id === conflict.unit_id);
    const parent = centres.find(({ code }) => code === unit?.parentCode);
    await recordAct(trx, {
      act: 'ethics.conflict-decided',
      object: 'conflict',
      id: conflictId,
      ...(unit ? { unit: unit.code } : {}),
      role:
        roleIn(['head'], signedIn.appointments, conflict.unit_id) ??
        roleIn(['head'], signedIn.appointments, parent?.id ?? -1) ??
        'overseer',
      at: now.toISOString(),
      facts: { action },
    });
    return done({ conflictId });
  });
}
