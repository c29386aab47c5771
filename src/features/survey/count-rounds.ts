/** Every minute, as the worker: mixes what came, closes rounds whose last day is over, and counts those that are closed. */
import { sql } from 'kysely';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from './needs.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { resultsOf } from './score-rules.ts';
import { type GroupResult, type Round, whole } from './survey.ts';

/** Safe to repeat. Returns how many rounds were counted. */
export async function countRounds({ ground, network }: Parts): Promise<number> {
  const { worker } = ground.databases;
  const now = ground.now();
  await closeOver({ ground, network }, now);
  const closed = (await selectRounds(worker)).filter(({ closedAt, countedAt }) => closedAt && !countedAt);
  // After the closing: whoever was sending then has ended, and nobody sends to these any more.
  await sql`select survey.mix()`.execute(worker);
  for (const round of closed) await worker.transaction().execute((trx) => countRound(trx, round, now));
  return closed.length;
}

async function closeOver({ ground, network }: Parts, now: Date): Promise<void> {
  const { worker } = ground.databases;
  const today = civilDate(now);
  const over = (await selectRounds(worker)).filter(({ closedAt, closesOn }) => !closedAt && closesOn < today);
  if (over.length === 0) return;
  const centres = await network.listCentres(now);
  for (const { id, unitId, fiscalYear } of over)
    await worker.transaction().execute(async (trx) => {
      const closed = await trx
        .updateTable('survey.round')
        .set({ closed_at: now })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!closed) return;
      await recordAct(trx, {
        act: 'survey.round-closed',
        object: 'survey-round',
        id,
        unit: centres.find((centre) => centre.id === unitId)!.code,
        role: 'worker',
        at: now.toISOString(),
        facts: { fiscalYear },
      });
    });
}

/** Stores what may be shown, and forgets the rest: tokens, codes, and counts of groups however small. */
async function countRound(trx: InTransaction, round: Round, now: Date): Promise<void> {
  const taken = await trx
    .updateTable('survey.round')
    .set({ counted_at: now })
    .where('id', '=', round.id)
    .where('counted_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) return;
  const [questionnaire] = await selectQuestionnaires(trx, { id: round.questionnaireId });
  const { bands, items, choices, smallestGroup } = questionnaire!;
  const peopleBy = (rows: readonly { band: string; people: number }[]) =>
    new Map(rows.map(({ band, people }) => [band, people]));
  const results = resultsOf({
    bands: bands.map(({ code }) => code),
    items,
    choices,
    smallestGroup,
    returned: peopleBy(
      await trx
        .selectFrom('survey.returned')
        .select(['band', 'people'])
        .where('round_id', '=', round.id)
        .execute(),
    ),
    tallies: await trx
      .selectFrom('survey.tally')
      .select(['band', 'item', 'choice', 'people'])
      .where('round_id', '=', round.id)
      .execute(),
    entitled: peopleBy(
      await trx
        .selectFrom('survey.entitled')
        .select(['band', 'people'])
        .where('round_id', '=', round.id)
        .execute(),
    ),
  });
  await store(trx, round.id, results);
  const isShown = results.find(({ band }) => band === whole)?.people !== undefined;
  await sql`select survey.forget(${round.id}, ${isShown})`.execute(trx);
}

async function store(trx: InTransaction, roundId: string, results: readonly GroupResult[]): Promise<void> {
  await trx
    .insertInto('survey.result_group')
    .values(
      results.map(({ band, people, entitled }) => ({
        round_id: roundId,
        band,
        people: people ?? null,
        entitled: entitled ?? null,
      })),
    )
    .execute();
  const items = results.flatMap((group) =>
    group.items.map(({ item, scored, mean }) => ({
      round_id: roundId,
      band: group.band,
      item,
      scored,
      mean: String(mean),
    })),
  );
  if (items.length > 0) await trx.insertInto('survey.result').values(items).execute();
}
