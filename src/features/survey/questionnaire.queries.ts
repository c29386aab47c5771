/** Questionnaires with what they ask, and rounds. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Questionnaire, Round } from './survey.ts';

type Which = { readonly id?: string; readonly fiscalYear?: number };

/** The newest version of a year first. */
export async function selectQuestionnaires(
  db: Queries,
  { id, fiscalYear }: Which = {},
): Promise<readonly Questionnaire[]> {
  let heads = db
    .selectFrom('survey.questionnaire')
    .selectAll()
    .orderBy('fiscal_year', 'desc')
    .orderBy('version', 'desc');
  if (id !== undefined) heads = heads.where('id', '=', id);
  if (fiscalYear !== undefined) heads = heads.where('fiscal_year', '=', fiscalYear);
  const rows = await heads.execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const indicators = await db
    .selectFrom('survey.indicator')
    .selectAll()
    .where('questionnaire_id', 'in', ids)
    .orderBy('position')
    .execute();
  const items = await db
    .selectFrom('survey.item')
    .selectAll()
    .where('questionnaire_id', 'in', ids)
    .orderBy('position')
    .execute();
  const choices = await db
    .selectFrom('survey.choice')
    .selectAll()
    .where('questionnaire_id', 'in', ids)
    .orderBy('position')
    .execute();
  const bands = await db
    .selectFrom('survey.band')
    .selectAll()
    .where('questionnaire_id', 'in', ids)
    .orderBy('position')
    .execute();
  const of = <T extends { questionnaire_id: string }>(all: readonly T[], questionnaireId: string) =>
    all.filter((row) => row.questionnaire_id === questionnaireId);
  return rows.map((row) => ({
    id: row.id,
    fiscalYear: row.fiscal_year,
    version: row.version,
    title: { th: row.title_th, en: row.title_en },
    bandQuestion: { th: row.band_question_th, en: row.band_question_en },
    wordsQuestion: { th: row.words_question_th, en: row.words_question_en },
    smallestGroup: row.smallest_group,
    state: row.state as Questionnaire['state'],
    basis: { th: row.basis_th, en: row.basis_en },
    source: row.source,
    status: row.status as Questionnaire['status'],
    indicators: of(indicators, row.id).map(({ code, name_th, name_en }) => ({
      code,
      name: { th: name_th, en: name_en },
    })),
    items: of(items, row.id).map(({ code, indicator, prompt_th, prompt_en }) => ({
      code,
      indicator,
      prompt: { th: prompt_th, en: prompt_en },
    })),
    choices: of(choices, row.id).map(({ code, label_th, label_en, points }) => ({
      code,
      label: { th: label_th, en: label_en },
      points: points === null ? undefined : Number(points),
    })),
    bands: of(bands, row.id).map(({ code, label_th, label_en }) => ({
      code,
      label: { th: label_th, en: label_en },
    })),
  }));
}

/** What a draft asks, anew. */
export async function writeParts(
  trx: InTransaction,
  id: string,
  parts: Pick<Questionnaire, 'indicators' | 'items' | 'choices' | 'bands'>,
): Promise<void> {
  for (const table of ['survey.item', 'survey.indicator', 'survey.choice', 'survey.band'] as const)
    await trx.deleteFrom(table).where('questionnaire_id', '=', id).execute();
  await insertParts(trx, id, parts);
}

export async function insertParts(
  trx: InTransaction,
  id: string,
  parts: Pick<Questionnaire, 'indicators' | 'items' | 'choices' | 'bands'>,
): Promise<void> {
  const labelled = (
    { code, label }: { code: string; label: { th: string; en: string } },
    position: number,
  ) => ({
    questionnaire_id: id,
    code,
    position,
    label_th: label.th,
    label_en: label.en,
  });
  await trx
    .insertInto('survey.indicator')
    .values(
      parts.indicators.map(({ code, name }, position) => ({
        questionnaire_id: id,
        code,
        position,
        name_th: name.th,
        name_en: name.en,
      })),
    )
    .execute();
  await trx
    .insertInto('survey.item')
    .values(
      parts.items.map(({ code, indicator, prompt }, position) => ({
        questionnaire_id: id,
        code,
        indicator,
        position,
        prompt_th: prompt.th,
        prompt_en: prompt.en,
      })),
    )
    .execute();
  await trx
    .insertInto('survey.choice')
    .values(
      parts.choices.map((choice, at) => ({
        ...labelled(choice, at),
        points: choice.points === undefined ? null : String(choice.points),
      })),
    )
    .execute();
  await trx.insertInto('survey.band').values(parts.bands.map(labelled)).execute();
}

type WhichRounds = {
  readonly id?: string;
  readonly unitIds?: readonly number[];
  readonly fiscalYear?: number;
};

/** The newest year first. */
export async function selectRounds(
  db: Queries,
  { id, unitIds, fiscalYear }: WhichRounds = {},
): Promise<readonly Round[]> {
  if (unitIds?.length === 0) return [];
  let query = db
    .selectFrom('survey.round')
    .select([
      'id',
      'unit_id',
      'fiscal_year',
      'questionnaire_id',
      'opens_on',
      'closes_on',
      'token_key',
      'closed_at',
      'counted_at',
      'published_at',
    ])
    .orderBy('fiscal_year', 'desc')
    .orderBy('unit_id');
  if (id !== undefined) query = query.where('id', '=', id);
  if (unitIds) query = query.where('unit_id', 'in', [...unitIds]);
  if (fiscalYear !== undefined) query = query.where('fiscal_year', '=', fiscalYear);
  return (await query.execute()).map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    fiscalYear: row.fiscal_year,
    questionnaireId: row.questionnaire_id,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    tokenKey: new Uint8Array(row.token_key),
    closedAt: row.closed_at ?? undefined,
    countedAt: row.counted_at ?? undefined,
    publishedAt: row.published_at ?? undefined,
  }));
}
