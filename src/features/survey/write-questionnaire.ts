/** The ministry's planner carries a questionnaire over into a new version, changes the draft, and takes it into use. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { isUuid, type Parts } from './needs.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { insertParts, selectQuestionnaires, writeParts } from './questionnaire.queries.ts';
import { faults } from './questionnaire-rules.ts';
import { rootOf, writes } from './survey.policies.ts';
import type { Questionnaire } from './survey.ts';

type Done = Promise<Outcome<{ readonly id: string }>>;

/** Safe to repeat with the same id. `from` is any version; the new one is this year's or next year's. */
export async function carryOver(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id, from, fiscalYear }: { readonly id: string; readonly from: string; readonly fiscalYear: number },
): Done {
  const now = ground.now();
  const thisYear = fiscalYearOf(civilDate(now));
  if (!isUuid(id) || !isUuid(from) || ![thisYear, thisYear + 1].includes(fiscalYear))
    return refused('malformed');
  if (!writes(signedIn.appointments, await network.listCentres(now))) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [there] = await selectQuestionnaires(trx, { id });
    if (there) return done({ id });
    const [source] = await selectQuestionnaires(trx, { id: from });
    if (!source) return refused('not-found');
    const [newest] = await selectQuestionnaires(trx, { fiscalYear });
    await trx
      .insertInto('survey.questionnaire')
      .values({
        id,
        fiscal_year: fiscalYear,
        version: (newest?.version ?? 0) + 1,
        title_th: source.title.th,
        title_en: source.title.en,
        band_question_th: source.bandQuestion.th,
        band_question_en: source.bandQuestion.en,
        words_question_th: source.wordsQuestion.th,
        words_question_en: source.wordsQuestion.en,
        smallest_group: source.smallestGroup,
        basis_th: source.basis.th,
        basis_en: source.basis.en,
        source: source.source,
        status: 'unconfirmed',
        made_by: signedIn.person.id,
        made_at: now,
      })
      .execute();
    await insertParts(trx, id, source);
    return done({ id });
  });
}

const words = (most: number, least = 1) =>
  z.object({ th: z.string().trim().min(least).max(most), en: z.string().trim().min(least).max(most) });
const code = z.string().regex(/^[A-Z0-9-]{1,20}$/);
const draft = z.object({
  id: z.uuid(),
  title: words(200, 3),
  bandQuestion: words(200, 3),
  wordsQuestion: words(300, 0),
  smallestGroup: z.int().min(5).max(100),
  basis: words(500),
  source: z.string().trim().min(1).max(500),
  status: z.enum(['confirmed', 'unconfirmed']),
  indicators: z.array(z.object({ code, name: words(200) })).max(20),
  items: z.array(z.object({ code, indicator: code, prompt: words(500) })).max(100),
  choices: z
    .array(z.object({ code, label: words(100), points: z.number().min(0).max(100).optional() }))
    .max(12),
  bands: z.array(z.object({ code, label: words(100) })).max(20),
});
export type Draft = Pick<
  Questionnaire,
  | 'id'
  | 'title'
  | 'bandQuestion'
  | 'wordsQuestion'
  | 'smallestGroup'
  | 'basis'
  | 'source'
  | 'status'
  | 'indicators'
  | 'items'
  | 'choices'
  | 'bands'
>;

/** Safe to repeat: a draft is what was saved last. `use` takes it into use; from then on it never changes. */
export async function saveDraft(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: Draft,
  use: boolean,
): Done {
  const parsed = draft.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const asked = parsed.data;
  const parts = {
    ...asked,
    choices: asked.choices.map(({ code, label, points }) => ({ code, label, points })),
  };
  const now = ground.now();
  const centres = await network.listCentres(now);
  const role = writes(signedIn.appointments, centres);
  if (!role) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [before] = await selectQuestionnaires(trx, { id: asked.id });
    if (!before) return refused('not-found');
    if (before.state === 'in-force') return use ? done({ id: asked.id }) : refused('in-force');
    if (use && faults(parts).length > 0) return refused('not-complete');
    if (parts.indicators.length * parts.items.length * parts.choices.length * parts.bands.length === 0)
      return refused('not-complete');
    await writeParts(trx, asked.id, parts);
    await trx
      .updateTable('survey.questionnaire')
      .set({
        title_th: asked.title.th,
        title_en: asked.title.en,
        band_question_th: asked.bandQuestion.th,
        band_question_en: asked.bandQuestion.en,
        words_question_th: asked.wordsQuestion.th,
        words_question_en: asked.wordsQuestion.en,
        smallest_group: asked.smallestGroup,
        basis_th: asked.basis.th,
        basis_en: asked.basis.en,
        source: asked.source,
        status: asked.status,
        ...(use ? { state: 'in-force' } : {}),
      })
      .where('id', '=', asked.id)
      .execute();
    if (use)
      await recordAct(trx, {
        act: 'survey.questionnaire-in-force',
        object: 'questionnaire',
        id: asked.id,
        unit: rootOf(centres)!.code,
        role,
        at: now.toISOString(),
        facts: { fiscalYear: before.fiscalYear, version: before.version, smallestGroup: asked.smallestGroup },
      });
    return done({ id: asked.id });
  });
}
