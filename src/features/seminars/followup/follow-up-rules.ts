/** When a plan is looked at again. */
import { addDays, asCivilDate } from '#platform/calendar/civil-date.ts';
import type { RuleValues } from '../learning/learning-rule.ts';
import { type FollowUp, followUpSteps, type Look } from './follow-up.ts';

/** The three looks, counted from the seminar's last day by the numbers in force on it. */
export function looksOf(
  endsOn: string,
  values: RuleValues,
  answers: readonly FollowUp[],
  today: string,
): readonly Look[] {
  return followUpSteps.map((step) => {
    const dueOn = addDays(asCivilDate(endsOn), values[`follow-up-${step}`]);
    const of = (side: FollowUp['side']) => answers.find((one) => one.step === step && one.side === side);
    return {
      step,
      dueOn,
      isDue: dueOn <= today,
      participant: of('participant'),
      superior: of('superior'),
    };
  });
}

/** The look that waits for a side: the last that is due, when it has not been answered. Earlier ones are let go. */
export function waitingFor(looks: readonly Look[], side: 'participant' | 'superior'): Look | undefined {
  const last = looks.findLast(({ isDue }) => isDue);
  return last && last[side] === undefined ? last : undefined;
}
