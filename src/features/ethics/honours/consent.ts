/** A nominee says whether she may be named in public; for a centre its head. Takes the name off the roll when she takes it back. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { selectNominations, selectOnRoll, selectRound } from './honour.queries.ts';

/** Whose consent a nomination needs. */
export const isNominee = (
  signedIn: SignedIn,
  { personId, unitId }: { readonly personId: string | undefined; readonly unitId: number },
): boolean =>
  personId === undefined
    ? roleIn(['head'], signedIn.appointments, unitId) !== undefined
    : personId === signedIn.person.id;

const newConsent = z.object({ id: z.uuid(), isGiven: z.boolean() });

/**
 * The ledger tells that a nominee answered, not what; and that a published name was withdrawn, not whose. Safe to repeat.
 * Refusals: `malformed`, `not-found`, `forbidden`, `changed-meanwhile` (yes after the roll was drawn up).
 */
export async function answerConsent(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: z.input<typeof newConsent>,
): Promise<Outcome<{ id: string }>> {
  const parsed = newConsent.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, isGiven } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [nomination] = await selectNominations(trx, { id });
    if (!nomination) return refused('not-found');
    if (!isNominee(signedIn, nomination) || nomination.state !== 'handed-in') return refused('forbidden');
    const round = (await selectRound(trx, nomination.roundId))!;
    const before = await trx
      .selectFrom('ethics.honour_consent')
      .select('is_given')
      .where('nomination_id', '=', id)
      .executeTakeFirst();
    if (before?.is_given === isGiven) return done({ id });
    if (isGiven && (round.state === 'scored' || round.state === 'published'))
      return refused('changed-meanwhile');
    const wasPublished = (await selectOnRoll(trx, [id])).has(id);
    const said = { is_given: isGiven, answered_by: signedIn.person.id, answered_at: now };
    await trx
      .insertInto('ethics.honour_consent')
      .values({ nomination_id: id, ...said })
      .onConflict((conflict) => conflict.column('nomination_id').doUpdateSet(said))
      .execute();
    await recordAct(
      trx,
      wasPublished
        ? {
            act: 'ethics.honours-name-withdrawn',
            object: 'honour-round',
            id: round.id,
            unit: centres.find(({ parentCode }) => parentCode === undefined)!.code,
            at: now.toISOString(),
          }
        : {
            act: 'ethics.honour-consent-answered',
            object: 'honour-nomination',
            id,
            unit: centres.find((centre) => centre.id === nomination.unitId)!.code,
            at: now.toISOString(),
          },
    );
    return done({ id });
  });
}
