/** A centre begins its self-assessment of the year, scores its activities with evidence, and hands it in. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { mayAssess } from './moral.policies.ts';
import { selectAssessment, selectFrames, selectScores } from './moral.queries.ts';
import type { Score } from './moral.ts';
import { frameFor } from './moral-rules.ts';

const newAssessment = z.object({ id: z.uuid(), unitId: z.int() });

/** One a centre and year: begun twice it is one. Refusals: `malformed`, `forbidden`. */
export async function beginAssessment(
  { ground }: Parts,
  signedIn: SignedIn,
  input: z.input<typeof newAssessment>,
): Promise<Outcome<{ id: string }>> {
  const parsed = newAssessment.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, unitId } = parsed.data;
  if (!mayAssess(signedIn, unitId)) return refused('forbidden');
  const fiscalYear = fiscalYearOf(civilDate(ground.now()));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const frame = frameFor(await selectFrames(trx), fiscalYear);
    if (!frame) return refused('not-found');
    await trx
      .insertInto('ethics.moral_assessment')
      .values({
        id,
        unit_id: unitId,
        fiscal_year: fiscalYear,
        frame_year: frame.fiscalYear,
        frame_version: frame.version,
      })
      .onConflict((conflict) => conflict.columns(['unit_id', 'fiscal_year']).doNothing())
      .execute();
    const row = await trx
      .selectFrom('ethics.moral_assessment')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('fiscal_year', '=', fiscalYear)
      .executeTakeFirstOrThrow();
    return done({ id: row.id });
  });
}

const newScores = z.object({
  id: z.uuid(),
  /** Of the assessment as it was opened: a colleague's scores are not overwritten unread. */
  revision: z.int(),
  scores: z
    .array(
      z.object({
        position: z.int().min(1).max(20),
        score: z.int().min(0).max(2),
        evidence: z.string().trim().max(2000),
        link: z
          .string()
          .trim()
          .max(500)
          .refine((link) => link === '' || (/^https?:\/\//.test(link) && URL.canParse(link))),
      }),
    )
    .max(20),
  submit: z.boolean(),
});
export type NewScores = z.input<typeof newScores>;

const isLike = (one: NewScores['scores'][number], there: Score) =>
  one.position === there.position &&
  one.score === there.score &&
  one.evidence === there.evidence &&
  one.link === (there.link ?? '');

/** Saves, and hands in when asked to. Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `changed-meanwhile`, `evidence-missing`. */
export async function saveScores(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewScores,
): Promise<Outcome<{ id: string }>> {
  const parsed = newScores.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, revision, scores, submit } = parsed.data;
  if (scores.some(({ score, evidence }) => score > 0 && evidence === '')) return refused('evidence-missing');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const there = await selectAssessment(trx, id);
    if (!there) return refused('not-found');
    if (!mayAssess(signedIn, there.unitId)) return refused('forbidden');
    if (submit && there.state === 'submitted' && there.submittedBy === signedIn.person.id)
      return done({ id });
    if (there.state !== 'draft' && there.state !== 'returned') return refused('changed-meanwhile');
    const frame = (await selectFrames(trx)).find(
      (one) => one.fiscalYear === there.frameYear && one.version === there.frameVersion,
    )!;
    if (scores.some(({ position }) => position > frame.activitiesTh.length)) return refused('malformed');
    const present = (await selectAssessment(trx, id, { hold: true }))?.revision;
    const stands = await selectScores(trx, id);
    const isSame = scores.every((one) => stands.some((there) => isLike(one, there)));
    // A form sent twice says what stands already.
    if (present !== revision && !isSame) return refused('changed-meanwhile');
    if (!isSame) {
      // Moves the revision, so that whoever opened it before is told.
      await trx
        .updateTable('ethics.moral_assessment')
        .set({ state: there.state })
        .where('id', '=', id)
        .execute();
      await trx
        .insertInto('ethics.moral_score')
        .values(
          scores.map(({ link, ...score }) => ({
            assessment_id: id,
            ...score,
            link: link === '' ? null : link,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['assessment_id', 'position']).doUpdateSet((from) => ({
            score: from.ref('excluded.score'),
            evidence: from.ref('excluded.evidence'),
            link: from.ref('excluded.link'),
          })),
        )
        .execute();
    }
    if (!submit) return done({ id });
    if (new Set(scores.map(({ position }) => position)).size !== frame.activitiesTh.length)
      return refused('malformed');
    await trx
      .updateTable('ethics.moral_assessment')
      .set({ state: 'submitted', submitted_by: signedIn.person.id, submitted_at: now })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: 'ethics.moral-submitted',
      object: 'moral-assessment',
      id,
      unit: centres.find((centre) => centre.id === there.unitId)!.code,
      at: now.toISOString(),
      facts: { fiscalYear: there.fiscalYear },
    });
    return done({ id });
  });
}
