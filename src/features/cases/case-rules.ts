/** What may happen to a case, as pure decisions: no clock of its own, no I/O. The server and the page both ask here. */
import { type ClockEnd, isEnded, type Matter, type Stage } from './case.ts';

export type Move = {
  readonly from: Stage;
  readonly to: Stage;
  /** Whether the officer must say why in a sealed internal note. */
  readonly needsReason: boolean;
};

/** Every change of stage of a report that one officer may make alone. Ending it is not among them: that takes two. */
const moves: readonly Move[] = [
  { from: 'RECEIVED', to: 'SCREENING', needsReason: false },
  { from: 'SCREENING', to: 'NEED_INFORMATION', needsReason: true },
  { from: 'NEED_INFORMATION', to: 'SCREENING', needsReason: false },
  { from: 'SCREENING', to: 'ACCEPTED', needsReason: true },
  { from: 'ACCEPTED', to: 'FACT_FINDING', needsReason: false },
  { from: 'FACT_FINDING', to: 'DECISION', needsReason: true },
  { from: 'DECISION', to: 'FACT_FINDING', needsReason: true },
];

/** The same of a breach of ethics. No text that we know names its steps: they are the product's proposal. */
const breachMoves: readonly Move[] = [
  { from: 'RECEIVED', to: 'SCREENING', needsReason: false },
  { from: 'SCREENING', to: 'FACT_CHECK', needsReason: true },
  { from: 'FACT_CHECK', to: 'FINDING', needsReason: true },
  { from: 'FINDING', to: 'FACT_CHECK', needsReason: true },
  { from: 'FINDING', to: 'MEASURE', needsReason: false },
];

/** Advice is answered by answering; who answered may put it away, and who asked brings it back by asking again. */
const adviceMoves: readonly Move[] = [{ from: 'ANSWERED', to: 'CLOSED', needsReason: false }];

const movesOf = (matter: Matter) =>
  matter === 'corruption' ? moves : matter === 'ethics-breach' ? breachMoves : adviceMoves;

export const movesFrom = (stage: Stage, matter: Matter) =>
  movesOf(matter).filter((move) => move.from === stage);

export type Proposal = {
  readonly outcome: string;
  readonly proposedBy: string;
  readonly mergeInto?: string;
};

export type CaseState = {
  readonly id: string;
  readonly stage: Stage;
  readonly matter: Matter;
  readonly contested: boolean;
  readonly proposal?: Proposal;
};

export type Refusal =
  | 'no-such-move'
  | 'needs-reason'
  | 'ended'
  | 'already-proposed'
  | 'outcome-not-from-here'
  | 'needs-target'
  | 'nothing-proposed'
  | 'second-person'
  | 'not-contestable';

/** A ruling is either what follows or why not. */
export type Ruling<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: Refusal };

const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/** A change of stage by one officer. While a closing waits for its second person, the stage stands still. */
export function ruleMove(
  state: CaseState,
  to: Stage,
  hasReason: boolean,
): Ruling<{ stage: Stage; met: readonly ClockEnd[] }> {
  if (state.proposal) return no('already-proposed');
  const move = movesFrom(state.stage, state.matter).find((one) => one.to === to);
  if (!move) return no('no-such-move');
  if (move.needsReason && !hasReason) return no('needs-reason');
  return { ok: true, stage: to, met: metByStage(to) };
}

/** The first person's half of an ending: an outcome that the stage allows, with reasons. */
export function ruleProposal(
  state: CaseState,
  proposal: { readonly outcome: string; readonly fromStages: readonly string[]; readonly mergeInto?: string },
): Ruling<{ endStage: Stage }> {
  if (isEnded(state.stage)) return no('ended');
  if (state.proposal) return no('already-proposed');
  if (!proposal.fromStages.includes(state.stage)) return no('outcome-not-from-here');
  const merges = proposal.outcome === 'MERGED';
  if (merges !== (proposal.mergeInto !== undefined) || proposal.mergeInto === state.id)
    return no('needs-target');
  return { ok: true, endStage: endStageOf(proposal.outcome) };
}

/** The second person's half. Whoever proposed never decides. */
export function ruleDecision(
  state: CaseState,
  decidedBy: string,
  decision: 'approved' | 'returned',
): Ruling<{ stage: Stage }> {
  if (!state.proposal || isEnded(state.stage)) return no('nothing-proposed');
  if (state.proposal.proposedBy === decidedBy) return no('second-person');
  return {
    ok: true,
    stage: decision === 'approved' ? endStageOf(state.proposal.outcome) : state.stage,
  };
}

/** The reporter's say, once. A merged case is contested where it goes on. */
export function ruleContest(state: CaseState): Ruling<{ stage: Stage }> {
  const contestable = (state.stage === 'CLOSED' || state.stage === 'REDIRECTED') && !state.contested;
  return contestable ? { ok: true, stage: 'SCREENING' } : no('not-contestable');
}

/** Where an outcome leaves the case. */
export function endStageOf(outcome: string): Stage {
  if (outcome === 'MERGED') return 'MERGED';
  return outcome === 'NOT_CORRUPTION_REDIRECTED' || outcome === 'NOT_ETHICS_REDIRECTED'
    ? 'REDIRECTED'
    : 'CLOSED';
}

/** Which clocks stop when a case enters a stage; an ended case has none running. */
export function metByStage(stage: Stage): readonly ClockEnd[] {
  if (isEnded(stage)) return ['first-answer', 'screening', 'decision'];
  if (stage === 'SCREENING' || stage === 'ANSWERED') return ['screening'];
  return stage === 'DECISION' || stage === 'MEASURE' ? ['screening', 'decision'] : [];
}

/** The nearest running deadline, or undefined when none runs. */
export function nearestDue(
  clocks: readonly { readonly dueOn: string; readonly metOn: string | undefined }[],
): string | undefined {
  return clocks
    .filter((clock) => clock.metOn === undefined)
    .map((clock) => clock.dueOn)
    .sort()[0];
}
