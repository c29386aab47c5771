/** Writes what a centre has on an item: the checklist, the day it is right for, who looks after it, its own score. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectInForce } from '../item-sets/item-set.queries.ts';
import { agencyType, type DisclosureNeeds, roleIn } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectAnswers } from './answer.queries.ts';

const answerInput = z.object({
  id: z.uuid(),
  unitCode: z.string().max(40),
  fiscalYear: z.coerce.number().int(),
  itemCode: z.string().regex(/^O[1-9][0-9]?$/),
  /** The revision that the writer had before her; 0 for a new answer. */
  baseRevision: z.coerce.number().int().min(0),
  asOf: z
    .string()
    .refine((value) => value === '' || parseCivilDate(value) !== undefined)
    .transform((value) => value || undefined),
  ticked: z.array(z.coerce.number().int().positive()).max(60),
  /** Digits may be Thai. */
  selfScore: z
    .string()
    .transform((value) => value.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).trim())
    .refine((value) => value === '' || (/^\d{1,3}$/.test(value) && Number(value) <= 100))
    .transform((value) => (value === '' ? undefined : Number(value))),
  owner: z.string().trim().max(200),
  note: z.string().trim().max(2000),
});
export type AnswerInput = z.input<typeof answerInput>;

/** Safe to repeat: saving what stands already changes nothing. What is handed in is mended first (`mend`). */
export async function saveAnswer(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  input: AnswerInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = answerInput.safeParse(input);
  if (!parsed.success)
    return refused('malformed', { fields: parsed.error.issues.map(({ path }) => String(path[0])) });
  const answer = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  const centre = centres.find(({ code, isOpen }) => code === answer.unitCode && isOpen);
  if (!centre) return refused('not-found');
  const role = roleIn('write', signedIn, centres, centre.id);
  if (!role) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const inForce = await selectInForce(trx, answer.fiscalYear, agencyType);
    const item = inForce?.items.find(({ code }) => code === answer.itemCode);
    if (!item) return refused('not-found');
    const lines = item.checklist.map(({ position }) => position);
    const values = {
      as_of: answer.asOf ?? null,
      ticked: lines.filter((line) => answer.ticked.includes(line)),
      self_score: answer.selfScore ?? null,
      owner: answer.owner,
      note: answer.note,
    };
    const asked = { unitIds: [centre.id], fiscalYears: [answer.fiscalYear], itemCode: answer.itemCode };
    const [before] = await selectAnswers(trx, asked);
    if (before) {
      const isSame =
        (before.asOf ?? null) === values.as_of &&
        before.ticked.join() === values.ticked.join() &&
        (before.selfScore ?? null) === values.self_score &&
        before.owner === values.owner &&
        before.note === values.note;
      if (isSame) return done({ id: before.id });
      if (before.state !== 'preparing') return refused('wrong-state');
      const changed = await trx
        .updateTable('disclosure.answer')
        .set({
          ...values,
          changed_by: signedIn.person.id,
          changed_at: now,
          revision: before.revision + 1,
        })
        .where('id', '=', before.id)
        .where('revision', '=', answer.baseRevision)
        .returning('id')
        .executeTakeFirst();
      if (!changed) return refused('changed-meanwhile');
    } else {
      const made = await trx
        .insertInto('disclosure.answer')
        .values({
          ...values,
          id: answer.id,
          unit_id: centre.id,
          fiscal_year: answer.fiscalYear,
          item_code: answer.itemCode,
          state: 'preparing',
          changed_by: signedIn.person.id,
          changed_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) return refused('changed-meanwhile');
    }
    const id = before?.id ?? answer.id;
    await recordAct(trx, {
      act: before ? 'disclosure.answer-changed' : 'disclosure.answer-begun',
      object: 'disclosure-answer',
      id,
      unit: centre.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear: answer.fiscalYear, item: answer.itemCode },
    });
    return done({ id });
  });
}
