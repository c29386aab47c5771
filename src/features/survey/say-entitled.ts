/** A centre says how many of its people may answer, by sub-group, while its round is open or ahead. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from './needs.ts';
import { writeEntitled } from './open-round.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { runs } from './survey.policies.ts';

const said = z.object({
  roundId: z.uuid(),
  entitled: z.record(z.string(), z.int().min(0).max(100_000)),
});
export type Entitled = z.input<typeof said>;

/**
 * Safe to repeat: the figures are what was said last. Once slips were printed none is raised: whoever prints them could make
 * room for more and answer in the place of others.
 */
export async function sayEntitled(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: Entitled,
): Promise<Outcome<{ readonly id: string }>> {
  const parsed = said.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { roundId, entitled } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id: roundId });
    if (!round) return refused('not-found');
    const role = runs(signedIn.appointments, centres, round.unitId);
    if (!role) return refused('forbidden');
    if (round.closedAt) return refused('already-closed');
    const [questionnaire] = await selectQuestionnaires(trx, { id: round.questionnaireId });
    const bands = questionnaire!.bands.map(({ code }) => code);
    // A sheet printed at the same moment counts as before or after, not as both.
    await sql`select pg_advisory_xact_lock(hashtext(${`survey sheet ${roundId}`}))`.execute(trx);
    const rows = await trx
      .selectFrom('survey.entitled')
      .selectAll()
      .where('round_id', '=', roundId)
      .execute();
    const before = new Map(rows.map(({ band, people }) => [band, people]));
    const changed = bands.filter(
      (band) => entitled[band] !== undefined && entitled[band] !== before.get(band),
    );
    if (changed.length === 0) return done({ id: roundId });
    const sheet = await trx
      .selectFrom('survey.sheet')
      .select('id')
      .where('round_id', '=', roundId)
      .limit(1)
      .executeTakeFirst();
    if (sheet && changed.some((band) => entitled[band]! > (before.get(band) ?? 0)))
      return refused('slips-printed');
    await writeEntitled(trx, roundId, changed, entitled);
    await recordAct(trx, {
      act: 'survey.entitled-said',
      object: 'survey-round',
      id: roundId,
      unit: centres.find((centre) => centre.id === round.unitId)!.code,
      role,
      at: now.toISOString(),
      facts: Object.fromEntries(changed.map((band) => [band, entitled[band]!])),
    });
    return done({ id: roundId });
  });
}
