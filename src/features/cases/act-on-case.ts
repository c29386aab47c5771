/** Every act of an officer on a case, in one order: authenticate, validate, transact, authorize, act, record, present. */
import type { Appointment, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { insertEvent, meetClocks, nearestClock, updateCase } from './act.queries.ts';
import { type ActInput, parseAct } from './act-input.ts';
import { assign } from './acts/assign.ts';
import { changeStage } from './acts/change-stage.ts';
import { decideClosing, proposeClosing } from './acts/close.ts';
import { noteDownload } from './acts/download.ts';
import { handUp } from './acts/hand-up.ts';
import { restrict } from './acts/restrict.ts';
import { type ActRefusal, type Done, isRefusal, refuse, type Work } from './acts/work.ts';
import { reply, writeNote } from './acts/write.ts';
import { appointmentFor } from './case.policies.ts';
import { lockCase, selectEvent } from './case.queries.ts';
import type { Matter } from './case.ts';

export type ActAnswer =
  | { readonly ok: true; readonly repeated: boolean; readonly revision: number | undefined }
  | { readonly ok: false; readonly code: ActRefusal };

/** Does one act, once: the same act sent again is answered as done. Never throws for what an officer can mend. */
export async function actOnCase(
  ground: Ground,
  { network, mayBeAssigned, mayBeClosed }: Pick<Work, 'network' | 'mayBeAssigned' | 'mayBeClosed'>,
  signedIn: SignedIn,
  caseId: string,
  body: unknown,
): Promise<ActAnswer> {
  const act = parseAct(body);
  if (!act) return { ok: false, code: 'malformed' };
  const now = ground.now();
  try {
    return await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const found = await lockCase(trx, caseId);
      if (!found) refuse('not-found');
      const before = await selectEvent(trx, act.id);
      if (before?.case_id === caseId) return { ok: true, repeated: true, revision: found.revision } as const;
      const appointment = appointmentFor(
        act.act,
        signedIn.appointments,
        found.unit_id,
        found.matter as Matter,
      );
      if (!appointment) refuse('forbidden');
      const work: Work = {
        trx,
        network,
        mayBeAssigned,
        mayBeClosed,
        now,
        today: civilDate(now),
        personId: signedIn.person.id,
        appointment,
        found,
      };
      const done = await perform(work, act);
      const revision = done.change ? await settle(work, done) : found.revision;
      await note(work, act.id, done, appointment);
      await done.last?.();
      return { ok: true, repeated: false, revision } as const;
    });
  } catch (error) {
    if (isRefusal(error)) return { ok: false, code: error.code };
    // Two of one identifier at the same moment: the other one won, and this one may look again.
    if ((error as { code?: string }).code === '23505') return { ok: false, code: 'changed' };
    throw error;
  }
}

function perform(work: Work, act: ActInput): Promise<Done> {
  switch (act.act) {
    case 'reply':
      return reply(work, act);
    case 'note':
      return writeNote(work, act);
    case 'assign':
      return assign(work, act);
    case 'change-stage':
      return changeStage(work, act);
    case 'propose-closing':
      return proposeClosing(work, act);
    case 'decide-closing':
      return decideClosing(work, act);
    case 'restrict':
      return restrict(work, act);
    case 'hand-up':
      return handUp(work, act);
    case 'download':
      return noteDownload(work, act);
  }
}

/** Stops the clocks that the act meets, and writes row and due date in one. */
async function settle({ trx, found, today }: Work, { change, met }: Done): Promise<number> {
  if (met) await meetClocks(trx, found.id, met, today);
  const due = met ? { due_on: await nearestClock(trx, found.id) } : {};
  return updateCase(trx, found.id, { ...change, ...due });
}

/** The ledger entry names the role; the event, which only the centre and the tiers above see, names the person too. */
async function note(work: Work, eventId: string, done: Done, appointment: Appointment): Promise<void> {
  const { person: _person, ...publicFacts } = done.facts ?? {};
  const { outboxId } = await recordAct(work.trx, {
    act: done.act,
    object: 'case',
    id: work.found.id,
    unit: appointment.unitCode,
    role: appointment.role,
    at: work.now.toISOString(),
    facts: {
      ...publicFacts,
      ...(done.toStage ? { from: work.found.stage, to: done.toStage } : {}),
      ...(appointment.actingFor ? { acting: true } : {}),
    },
  });
  await insertEvent(work.trx, {
    id: eventId,
    case_id: work.found.id,
    act: done.act,
    at: work.now,
    person_id: work.personId,
    role: appointment.role,
    acting_for: appointment.actingFor ?? null,
    from_stage: done.toStage ? work.found.stage : null,
    to_stage: done.toStage ?? null,
    facts: JSON.stringify(done.facts ?? {}),
    ledger_id: outboxId,
  });
}
