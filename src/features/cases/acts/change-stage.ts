/** Moves a case on by one officer's hand; ending it takes two and is in close.ts. */
import type { ActOf } from '../act-input.ts';
import { selectPendingClosing } from '../case.queries.ts';
import { type Channel, hasReporter, isEnded } from '../case.ts';
import { ruleMove } from '../case-rules.ts';
import { appendNote } from './append-message.ts';
import { type Done, granted, refuse, refuseOldView, stateOf, type Work } from './work.ts';

export async function changeStage(work: Work, act: ActOf<'change-stage'>): Promise<Done> {
  refuseOldView(work, act.revision);
  if (act.to === 'NEED_INFORMATION' && !hasReporter(work.found.channel as Channel)) refuse('no-reporter');
  const closing = await selectPendingClosing(work.trx, work.found.id);
  const ruled = granted(ruleMove(stateOf(work.found, closing), act.to, act.note !== undefined));
  const noted = act.note && (await appendNote(work, act.note));
  return {
    act: 'case.stage-changed',
    facts: { ...noted?.facts },
    toStage: ruled.stage,
    change: {
      ...noted?.change,
      stage: ruled.stage,
      stage_since: work.now,
      ...(ruled.stage === 'NEED_INFORMATION' ? { awaiting: 'reporter' } : {}),
      ...(isEnded(ruled.stage) ? { closed_at: work.now, awaiting: 'nobody' } : {}),
    },
    met: ruled.met,
  };
}
