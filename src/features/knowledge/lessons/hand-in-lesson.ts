/** An officer hands in what her centre learned; signs of a person are refused before anything is stored. */

import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { findIdentifying, type Identifying } from './identifying.ts';
import { appointmentFor } from './lesson.policies.ts';
import { insertLesson, mendLesson, selectLessons } from './lesson.queries.ts';
import { newLesson } from './lesson.schemas.ts';
import { type LessonField, lessonTexts } from './lesson.ts';
import type { LessonNeeds } from './needs.ts';

export type HandInAnswer =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: 'forbidden' | 'changed-meanwhile' }
  | { readonly ok: false; readonly code: 'identifying'; readonly found: readonly Identifying[] }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly LessonField[] };

/** A new lesson of the centre `unitId`, or (with `revision`) the mended text of one that came back. Safe to repeat. */
export async function handInLesson(
  { ground, root }: LessonNeeds,
  signedIn: SignedIn,
  unitId: number,
  input: Record<string, unknown>,
  revision?: number,
): Promise<HandInAnswer> {
  const held = appointmentFor('hand-in', signedIn.appointments, unitId, await root());
  if (!held) return { ok: false, code: 'forbidden' };
  const parsed = newLesson.safeParse(input);
  if (!parsed.success)
    return {
      ok: false,
      code: 'fields',
      fields: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as LessonField))],
    };
  const { id, ...lesson } = parsed.data;
  const whole = lessonTexts.map((field) => lesson[field]).join('\n');
  const found = findIdentifying(whole).filter(({ refused }) => refused);
  if (found.length > 0) return { ok: false, code: 'identifying', found };
  const words = {
    ...lesson,
    typology: lesson.typology ?? null,
    tokens: [...new Set(searchTokens(whole, dictionaryNow()))],
  };
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<HandInAnswer> => {
    const [known] = await selectLessons(trx, { id });
    if (known && (known.authorId !== signedIn.person.id || known.unitId !== unitId))
      return { ok: false, code: 'forbidden' };
    if (known && revision === undefined) return { ok: true, id };
    if (!known)
      await insertLesson(trx, {
        ...words,
        id,
        unit_id: unitId,
        author_id: signedIn.person.id,
        submitted_at: now,
      });
    else if (!(await mendLesson(trx, id, revision!, words, now)))
      return { ok: false, code: 'changed-meanwhile' };
    await recordAct(trx, {
      act: known ? 'lessons.mended' : 'lessons.handed-in',
      object: 'lesson',
      id,
      unit: held.unitCode,
      role: held.role,
      at: now.toISOString(),
      facts: { topic: lesson.topic },
    });
    return { ok: true, id };
  });
}
