/** A member of the committee scores a nominee, held or not, seeing no mark but her own. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectCategories } from './category.queries.ts';
import { selectNominations, selectRound } from './honour.queries.ts';

/** Of these nominations, those the acting person scores: member, and of another centre. */
export async function scoredByMe(trx: InTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${[...ids]}::uuid[]) as asked (id) where ethics.scores_honour(asked.id)`.execute(
    trx,
  );
  return new Set(rows.map((row) => row.id));
}

const newScore = z.object({ id: z.uuid(), scores: z.array(z.int().min(0).max(100)).min(1).max(10) });
export type NewScore = z.input<typeof newScore>;

/** May be changed until scoring closes. Refusals: `malformed`, `not-found`, `forbidden` (no member, own centre), `not-open`. */
export async function scoreNominee(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewScore,
): Promise<Outcome<{ id: string }>> {
  const parsed = newScore.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, scores } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [nomination] = await selectNominations(trx, { id });
    const round = nomination && (await selectRound(trx, nomination.roundId));
    if (!round) return refused('not-found');
    if (round.state !== 'scoring' || (round.scoringUntil ?? '') < civilDate(now)) return refused('not-open');
    if (!(await scoredByMe(trx, [id])).has(id)) return refused('forbidden');
    const category = (await selectCategories(trx)).find(
      (one) => one.fiscalYear === round.fiscalYear && one.code === nomination.categoryCode,
    )!;
    if (scores.length !== category.criteria.length) return refused('malformed');
    const before = await trx
      .selectFrom('ethics.honour_score')
      .select('scores')
      .where('nomination_id', '=', id)
      .executeTakeFirst();
    if (before?.scores.join() === scores.join()) return done({ id });
    await trx
      .insertInto('ethics.honour_score')
      .values({ nomination_id: id, member_id: signedIn.person.id, scores })
      .onConflict((conflict) => conflict.columns(['nomination_id', 'member_id']).doUpdateSet({ scores }))
      .execute();
    await recordAct(trx, {
      act: 'ethics.honour-scored',
      object: 'honour-nomination',
      id,
      unit: centres.find(({ parentCode }) => parentCode === undefined)!.code,
      at: now.toISOString(),
    });
    return done({ id });
  });
}
