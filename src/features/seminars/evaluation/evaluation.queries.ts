/** Questions of evaluation, and the functions by which answers go in and figures come out. */
import { sql } from 'kysely';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Item, ItemAbout, ItemKind } from './evaluation.ts';

/** Every version that concerns the seminar: the common ones and its own; without a seminar the common ones. */
export async function selectItems(db: Queries, seminarId?: string): Promise<readonly Item[]> {
  const rows = await db
    .selectFrom('seminars.evaluation_item')
    .selectAll()
    .where((eb) =>
      seminarId === undefined
        ? eb('seminar_id', 'is', null)
        : eb.or([eb('seminar_id', 'is', null), eb('seminar_id', '=', seminarId)]),
    )
    .orderBy('position')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    seminarId: row.seminar_id ?? undefined,
    code: row.code,
    version: row.version,
    about: row.about as ItemAbout,
    kind: row.kind as ItemKind,
    promptTh: row.prompt_th,
    promptEn: row.prompt_en,
    position: row.position,
    isAsked: row.is_asked,
    isConfirmed: row.status === 'confirmed',
    validFrom: row.valid_from,
  }));
}

export type Said = {
  readonly subjectId: string;
  readonly ratings: readonly { readonly item: string; readonly rating: number }[];
  readonly comments: readonly { readonly item: string; readonly comment: string }[];
};

/** As the acting seat; false when it has spoken of the subject before. */
export async function giveReaction(trx: InTransaction, said: Said): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select seminars.give_reaction(
      ${said.subjectId},
      ${JSON.stringify(said.ratings)}::jsonb,
      ${JSON.stringify(said.comments)}::jsonb) as counted`.execute(trx);
  return rows[0]!.counted;
}

/** What the acting seat has spoken of. */
export async function selectReacted(trx: InTransaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select seminars.reacted() as id`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

/** Figures as the database shows them to organisers: nothing of small groups. */
export async function selectReactions(trx: InTransaction, seminarId: string) {
  const [people, counted, words] = [
    await sql<{ subject_id: string; people: number }>`
      select * from seminars.reaction_people(${seminarId})`.execute(trx),
    await sql<{ subject_id: string; item_id: string; rating: number; people: number }>`
      select * from seminars.reaction_figures(${seminarId})`.execute(trx),
    await sql<{ subject_id: string; item_id: string; comment: string }>`
      select * from seminars.reaction_words(${seminarId})`.execute(trx),
  ];
  return {
    people: new Map(people.rows.map((row) => [row.subject_id, row.people])),
    counted: counted.rows.map((row) => ({
      subjectId: row.subject_id,
      itemId: row.item_id,
      rating: row.rating,
      people: row.people,
    })),
    words: words.rows.map((row) => ({
      subjectId: row.subject_id,
      itemId: row.item_id,
      comment: row.comment,
    })),
  };
}
