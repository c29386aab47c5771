/** Ends a case by two persons: one proposes an outcome with sealed reasons, another one approves or returns it. */
import { decideClosingRow, insertClosing } from '../act.queries.ts';
import type { ActOf } from '../act-input.ts';
import { mayHandle, selectByNumber, selectPendingClosing } from '../case.queries.ts';
import { isEnded } from '../case.ts';
import { metByStage, ruleDecision, ruleProposal } from '../case-rules.ts';
import { selectOutcomes } from '../reference.queries.ts';
import { appendNote } from './append-message.ts';
import { type Done, granted, refuse, refuseOldView, stateOf, type Work } from './work.ts';

/** Refusals: `changed`, `unknown-outcome`, `unknown-target` (to merge into), and those of the rule. */
export async function proposeClosing(work: Work, act: ActOf<'propose-closing'>): Promise<Done> {
  refuseOldView(work, act.revision);
  const { trx, found } = work;
  const outcome = (await selectOutcomes(trx, work.today)).find(
    ({ code, matter }) => code === act.outcome && matter === found.matter,
  );
  if (!outcome) refuse('unknown-outcome');
  await refuseWithoutMeasure(work);
  const mergeInto = act.mergeInto === undefined ? undefined : await targetOf(work, act.mergeInto);
  const state = stateOf(found, await selectPendingClosing(trx, found.id));
  granted(ruleProposal(state, { outcome: act.outcome, fromStages: outcome.fromStages, mergeInto }));
  const { change, facts } = await appendNote(work, act.note);
  await insertClosing(trx, {
    id: act.id,
    case_id: found.id,
    outcome: act.outcome,
    merge_into: mergeInto ?? null,
    proposed_by: work.personId,
    proposed_at: work.now,
    reasons_message: act.note.id,
  });
  return { act: 'closing.proposed', facts: { ...facts, outcome: act.outcome }, change };
}

/** Refusals: `changed` (also when another colleague has decided), `second-person`, `nothing-proposed`. */
export async function decideClosing(work: Work, act: ActOf<'decide-closing'>): Promise<Done> {
  refuseOldView(work, act.revision);
  const { trx, found, now } = work;
  const closing = await selectPendingClosing(trx, found.id);
  if (closing && closing.id !== act.closingId) refuse('changed');
  const { stage } = granted(ruleDecision(stateOf(found, closing), work.personId, act.decision));
  if (act.decision === 'approved') await refuseWithoutMeasure(work);
  if (act.decision === 'returned' && !act.returnCode) refuse('needs-reason');
  const noted = act.note && (await appendNote(work, act.note));
  const decided = await decideClosingRow(trx, act.closingId, {
    decided_by: work.personId,
    decided_at: now,
    decision: act.decision,
    return_code: act.decision === 'returned' ? act.returnCode! : null,
  });
  if (!decided) refuse('changed');
  if (act.decision === 'returned')
    return {
      act: 'closing.returned',
      facts: { ...noted?.facts, outcome: closing!.outcome, code: act.returnCode! },
      change: { ...noted?.change },
    };
  return {
    act: 'closing.approved',
    facts: { ...noted?.facts, outcome: closing!.outcome },
    toStage: stage,
    change: {
      ...noted?.change,
      stage,
      stage_since: now,
      outcome: closing!.outcome,
      closed_at: now,
      merged_into: closing!.merge_into,
      awaiting: 'nobody',
    },
    met: metByStage(stage),
  };
}

/** A breach that reached the stage of measures ends with one, or with the reason for none; a trigger says the same. */
async function refuseWithoutMeasure({ trx, found, mayBeClosed }: Work): Promise<void> {
  if (found.stage === 'MEASURE' && !(await mayBeClosed(trx, found.id))) refuse('needs-measure');
}

/** The case to go on with: of the same centre, still open, and in the officer's hands too. */
async function targetOf({ trx, found }: Work, number: string): Promise<string> {
  const target = await selectByNumber(trx, found.unit_id, number);
  if (
    !target ||
    isEnded(target.stage) ||
    target.matter !== 'corruption' ||
    target.id === found.id ||
    !(await mayHandle(trx, target.id))
  )
    refuse('unknown-target');
  return target.id;
}
