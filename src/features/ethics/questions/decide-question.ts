/** A second person publishes a question or returns it; a published one is withdrawn with its reason. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { mayApprove } from './question.policies.ts';
import { selectQuestions } from './question.queries.ts';

const decided = z
  .object({
    questionId: z.uuid(),
    revision: z.int(),
    step: z.enum(['published', 'returned', 'withdrawn']),
    reason: z.string().trim().max(1000),
  })
  .refine(({ step, reason }) => step === 'published' || reason !== '');
export type QuestionStep = z.input<typeof decided>;

/** Safe to repeat. Refusals: `malformed`, `not-found`, `second-person`, `forbidden`, `changed-meanwhile`. */
export async function decideQuestion(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: QuestionStep,
): Promise<Outcome<{ id: string }>> {
  const parsed = decided.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { questionId: id, revision, step, reason } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [question] = await selectQuestions(trx, id);
    if (!question) return refused('not-found');
    if (question.state === step) return done({ id });
    const isOwn = question.writtenBy === signedIn.person.id;
    if (isOwn && step !== 'withdrawn') return refused('second-person');
    const role = mayApprove(signedIn.appointments, question.unitId, centres);
    if (!role && !isOwn) return refused('forbidden');
    if (
      question.revision !== revision ||
      question.state !== (step === 'withdrawn' ? 'published' : 'submitted')
    )
      return refused('changed-meanwhile');
    const changed = await trx
      .updateTable('ethics.question')
      .set({
        state: step,
        revision: revision + 1,
        reason: step === 'published' ? null : reason,
        ...(step === 'withdrawn' ? {} : { decided_by: signedIn.person.id, decided_at: now }),
        ...(step === 'published' ? { published_on: civilDate(now) } : {}),
      })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return refused('changed-meanwhile');
    await recordAct(trx, {
      act: `ethics.question-${step}`,
      object: 'question',
      id,
      ...(role ? { role } : {}),
      at: now.toISOString(),
    });
    return done({ id });
  });
}
