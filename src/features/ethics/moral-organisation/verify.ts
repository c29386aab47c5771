/** The tier above confirms or corrects every score, returns or verifies the assessment, and publishes its level. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { mayVerify } from './moral.policies.ts';
import { selectAssessment, selectScores } from './moral.queries.ts';

const newStep = z.object({
  id: z.uuid(),
  /** Of the assessment as it was read: what is verified or published is what was seen. */
  revision: z.int(),
  step: z.enum(['returned', 'verified', 'published']),
  verdicts: z.array(
    z.object({
      position: z.int().min(1).max(20),
      score: z.int().min(0).max(2),
      remark: z.string().trim().max(1000),
    }),
  ),
  remark: z.string().trim().max(2000),
});
export type NewMoralStep = z.input<typeof newStep>;

/**
 * Safe to repeat: a step that was taken is done. Refusals: `malformed`, `not-found`, `forbidden`, `second-person`,
 * `changed-meanwhile`, `remark-missing` (returned without a word, or a score corrected without one).
 */
export async function stepMoral(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewMoralStep,
): Promise<Outcome<{ id: string }>> {
  const parsed = newStep.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, revision, step, verdicts, remark } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const there = await selectAssessment(trx, id);
    const centre = centres.find((one) => one.id === there?.unitId);
    if (!there || !centre) return refused('not-found');
    if (!mayVerify(signedIn, centre, centres)) return refused('forbidden');
    if (there.submittedBy === signedIn.person.id && step !== 'published') return refused('second-person');
    if (there.state === step) return done({ id });
    if (there.state !== (step === 'published' ? 'verified' : 'submitted'))
      return refused('changed-meanwhile');
    if ((await selectAssessment(trx, id, { hold: true }))?.revision !== revision)
      return refused('changed-meanwhile');
    if (step === 'returned' && remark === '') return refused('remark-missing');
    if (step !== 'published') {
      const own = new Map((await selectScores(trx, id)).map((one) => [one.position, one.score]));
      if (verdicts.some(({ position }) => !own.has(position))) return refused('malformed');
      // Nothing is verified that was not looked at.
      if (step === 'verified' && new Set(verdicts.map(({ position }) => position)).size !== own.size)
        return refused('malformed');
      if (verdicts.some((one) => one.score !== own.get(one.position) && one.remark === ''))
        return refused('remark-missing');
      if (verdicts.length > 0)
        await trx
          .insertInto('ethics.moral_verdict')
          .values(verdicts.map((one) => ({ assessment_id: id, ...one })))
          .onConflict((conflict) =>
            conflict.columns(['assessment_id', 'position']).doUpdateSet((from) => ({
              score: from.ref('excluded.score'),
              remark: from.ref('excluded.remark'),
            })),
          )
          .execute();
    }
    await trx
      .updateTable('ethics.moral_assessment')
      .set(
        step === 'published'
          ? { state: step, published_at: now }
          : { state: step, reviewed_by: signedIn.person.id, reviewed_at: now, remark: remark || null },
      )
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: `ethics.moral-${step}`,
      object: 'moral-assessment',
      id,
      unit: centre.code,
      at: now.toISOString(),
      facts: { fiscalYear: there.fiscalYear },
    });
    return done({ id });
  });
}
