/** The next version of a question of the form, or a new question: the common form's, or one seminar's own. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { frameKeeper, organised, type Parts, unitCode } from '../learning/needs.ts';
import { done, type Outcome, refused } from '../learning/outcome.ts';
import { selectItems } from './evaluation.queries.ts';
import { type Item, itemAbouts, itemKinds } from './evaluation.ts';

const itemInput = z.object({
  id: z.uuid(),
  /** Undefined for the common form. */
  seminarId: z.uuid().optional(),
  /** Empty for a new question. */
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .optional(),
  about: z.enum(itemAbouts),
  kind: z.enum(itemKinds),
  promptTh: z.string().trim().min(2).max(300),
  promptEn: z.string().trim().min(2).max(300),
  position: z.coerce.number().int().min(0).max(10_000),
  isAsked: z.boolean(),
});

/** Answers keep the version they were given to. Safe to repeat with the same id. */
export async function saveItem(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ code: string; version: number }>> {
  const parsed = itemInput.safeParse(input);
  if (!parsed.success) return refused('incomplete', [...new Set(parsed.error.issues.map(fieldOf))]);
  const item = parsed.data;
  const { ground } = parts;
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const of = await keeperOf(item.seminarId);
    if (!of.ok) return of;
    const all = await selectItems(trx, item.seminarId);
    const made = all.find(({ id }) => id === item.id);
    if (made) return done({ code: made.code, version: made.version });
    const own = all.filter((one) => one.code === item.code && one.seminarId === item.seminarId);
    if (item.code !== undefined && !all.some(({ code }) => code === item.code)) return refused('not-found');
    const code = item.code ?? `own-${item.id.slice(0, 8)}`;
    const version = Math.max(0, ...own.map((one) => one.version)) + 1;
    await trx
      .insertInto('seminars.evaluation_item')
      .values({
        id: item.id,
        seminar_id: item.seminarId ?? null,
        host_unit_id: of.value.hostUnitId ?? null,
        code,
        version,
        about: item.about,
        kind: item.kind,
        prompt_th: item.promptTh,
        prompt_en: item.promptEn,
        position: item.position,
        is_asked: item.isAsked,
        basis: of.value.unitCode,
        status: 'confirmed',
        valid_from: civilDate(now),
        changed_by: signedIn.person.id,
        changed_at: now,
      })
      .execute();
    await recordAct(trx, {
      act: 'seminars.evaluation-question',
      object: 'evaluation-item',
      id: item.id,
      unit: of.value.unitCode,
      role: of.value.role,
      at: now.toISOString(),
      facts: { code, version, isAsked: item.isAsked },
    });
    return done({ code, version });

    async function keeperOf(
      seminarId: string | undefined,
    ): Promise<Outcome<{ role: string; unitCode: string; hostUnitId?: number }>> {
      if (seminarId === undefined) {
        const keeper = await frameKeeper(parts, signedIn);
        return keeper ? done(keeper) : refused('forbidden');
      }
      const allowed = await organised(trx, signedIn, seminarId);
      if (!allowed.ok) return allowed;
      const { seminar, role } = allowed;
      return done({ role, unitCode: await unitCode(parts, seminar.unitId), hostUnitId: seminar.unitId });
    }
  });
}

const fieldOf = (issue: z.core.$ZodIssue) => String(issue.path[0] ?? '');

/** Every version of the form that concerns a seminar, or of the common form. */
export async function listItems(
  { ground }: Parts,
  signedIn: SignedIn,
  seminarId?: string,
): Promise<readonly Item[]> {
  return actingAs(ground.databases.officer, signedIn.actor, (trx) => selectItems(trx, seminarId));
}
