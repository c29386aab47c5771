/** A second person decides on a lesson: publishes it after the whole checklist, sends it back, or takes it down. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/notices/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { appointmentFor } from './lesson.policies.ts';
import { selectLessons, decideLesson as writeDecision } from './lesson.queries.ts';
import { audiences, checklist } from './lesson.ts';
import type { LessonNeeds } from './needs.ts';
import { lessonsText } from './text.ts';

const decision = z.object({
  noticeId: z.uuid(),
  revision: z.coerce.number().int(),
  act: z.enum(['publish', 'return', 'withdraw']),
  audience: z.enum(audiences),
  checks: z.array(z.enum(checklist)),
  note: z.string().trim().max(1000),
});

export type DecisionAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code:
        | 'forbidden'
        | 'own-lesson'
        | 'checklist'
        | 'note-missing'
        | 'changed-meanwhile'
        | 'malformed'
        | 'not-found';
    };

const stateAfter = { publish: 'published', return: 'returned', withdraw: 'withdrawn' } as const;

export async function decideLesson(
  { ground, root }: LessonNeeds,
  signedIn: SignedIn,
  id: string,
  input: Record<string, unknown>,
): Promise<DecisionAnswer> {
  const parsed = decision.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'malformed' };
  const { act, audience, checks, note, revision, noticeId } = parsed.data;
  const rootId = await root();
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<DecisionAnswer> => {
    const [lesson] = await selectLessons(trx, { id });
    if (!lesson) return { ok: false, code: 'not-found' };
    if (lesson.authorId === signedIn.person.id) return { ok: false, code: 'own-lesson' };
    const held = appointmentFor('decide', signedIn.appointments, lesson.unitId, rootId);
    const opens = act === 'publish' && audience === 'public';
    if (!held || (opens && !appointmentFor('open-to-public', signedIn.appointments, lesson.unitId, rootId)))
      return { ok: false, code: 'forbidden' };
    if (act === 'publish' && checklist.some((check) => !checks.includes(check)))
      return { ok: false, code: 'checklist' };
    if (act === 'return' && note.length < 5) return { ok: false, code: 'note-missing' };
    // The same form sent twice finds its own decision in place.
    if (lesson.revision === revision + 1 && lesson.state === stateAfter[act]) return { ok: true };
    const written = await writeDecision(trx, id, revision, {
      state: stateAfter[act],
      audience: opens ? 'public' : 'officers',
      checked_by: signedIn.person.id,
      checked_at: now,
      checks: act === 'publish' ? [...checks] : [],
      return_note: act === 'return' ? note : null,
    });
    if (!written) return { ok: false, code: 'changed-meanwhile' };
    await recordAct(trx, {
      act: `lessons.${stateAfter[act]}`,
      object: 'lesson',
      id,
      unit: held.unitCode,
      role: held.role,
      at: now.toISOString(),
      facts: { audience: opens ? 'public' : 'officers', checks: checks.length },
    });
    if (act === 'publish')
      await raiseNotice(trx, {
        id: noticeId,
        kind: 'lesson',
        objectId: id,
        titleTh: lessonsText('th').notice(lesson.title),
        titleEn: lessonsText('en').notice(lesson.title),
        href: `/office/lessons/${id}`,
        raisedBy: signedIn.person.id,
        at: now,
      });
    return { ok: true };
  });
}
