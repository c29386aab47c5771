/** Levels 1 to 4 of one seminar on one page, for those who organise it. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { type FollowUpFigures, followUpFigures } from '../followup/figures.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import type { RuleValues } from '../learning/learning-rule.ts';
import { areConfirmed, valuesOn } from '../learning/learning-rule.ts';
import { organised } from '../learning/needs.ts';
import type { Gain, LearningNeeds } from '../learning/ports.ts';
import { selectSlots } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { type CentreResults, centreResults } from './centre-results.ts';
import { selectItems, selectReactions } from './evaluation.queries.ts';
import type { Item, SubjectResult } from './evaluation.ts';
import { formOf, overallMean, resultOf, subjectsOf } from './evaluation-rules.ts';

export type SeminarResults = {
  readonly seminar: Seminar;
  readonly seats: number;
  readonly values: RuleValues;
  readonly areDaysConfirmed: boolean;
  readonly subjects: readonly SubjectResult[];
  readonly overall: number | undefined;
  /** The whole first, then by competency; empty while too few took both tests. */
  readonly gains: readonly Gain[];
  readonly followUp: FollowUpFigures;
  readonly centres: CentreResults;
};

/** Undefined for whoever does not organise the seminar. */
export async function viewResults(
  needs: LearningNeeds,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SeminarResults | undefined> {
  const { ground } = needs;
  const read = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const rules = await selectLearningRules(trx);
    const values = valuesOn(rules, seminar.endsOn);
    const items = await selectItems(trx, seminar.id);
    const reactions = await selectReactions(trx, seminar.id);
    const seats = await trx
      .selectFrom('seminars.registration')
      .select(['id', 'unit_id'])
      .where('seminar_id', '=', seminar.id)
      .where('state', '=', 'confirmed')
      .execute();
    const followUp = await followUpFigures(trx, seminar, values, ground.now());
    const subjects = subjectsOf(seminar, await selectSlots(trx, seminar.id)).map((subject): SubjectResult => {
      const respondents = reactions.people.get(subject.id) ?? 0;
      const asked = askedAbout(items, seminar, subject.about, [
        ...reactions.counted.filter(({ subjectId }) => subjectId === subject.id).map(({ itemId }) => itemId),
        ...reactions.words.filter(({ subjectId }) => subjectId === subject.id).map(({ itemId }) => itemId),
      ]);
      return {
        ...subject,
        respondents,
        isHidden: respondents < values['small-group'],
        ratings: asked
          .filter(({ kind }) => kind === 'rating')
          .map((item) => resultOf(item, subject.id, reactions.counted, values['small-group'])),
        words: asked
          .filter(({ kind }) => kind === 'text')
          .map((item) => ({
            item,
            said: reactions.words
              .filter((one) => one.subjectId === subject.id && one.itemId === item.id)
              .map(({ comment }) => comment),
          }))
          .filter(({ said }) => said.length > 0),
      };
    });
    return {
      seminar,
      seats,
      values,
      areDaysConfirmed: areConfirmed(rules, ['follow-up-1', 'follow-up-2', 'follow-up-3'], seminar.endsOn),
      subjects,
      followUp,
    };
  });
  if (!read) return undefined;
  return {
    ...read,
    seats: read.seats.length,
    overall: overallMean(read.subjects.flatMap(({ ratings }) => ratings)),
    gains: await needs.tests.gains(seminarId),
    centres: await centreResults(needs, signedIn, read.seminar, [
      ...new Set(read.seats.map(({ unit_id }) => unit_id)),
    ]),
  };
}

/** The present form, and older versions of it that were answered before it changed. */
function askedAbout(
  items: readonly Item[],
  seminar: Seminar,
  about: Item['about'],
  answered: readonly string[],
): readonly Item[] {
  const form = formOf(items, seminar).filter((item) => item.about === about);
  const older = items.filter(({ id }) => answered.includes(id) && !form.some((item) => item.id === id));
  return [...form, ...older];
}

/** For the closing memo: how many answered about the seminar, and the mean of each question over all parts. */
export async function summaryFigures(
  needs: LearningNeeds,
  signedIn: SignedIn,
  seminarId: string,
): Promise<
  { readonly answered: number; readonly means: readonly { nameTh: string; mean: number }[] } | undefined
> {
  const results = await viewResults(needs, signedIn, seminarId);
  if (!results) return undefined;
  const shown = results.subjects.flatMap(({ ratings }) => ratings).filter(({ counts }) => counts);
  if (shown.length === 0) return undefined;
  const codes = [...new Set(shown.map(({ item }) => item.code))];
  return {
    answered: Math.max(...results.subjects.map(({ respondents }) => respondents)),
    means: codes.map((code) => {
      const of = shown.filter(({ item }) => item.code === code);
      return { nameTh: of[0]!.item.promptTh, mean: overallMean(of)! };
    }),
  };
}
