/** Writes the project text; it stands still while the head looks at it. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import { lockSeminar, projectColumns, selectProject } from './project.queries.ts';
import { type ProjectText, projectItems } from './project.ts';
import { isInDraft } from './project-rules.ts';
import { fieldsOf, projectForm } from './seminar.schemas.ts';
import { unitCodeOf } from './unit-code.ts';

/** Safe to repeat: the same text sent again changes nothing. */
export async function saveProject(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ changedAt: Date }>> {
  const parsed = projectForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const { seminarId, changedAt, ...text } = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await lockSeminar(trx, seminarId);
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
    if (!role) return refused('forbidden');
    const before = await selectProject(trx, seminarId);
    if (before && isSame(before, text)) return done({ changedAt: before.changedAt! });
    if (!isInDraft(seminar.state)) return refused('not-now');
    if (before?.changedAt?.toISOString() !== changedAt) return refused('changed-meanwhile');
    const now = ground.now();
    const values = { ...projectColumns(text), changed_by: signedIn.person.id, changed_at: now };
    await trx
      .insertInto('seminars.project')
      .values({ seminar_id: seminarId, ...values })
      .onConflict((conflict) => conflict.column('seminar_id').doUpdateSet(values))
      .execute();
    await recordAct(trx, {
      act: 'seminars.project-written',
      object: 'seminar',
      id: seminarId,
      unit: unitCodeOf(signedIn, seminar.unitId),
      role,
      at: now.toISOString(),
    });
    return done({ changedAt: now });
  });
}

const isSame = (one: ProjectText, other: ProjectText) =>
  one.trainingType === other.trainingType && projectItems.every((item) => one[item] === other[item]);
