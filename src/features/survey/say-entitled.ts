/** A centre says how many of its people may answer, by sub-group, while its round is open or ahead. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
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

/** Safe to repeat: the figures are what was said last. */
export async function sayEntitled(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: Entitled,
): Promise<Outcome<{ readonly id: string }>> {
  const parsed = said.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { roundId, entitled } = parsed.data;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id: roundId });
    if (!round) return refused('not-found');
    if (!runs(signedIn.appointments, centres, round.unitId)) return refused('forbidden');
    if (round.closedAt) return refused('already-closed');
    const [questionnaire] = await selectQuestionnaires(trx, { id: round.questionnaireId });
    await writeEntitled(
      trx,
      roundId,
      questionnaire!.bands.map(({ code }) => code),
      entitled,
    );
    return done({ id: roundId });
  });
}
