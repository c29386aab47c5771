/** Puts an officer in charge. The first assignment starts the clock of the result. */
import { readHolidays } from '#platform/database/holidays.ts';
import { startClocks } from '../act.queries.ts';
import type { ActOf } from '../act-input.ts';
import { rolesFor } from '../case.policies.ts';
import { selectAccess, selectClocks } from '../case.queries.ts';
import { isEnded, type Matter, type Stage } from '../case.ts';
import { clocksStartedBy } from '../clock-rules.ts';
import { selectClockRules } from '../reference.queries.ts';
import { type Done, refuse, refuseOldView, type Work } from './work.ts';

/**
 * Refusals: `changed`, `ended`, `unknown-person` (no officer of the centre, or not named on a restricted case),
 * `recused` (she has declared a conflict of interest in this case).
 */
export async function assign(work: Work, act: ActOf<'assign'>): Promise<Done> {
  refuseOldView(work, act.revision);
  const { trx, found, network } = work;
  if (isEnded(found.stage as Stage)) refuse('ended');
  const colleagues = await network.listColleagues(trx, found.unit_id);
  const canWork = rolesFor('reply', found.matter as Matter);
  const worker = colleagues.find(
    ({ id, roles }) => id === act.personId && roles.some((role) => canWork.includes(role)),
  );
  const named = found.restriction !== 'named' || (await selectAccess(trx, found.id)).includes(act.personId);
  if (!worker || !named) refuse('unknown-person');
  if (!(await work.mayBeAssigned(trx, { caseId: found.id, personId: act.personId }))) refuse('recused');
  // The deadline that an assignment starts is one of corruption matters.
  if (found.matter === 'corruption') await startAssignmentClocks(work);
  return {
    act: 'case.assigned',
    facts: {
      to: act.personId === work.personId ? 'self' : 'colleague',
      person: act.personId,
      impartial: act.impartial,
    },
    change: { assigned_to: act.personId },
    // The due date may come nearer: the row is brought up to date with the clocks.
    met: [],
  };
}

async function startAssignmentClocks({ trx, found, today }: Work): Promise<void> {
  const running = await selectClocks(trx, found.id);
  const rules = await selectClockRules(trx);
  const started = clocksStartedBy('assignment', today, rules, await readHolidays(trx));
  // A change of hands is not a new beginning.
  const anew = started.filter((clock) => !running.some((one) => one.code === clock.code));
  await startClocks(trx, found.id, anew);
}
