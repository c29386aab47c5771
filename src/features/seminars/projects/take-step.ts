/** Takes a seminar a step on: submit, approve, return, publish, close, cancel. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Role, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar, SeminarState } from '../seminar.ts';
import { insertStep, lockSeminar, selectProject } from './project.queries.ts';
import { hindrance, missingItems, type StepName, steps } from './project-rules.ts';
import { stepForm } from './seminar.schemas.ts';
import { projectsText } from './text.ts';
import { unitCodeOf } from './unit-code.ts';

/** Safe to repeat with the same id. */
export async function takeStep(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ state: SeminarState }>> {
  const parsed = stepForm.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, seminarId, step: name } = parsed.data;
  const reason = steps[name].needsReason ? parsed.data.reason : '';
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await lockSeminar(trx, seminarId);
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    const role = seminarRole(steps[name].act, signedIn.appointments, seminar.unitId);
    if (!role) return refused('forbidden');
    const { to } = steps[name];
    const now = ground.now();
    const taken = { id, seminarId, from: seminar.state, to, reason, by: signedIn.person.id, at: now };
    const missing = name === 'submit' ? missingItems(await selectProject(trx, seminarId)) : [];
    const hindered = hindrance(name, seminar, { missing, reason, today: civilDate(now) });
    if (hindered) return (await wasTaken(trx, id)) ? done({ state: seminar.state }) : refused(hindered);
    if (!(await insertStep(trx, taken))) return done({ state: seminar.state });
    await trx
      .updateTable('seminars.seminar')
      .set({
        state: to,
        state_reason: reason || null,
        sequence: sql<number>`sequence + 1`,
        changed_by: signedIn.person.id,
        changed_at: now,
      })
      .where('id', '=', seminarId)
      .execute();
    await recordAct(trx, {
      act: `seminars.${to}`,
      object: 'seminar',
      id: seminarId,
      unit: unitCodeOf(signedIn, seminar.unitId),
      role,
      at: now.toISOString(),
      facts: { from: seminar.state },
    });
    await tell(trx, { seminar, name, by: signedIn.person.id, now });
    return done({ state: to });
  });
}

async function wasTaken(trx: InTransaction, id: string): Promise<boolean> {
  return Boolean(await trx.selectFrom('seminars.step').select('id').where('id', '=', id).executeTakeFirst());
}

/** Who has to do something now, or should know. A draft that is dropped concerns nobody else. */
async function tell(
  trx: InTransaction,
  { seminar, name, by, now }: { seminar: Seminar; name: StepName; by: string; now: Date },
): Promise<void> {
  const own = { units: [seminar.unitId] };
  const all = {};
  const whom: Partial<Record<StepName, { units?: readonly number[]; roles: readonly Role[] }>> = {
    submit: { ...own, roles: ['head'] },
    approve: { ...own, roles: ['organiser'] },
    return: { ...own, roles: ['organiser'] },
    publish: { ...all, roles: ['head', 'organiser'] },
    cancel:
      seminar.state === 'published'
        ? { ...all, roles: ['head', 'organiser'] }
        : { ...own, roles: ['head', 'organiser'] },
  };
  const audience = whom[name];
  if (!audience) return;
  const step = name as keyof ReturnType<typeof projectsText>['notices'];
  await raiseNotice(trx, {
    id: randomUUID(),
    kind: 'seminar',
    objectId: seminar.id,
    titleTh: projectsText('th').notices[step](seminar.titleTh),
    titleEn: projectsText('en').notices[step](seminar.titleEn ?? seminar.titleTh),
    href: `/office/seminars/${seminar.id}`,
    ...audience,
    raisedBy: by,
    at: now,
  });
}
