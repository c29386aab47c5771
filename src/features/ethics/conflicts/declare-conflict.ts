/** An officer declares a conflict of interest of her own, or for a year that she has none. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { unitsWith } from '../standing.ts';
import { superiorOf, tierAbove } from '../superior.ts';
import { selectConflict, selectNone } from './conflict.queries.ts';
import { matters } from './conflict.ts';
import { conflictsText } from './text.ts';

/** What casework tells of a case that the officer may see. */
export type FindCase = (signedIn: SignedIn, id: string) => Promise<FoundCase | undefined>;
export type FoundCase = {
  readonly number: string;
  readonly unitId: number;
  /** `named`: shut away from whoever is not named, a head too. */
  readonly restriction: 'none' | 'unit' | 'named';
};
export type ConflictParts = Parts & { readonly findCase: FindCase };

const text = (most: number) => z.string().trim().min(1).max(most);
const newConflict = z
  .object({
    id: z.uuid(),
    unitId: z.int(),
    matter: z.enum(matters),
    /** Left out for a case: its number stands for it. */
    about: z.string().trim().max(300),
    caseId: z.uuid().optional(),
    relation: text(40),
    interest: text(40),
    detail: text(2000),
  })
  .refine(({ matter, caseId, about }) =>
    matter === 'case-panel' ? caseId !== undefined : caseId === undefined && about !== '',
  );
export type NewConflict = z.input<typeof newConflict>;

/** Safe to repeat with the same `id`. Refusals: `forbidden`, `malformed`, `unknown-case` (or one of another centre). */
export async function declareConflict(
  parts: ConflictParts,
  signedIn: SignedIn,
  input: NewConflict,
): Promise<Outcome<{ id: string }>> {
  const parsed = newConflict.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { ground } = parts;
  const declared = parsed.data;
  const unit = unitsWith(signedIn.appointments).find(({ id }) => id === declared.unitId);
  if (!unit) return refused('forbidden');
  const found = declared.caseId ? await parts.findCase(signedIn, declared.caseId) : undefined;
  if (declared.caseId && found?.unitId !== unit.id) return refused('unknown-case');
  const now = ground.now();
  const today = civilDate(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const choices = inForce(await selectChoices(trx), today, ({ list, code }) => `${list} ${code}`);
    const chosen = (list: string, code: string) =>
      choices.find((choice) => choice.list === list && choice.code === code);
    const relation = chosen('conflict-relation', declared.relation);
    const interest = chosen('conflict-interest', declared.interest);
    if (!relation || !interest) return refused('malformed');
    const inserted = await trx
      .insertInto('ethics.conflict')
      .values({
        id: declared.id,
        unit_id: unit.id,
        person_id: signedIn.person.id,
        fiscal_year: fiscalYearOf(today),
        matter: declared.matter,
        about: found?.number ?? declared.about,
        case_id: declared.caseId ?? null,
        relation: relation.code,
        relation_version: relation.version,
        interest: interest.code,
        interest_version: interest.version,
        detail: declared.detail,
        declared_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
      const before = await selectConflict(trx, declared.id);
      return before?.person_id === signedIn.person.id ? done({ id: declared.id }) : refused('not-found');
    }
    // Not the case: who may not see it must not learn from the ledger that somebody stands aside.
    await recordAct(trx, {
      act: 'ethics.conflict-declared',
      object: 'conflict',
      id: declared.id,
      unit: unit.code,
      at: now.toISOString(),
      facts: { matter: declared.matter },
    });
    await raiseNotice(trx, {
      id: declared.id,
      kind: 'reminder',
      objectId: declared.id,
      titleTh: conflictsText('th').notice.declared,
      titleEn: conflictsText('en').notice.declared,
      href: `/office/conflicts/${declared.id}`,
      ...(found?.restriction === 'named'
        ? await tierAbove(parts, unit)
        : await superiorOf(parts, trx, unit, signedIn.person.id)),
      raisedBy: signedIn.person.id,
      at: now,
    });
    return done({ id: declared.id });
  });
}

/** Once a year. Refusals: `forbidden`, `has-declared` when she declared a conflict in the same year. */
export async function declareNothing(
  { ground }: Parts,
  signedIn: SignedIn,
  input: { readonly id: string; readonly unitId: number },
): Promise<Outcome<{ at: Date }>> {
  const parsed = z.object({ id: z.uuid(), unitId: z.int() }).safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitId } = parsed.data;
  const unit = unitsWith(signedIn.appointments).find((one) => one.id === unitId);
  if (!unit) return refused('forbidden');
  const now = ground.now();
  const fiscalYear = fiscalYearOf(civilDate(now));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const declared = await trx
      .selectFrom('ethics.conflict')
      .select('id')
      .where('person_id', '=', signedIn.person.id)
      .where('fiscal_year', '=', fiscalYear)
      .executeTakeFirst();
    if (declared) return refused('has-declared');
    const inserted = await trx
      .insertInto('ethics.conflict_none')
      .values({
        id,
        person_id: signedIn.person.id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        declared_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
      const before = await selectNone(trx, signedIn.person.id, fiscalYear);
      return before ? done({ at: before.declared_at }) : refused('not-found');
    }
    await recordAct(trx, {
      act: 'ethics.nothing-declared',
      object: 'conflict-year',
      id,
      unit: unit.code,
      at: now.toISOString(),
      facts: { fiscalYear },
    });
    return done({ at: now });
  });
}
