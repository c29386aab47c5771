/** Pure decisions about answers: which step leads where, what an answer lacks, how ready a centre is. */
import type { Format, Item } from '../item-sets/item-set.ts';
import type { Answer, AnswerState, AnswerStep, Link, Result } from './answer.ts';

const ways: Record<
  AnswerStep,
  { readonly from: readonly AnswerState[]; readonly to: AnswerState; readonly result?: Result }
> = {
  ready: { from: ['preparing'], to: 'ready' },
  mend: { from: ['ready', 'reviewed', 'decided'], to: 'preparing' },
  met: { from: ['ready'], to: 'reviewed', result: 'met' },
  'not-met': { from: ['ready'], to: 'reviewed', result: 'not-met' },
  appeal: { from: ['reviewed'], to: 'appealed', result: 'not-met' },
  'decide-met': { from: ['appealed'], to: 'decided', result: 'met' },
  'decide-not-met': { from: ['appealed'], to: 'decided', result: 'not-met' },
};

/** Where a step leads, or undefined when it cannot be taken from there. Only what was not met can be appealed. */
export function afterStep(
  answer: Pick<Answer, 'state' | 'result'>,
  step: AnswerStep,
): { readonly state: AnswerState; readonly result: Result | undefined } | undefined {
  const way = ways[step];
  if (!way.from.includes(answer.state) || (step === 'appeal' && answer.result !== 'not-met'))
    return undefined;
  return { state: way.to, result: way.result };
}

/** Steps of a reviewer; the others are the centre's own. */
export const isReview = (step: AnswerStep): boolean =>
  step === 'met' || step === 'not-met' || step === 'decide-met' || step === 'decide-not-met';

/**
 * Whether the next finding would be on her own work: who handed in does not review, and on an appeal decides nobody who
 * handed in, reviewed or appealed. Only at the ministry can one person stand on both sides.
 */
export const isOwnWork = (
  answer: Pick<Answer, 'state' | 'readyBy' | 'reviewedBy' | 'changedBy'>,
  me: string,
): boolean =>
  (answer.state === 'ready' && answer.readyBy === me) ||
  // Nothing but the appeal itself changes an answer on its way to the decision.
  (answer.state === 'appealed' && [answer.readyBy, answer.reviewedBy, answer.changedBy].includes(me));

/** Steps that must say why. */
export const needsWords = (step: AnswerStep): boolean =>
  step === 'not-met' || step === 'appeal' || step === 'decide-met' || step === 'decide-not-met';

export type Lacking = 'links' | 'formats' | 'broken-links' | 'checklist' | 'as-of' | 'self-score' | 'owner';

export const isBroken = (link: Pick<Link, 'outcome'>): boolean =>
  link.outcome !== undefined && link.outcome !== 'good';

/** Forms that the item asks for and no link offers. Where something to read is asked for, a file will do. */
export const missingFormats = (
  item: Pick<Item, 'formats'>,
  links: readonly Pick<Link, 'format'>[],
): readonly Format[] =>
  item.formats.filter((format) =>
    format === 'page' ? links.length === 0 : !links.some((link) => link.format === format),
  );

/** What has to be there before an answer is handed to review. */
export function lacks(
  item: Pick<Item, 'formats' | 'checklist'>,
  answer: Pick<Answer, 'ticked' | 'asOf' | 'selfScore' | 'owner'>,
  links: readonly Pick<Link, 'format' | 'outcome'>[],
): readonly Lacking[] {
  const lacking: Lacking[] = [];
  if (links.length === 0) lacking.push('links');
  else if (missingFormats(item, links).length > 0) lacking.push('formats');
  if (links.some(isBroken)) lacking.push('broken-links');
  if (!item.checklist.every(({ position }) => answer.ticked.includes(position))) lacking.push('checklist');
  if (!answer.asOf) lacking.push('as-of');
  if (answer.selfScore === undefined) lacking.push('self-score');
  if (answer.owner === '') lacking.push('owner');
  return lacking;
}

/** Handed in and not found wanting: ready, or met. */
export const isReady = (answer: Pick<Answer, 'state' | 'result'> | undefined): boolean =>
  answer !== undefined && (answer.state === 'ready' || answer.result === 'met');

export type Readiness = {
  readonly items: number;
  readonly begun: number;
  readonly ready: number;
  readonly met: number;
  readonly notMet: number;
  /** Of links that have been looked at. */
  readonly links: number;
  readonly broken: number;
  /** Percent of the items, whole. */
  readonly readyPercent: number;
  readonly metPercent: number;
  /** Mean of what was found, or else expected; an item without either counts nothing. The centre's own estimate. */
  readonly estimate: number;
};

/** `items` are codes of the set in force; answers to items that it no longer has do not count. */
export function readinessOf(
  items: readonly string[],
  answers: readonly Pick<Answer, 'id' | 'itemCode' | 'state' | 'result' | 'selfScore'>[],
  links: readonly Pick<Link, 'answerId' | 'outcome'>[],
): Readiness {
  const asked = answers.filter(({ itemCode }) => items.includes(itemCode));
  const ids = new Set(asked.map(({ id }) => id));
  const looked = links.filter(({ answerId, outcome }) => ids.has(answerId) && outcome !== undefined);
  const percent = (count: number) => (items.length === 0 ? 0 : Math.round((count / items.length) * 100));
  const ready = asked.filter(isReady).length;
  const met = asked.filter(({ result }) => result === 'met').length;
  const score = (answer: (typeof asked)[number]) =>
    answer.result === 'met' ? 100 : answer.result === 'not-met' ? 0 : (answer.selfScore ?? 0);
  return {
    items: items.length,
    begun: asked.length,
    ready,
    met,
    notMet: asked.filter(({ result }) => result === 'not-met').length,
    links: looked.length,
    broken: looked.filter(isBroken).length,
    readyPercent: percent(ready),
    metPercent: percent(met),
    estimate:
      items.length === 0
        ? 0
        : Math.round((asked.reduce((sum, answer) => sum + score(answer), 0) / items.length) * 10) / 10,
  };
}
