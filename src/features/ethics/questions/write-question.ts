/** Writes a public question from an answered advice, and hands it to a second person; or mends one that came back. */
import { z } from 'zod';
import { findStanding } from '#features/cases/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { matterRoles } from '../matters/matter.policies.ts';
import type { EthicsParts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { roleIn } from '../standing.ts';
import { selectQuestions } from './question.queries.ts';

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? undefined : text));
const written = z
  .object({
    id: z.uuid(),
    /** The advice; needed for a new one. */
    caseId: z.uuid().optional(),
    questionTh: z.string().trim().min(1).max(2000),
    answerTh: z.string().trim().min(1).max(6000),
    questionEn: optional(2000),
    answerEn: optional(6000),
    standards: z.array(z.string().max(40)).max(20),
    /** One `code/number` a line, the number as typed. */
    sections: z.array(z.string().trim().max(120)).max(20),
  })
  .refine(({ questionEn, answerEn }) => (questionEn === undefined) === (answerEn === undefined));
export type NewQuestion = z.input<typeof written>;

/**
 * Safe to repeat with the same `id`. Refusals: `malformed`, `names-persons`, `unknown-section`, `not-found` (no such
 * advice for her), `wrong-stage` (not answered yet), `forbidden`, `changed-meanwhile`.
 */
export async function writeQuestion(
  parts: EthicsParts,
  signedIn: SignedIn,
  input: NewQuestion,
): Promise<Outcome<{ id: string }>> {
  const parsed = written.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, caseId, ...said } = parsed.data;
  const whole = [said.questionTh, said.answerTh, said.questionEn, said.answerEn].filter(Boolean).join('\n');
  // The browser warned already; what certainly tells who somebody is goes no further.
  if (parts.personsIn(whole).length > 0) return refused('names-persons');
  const sections = await knownSections(parts, said.sections);
  if (!sections) return refused('unknown-section');
  const now = parts.ground.now();
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const standards = inForce(await selectChoices(trx, 'standard'), civilDate(now), ({ code }) => code);
    if (said.standards.some((one) => !standards.some(({ code }) => code === one)))
      return refused('malformed');
    const columns = {
      question_th: said.questionTh,
      answer_th: said.answerTh,
      question_en: said.questionEn ?? null,
      answer_en: said.answerEn ?? null,
      standards: [...new Set(said.standards)],
      sections,
      tokens: [...new Set(searchTokens(whole, dictionaryNow()))],
      written_at: now,
    };
    const [before] = await selectQuestions(trx, id);
    if (before && before.writtenBy !== signedIn.person.id) return refused('forbidden');
    if (before && before.state === 'submitted') return done({ id });
    if (before && before.state !== 'returned') return refused('changed-meanwhile');
    const source = before || !caseId ? undefined : await findStanding(trx, { id: caseId });
    if (!before && source?.matter !== 'ethics-advice') return refused('not-found');
    const unitId = before?.unitId ?? source!.unitId;
    const role = roleIn(matterRoles, signedIn.appointments, unitId);
    if (!role) return refused('forbidden');
    if (source && source.stage === 'RECEIVED') return refused('wrong-stage');
    if (before)
      await trx
        .updateTable('ethics.question')
        .set({
          ...columns,
          state: 'submitted',
          decided_by: null,
          decided_at: null,
          reason: null,
          revision: before.revision + 1,
        })
        .where('id', '=', id)
        .execute();
    else {
      await trx
        .insertInto('ethics.question')
        .values({ ...columns, id, unit_id: unitId, state: 'submitted', written_by: signedIn.person.id })
        .execute();
      await trx
        .insertInto('ethics.question_source')
        .values({ question_id: id, case_id: source!.id })
        .execute();
    }
    await recordAct(trx, {
      act: before ? 'ethics.question-mended' : 'ethics.question-written',
      object: 'question',
      id,
      unit: signedIn.appointments.find((held) => held.unitId === unitId)!.unitCode,
      role,
      at: now.toISOString(),
    });
    return done({ id });
  });
}

/** Each as the library numbers it; undefined when it does not hold one. */
async function knownSections({ laws }: EthicsParts, typed: readonly string[]): Promise<string[] | undefined> {
  const sections = new Set<string>();
  for (const line of typed.filter((one) => one !== '')) {
    const at = line.indexOf('/');
    const found = at > 0 ? await laws.find(line.slice(0, at), line.slice(at + 1)) : undefined;
    if (!found) return undefined;
    sections.add(`${found.code}/${found.number}`);
  }
  return [...sections];
}
