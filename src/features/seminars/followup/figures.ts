/** Level 3: how many wrote a plan, and what both sides said of them. Small groups are not shown. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { RuleValues } from '../learning/learning-rule.ts';
import type { Seminar } from '../seminar.ts';
import { selectFollowUps, selectPlans } from './follow-up.queries.ts';
import { type DoneWord, doneWords, type FollowUpStep, type Side, sides } from './follow-up.ts';
import { looksOf } from './follow-up-rules.ts';

/** Undefined where fewer than the smallest group answered. */
export type DoneCounts = Readonly<Record<DoneWord, number>>;
export type FollowUpFigures = {
  readonly plans: number;
  readonly looks: readonly {
    readonly step: FollowUpStep;
    readonly dueOn: string;
    readonly isDue: boolean;
    readonly said: Readonly<
      Record<Side, { readonly answers: number; readonly counts: DoneCounts | undefined }>
    >;
  }[];
};

/** As an organiser of the seminar. */
export async function followUpFigures(
  trx: InTransaction,
  seminar: Pick<Seminar, 'id' | 'endsOn'>,
  values: RuleValues,
  now: Date,
): Promise<FollowUpFigures> {
  const plans = await selectPlans(trx, { seminarId: seminar.id });
  const answers = await selectFollowUps(
    trx,
    plans.map(({ id }) => id),
  );
  const said = (step: FollowUpStep, side: Side) => {
    const given = answers.filter((one) => one.step === step && one.side === side);
    const counts = Object.fromEntries(
      doneWords.map((word) => [word, given.filter(({ done }) => done === word).length]),
    ) as Record<DoneWord, number>;
    return { answers: given.length, counts: given.length < values['small-group'] ? undefined : counts };
  };
  return {
    plans: plans.length,
    looks: looksOf(seminar.endsOn, values, [], civilDate(now)).map(({ step, dueOn, isDue }) => ({
      step,
      dueOn,
      isDue,
      said: Object.fromEntries(sides.map((side) => [side, said(step, side)])) as Record<
        Side,
        ReturnType<typeof said>
      >,
    })),
  };
}
