/** An answer's way: handed to review, found met or not, appealed, decided; or taken back to be mended. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { disclosurePolicies } from '../disclosure.policies.ts';
import { selectInForce } from '../item-sets/item-set.queries.ts';
import { agencyType, type DisclosureNeeds, lineOf, roleIn } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { disclosureText } from '../text.ts';
import { selectAnswers, selectLinks, selectSteps } from './answer.queries.ts';
import { type Answer, type AnswerStep, answerSteps } from './answer.ts';
import { afterStep, isOwnWork, isReview, lacks, needsWords } from './answer-rules.ts';

const stepInput = z.object({
  /** Of the step, made by the page: taken twice it is taken once. */
  id: z.uuid(),
  answerId: z.uuid(),
  step: z.enum(answerSteps),
  words: z.string().trim().max(4000).default(''),
});
export type StepInput = z.input<typeof stepInput>;

export async function stepAnswer(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  input: StepInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = stepInput.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, answerId, step, words } = parsed.data;
  const now = ground.now();
  const me = signedIn.person.id;
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const [answer] = await selectAnswers(trx, { id: answerId });
    if (!answer) return refused('not-found');
    const centre = centres.find((one) => one.id === answer.unitId)!;
    const role = roleIn(isReview(step) ? 'review' : 'write', signedIn, centres, answer.unitId);
    if (!role) return refused('forbidden');
    if ((await selectSteps(trx, answerId)).some((taken) => taken.id === id)) return done({ id: answerId });
    const after = afterStep(answer, step);
    if (!after) return refused('wrong-state');
    if (isReview(step) && isOwnWork(answer, me)) return refused('own-work');
    if (needsWords(step) && words.length < 5) return refused('words-missing');
    if (step === 'ready') {
      const items = (await selectInForce(trx, answer.fiscalYear, agencyType))?.items;
      const item = items?.find(({ code }) => code === answer.itemCode);
      if (!item) return refused('not-found');
      const lacking = lacks(item, answer, await selectLinks(trx, [answerId]));
      if (lacking.length > 0) return refused('not-complete', { fields: lacking });
    }
    const changed = await trx
      .updateTable('disclosure.answer')
      .set({
        state: after.state,
        result: after.result ?? null,
        changed_by: me,
        changed_at: now,
        revision: answer.revision + 1,
        ...peopleOf(step, me),
      })
      .where('id', '=', answerId)
      .where('revision', '=', answer.revision)
      .returning('id')
      .executeTakeFirst();
    if (!changed) return refused('changed-meanwhile');
    await trx
      .insertInto('disclosure.answer_step')
      .values({
        id,
        answer_id: answerId,
        unit_id: answer.unitId,
        revision: answer.revision + 1,
        step,
        words,
        taken_by: me,
        taken_at: now,
      })
      .execute();
    await tell(trx, { id, answer, step, centre, centres, by: me, now });
    await recordAct(trx, {
      act: `disclosure.answer-${acts[step]}`,
      object: 'disclosure-answer',
      id: answerId,
      unit: centre.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear: answer.fiscalYear, item: answer.itemCode },
    });
    return done({ id: answerId });
  });
}

const acts: Record<AnswerStep, string> = {
  ready: 'handed-in',
  mend: 'taken-back',
  met: 'met',
  'not-met': 'not-met',
  appeal: 'appealed',
  'decide-met': 'appeal-granted',
  'decide-not-met': 'appeal-refused',
};

/** Who stands for where the answer is; what is taken back is nobody's finding any more. */
const peopleOf = (step: AnswerStep, me: string) =>
  step === 'ready'
    ? { ready_by: me }
    : step === 'mend'
      ? { ready_by: null, reviewed_by: null, decided_by: null }
      : step === 'appeal'
        ? {}
        : step === 'met' || step === 'not-met'
          ? { reviewed_by: me }
          : { decided_by: me };

/** The centre above hears of what was handed in and appealed, the centre of what was found. Taking back is told nobody. */
async function tell(
  trx: InTransaction,
  about: {
    readonly id: string;
    readonly answer: Answer;
    readonly step: AnswerStep;
    readonly centre: Centre;
    readonly centres: readonly Centre[];
    readonly by: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, answer, step, centre, centres, by, now } = about;
  if (step === 'mend' || step === 'ready' || step === 'met') return;
  const title = (locale: 'th' | 'en') =>
    disclosureText(locale).notices[step](answer.itemCode, locale === 'en' ? centre.nameEn : centre.nameTh);
  await raiseNotice(trx, {
    id,
    kind: 'disclosure',
    objectId: answer.id,
    titleTh: title('th'),
    titleEn: title('en'),
    href: `/office/disclosure/${centre.code}/${answer.fiscalYear}/${answer.itemCode}`,
    units: [step === 'appeal' ? (lineOf(centres, centre.id)[1] ?? centre.id) : centre.id],
    roles: disclosurePolicies.write,
    raisedBy: by,
    at: now,
  });
}
