/** A penalty as a sentence, out of its facts: "prison 5 to 20 years or life in prison and a fine of …, or death". */
import type { Penalty } from './offence.ts';
import type { OffencesText } from './text.ts';

export function penaltyWords(penalty: Penalty, text: OffencesText): string {
  const { minMonths, maxMonths, minFine, maxFine, join = 'and' } = penalty;
  const prison = [
    ...(maxMonths === undefined ? [] : [text.prison(minMonths, maxMonths)]),
    ...(penalty.life ? [text.life] : []),
  ].join(text.or);
  const fine = maxFine === undefined ? '' : text.fine(minFine, maxFine);
  const joint = prison && fine ? text.joins[join] : '';
  return [
    prison + joint + fine + (prison && fine && join === 'or-both' ? text.orBoth : ''),
    ...(penalty.death ? [text.death] : []),
  ]
    .filter(Boolean)
    .join(text.or);
}
