/** Writes a question, or a new version of one: what was answered is never changed under the answer. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { seminarRole } from '../seminar.policies.ts';
import { done, isUuid, type Outcome, refused } from './assessment.ts';
import { problemOf } from './draft-rules.ts';
import { insertVersions, selectCompetencies, selectQuestion } from './question.queries.ts';
import type { Draft } from './question.ts';

export type Parts = { readonly ground: Ground; readonly network: Network };

export type NewQuestion = {
  readonly id: string;
  /** Of this version, made by the page: saving twice saves once. */
  readonly versionId: string;
  /** The version that the author saw; 0 for a new question. */
  readonly version: number;
  readonly unitId: number;
  readonly isShared: boolean;
  readonly draft: Draft;
};

export async function saveQuestion(
  { ground }: Parts,
  signedIn: SignedIn,
  question: NewQuestion,
): Promise<Outcome<{ id: string }>> {
  const { id, versionId, draft, isShared } = question;
  if (!isUuid(id) || !isUuid(versionId)) return refused('malformed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const known = await selectCompetencies(trx, civilDate(now));
    const problem = problemOf(draft, new Set(known.map(({ code }) => code)));
    if (problem) return refused(problem);
    const before = await selectQuestion(trx, id);
    const unitId = before?.unitId ?? question.unitId;
    const held = signedIn.appointments.find((one) => one.unitId === unitId);
    const role = seminarRole('organise', signedIn.appointments, unitId);
    if (!held || !role) return refused(before || question.version === 0 ? 'forbidden' : 'not-found');
    if (await wasSaved(trx, versionId)) return done({ id });
    if ((before?.version ?? 0) !== question.version) return refused('changed-meanwhile');
    if (before && before.isShared !== isShared)
      await trx.updateTable('seminars.question').set({ is_shared: isShared }).where('id', '=', id).execute();
    if (!before)
      await trx
        .insertInto('seminars.question')
        .values({ id, unit_id: unitId, is_shared: isShared, made_by: signedIn.person.id, made_at: now })
        .execute();
    const version = question.version + 1;
    const isSame = before && JSON.stringify(before.draft) === JSON.stringify(draft);
    if (!isSame)
      await insertVersions(trx, [
        {
          id: versionId,
          questionId: id,
          version,
          draft,
          tokens: tokensOf(draft),
          by: signedIn.person.id,
          now,
        },
      ]);
    await recordAct(trx, {
      act: 'seminars.question-saved',
      object: 'question',
      id,
      unit: held.unitCode,
      role,
      at: now.toISOString(),
      facts: { version: isSame ? before.version : version, isShared },
    });
    return done({ id });
  });
}

const wasSaved = async (trx: Parameters<typeof selectQuestion>[0], versionId: string) =>
  Boolean(
    await trx
      .selectFrom('seminars.question_version')
      .select('id')
      .where('id', '=', versionId)
      .executeTakeFirst(),
  );

/** The words of the question and of everything to choose from, as the search cuts them. */
export function tokensOf(draft: Draft): readonly string[] {
  const words = [draft.stem.th, draft.stem.en ?? ''];
  if (draft.kind === 'single' || draft.kind === 'multiple') words.push(...draft.choices.map(({ th }) => th));
  if (draft.kind === 'ordering') words.push(...draft.items.map(({ th }) => th));
  if (draft.kind === 'matching') words.push(...draft.pairs.flatMap(({ left, right }) => [left.th, right.th]));
  return [...new Set(searchTokens(words.join(' '), dictionaryNow()))];
}

/** Takes a question out of what is drawn from now on, or brings it back. */
export async function retireQuestion(
  { ground }: Parts,
  signedIn: SignedIn,
  { id, retire }: { readonly id: string; readonly retire: boolean },
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(id)) return refused('malformed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const question = await selectQuestion(trx, id);
    if (!question) return refused('not-found');
    const held = signedIn.appointments.find((one) => one.unitId === question.unitId);
    const role = seminarRole('organise', signedIn.appointments, question.unitId);
    if (!held || !role) return refused('forbidden');
    if (question.isRetired === retire) return done({ id });
    await trx
      .updateTable('seminars.question')
      .set({ retired_at: retire ? now : null })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: retire ? 'seminars.question-retired' : 'seminars.question-restored',
      object: 'question',
      id,
      unit: held.unitCode,
      role,
      at: now.toISOString(),
      facts: {},
    });
    return done({ id });
  });
}
