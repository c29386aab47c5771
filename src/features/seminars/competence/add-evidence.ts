/** A superior adds what she has seen: something practised, or the level that she confirms. Rows are only added. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { type Parts, unitCode } from '../learning/needs.ts';
import { done, type Outcome, refused } from '../learning/outcome.ts';
import { insertEvidence } from './evidence.queries.ts';
import { personProfile } from './view-competence.ts';

const evidenceInput = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    competency: z.string().max(8),
    source: z.enum(['practice', 'superior']),
    level: z.coerce.number().int().min(1).max(4).optional(),
    note: z.string().trim().min(3).max(500),
    href: z
      .string()
      .trim()
      .regex(/^(?:\/|https:\/\/)/)
      .max(500)
      .optional(),
    on: z.string().refine((day) => parseCivilDate(day) !== undefined),
  })
  .refine(({ source, level }) => source !== 'superior' || level !== undefined, { path: ['level'] });

/** Safe to repeat with the same id. */
export async function addEvidence(
  parts: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = evidenceInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const { level, href, ...evidence } = parsed.data;
  const { ground } = parts;
  const now = ground.now();
  if (evidence.on > civilDate(now)) return refused('incomplete', ['on']);
  const profile = await personProfile(parts, signedIn, evidence.personId);
  if (!profile) return refused('forbidden');
  if (!profile.competencies.some(({ code }) => code === evidence.competency))
    return refused('incomplete', ['competency']);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const isNew = await insertEvidence(trx, {
      ...evidence,
      unitId: profile.person.unitId,
      ...(evidence.source === 'superior' ? { level: level! } : {}),
      ...(href ? { href } : {}),
      madeBy: signedIn.person.id,
      at: now,
    });
    if (isNew)
      await recordAct(trx, {
        act: 'seminars.evidence-added',
        object: 'person',
        id: evidence.personId,
        unit: await unitCode(parts, profile.person.unitId),
        role: 'head',
        at: now.toISOString(),
        facts: { source: evidence.source, competency: evidence.competency, level: level ?? null },
      });
    return done({ id: evidence.id });
  });
}
