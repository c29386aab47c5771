/** A centre answers once, about its whole list of nominees at once; what it said is readable by nobody from then on. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectNominations } from './honour.queries.ts';

/** Centres for which the acting person may answer. */
export const questionsOf = async (trx: InTransaction, roundId: string): Promise<readonly number[]> =>
  (
    await sql<{
      unit_id: number;
    }>`select unit_id from ethics.honour_questions(${roundId}) as asked (unit_id)`.execute(trx)
  ).rows.map((row) => row.unit_id);

/** The list that a centre is asked about: everybody below, and in it persons only, as `ethics.honour_concerns` says. */
export async function listFor(trx: InTransaction, roundId: string, unitId: number) {
  const { rows } = await sql<{ id: string }>`
    select listed.id from ethics.honour_list(${roundId}, ${unitId}) as listed (id)`.execute(trx);
  const ids = new Set(rows.map((row) => row.id));
  return (await selectNominations(trx, { roundId })).filter((one) => ids.has(one.id));
}

const newAnswer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  unitId: z.int(),
  /** Nominees to be left out; all others on the list are cleared by the same answer. */
  held: z.array(z.uuid()).max(2000),
});
export type NewClearance = z.input<typeof newAnswer>;

/**
 * The ledger entry says that the centre has answered, the same whatever it said. Safe to repeat. Refusals: `malformed`,
 * `forbidden`, `answered-already`.
 */
export async function answerClearance(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewClearance,
): Promise<Outcome<{ id: string }>> {
  const parsed = newAnswer.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, roundId, unitId, held } = parsed.data;
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    if (!(await questionsOf(trx, roundId)).includes(unitId)) return refused('forbidden');
    const there = await trx
      .selectFrom('ethics.honour_clearance')
      .select(['answer_id', 'answered_by'])
      .where('round_id', '=', roundId)
      .where('unit_id', '=', unitId)
      .executeTakeFirst();
    if (there?.answer_id)
      return there.answer_id === id && there.answered_by === signedIn.person.id
        ? done({ id })
        : refused('answered-already');
    const list = new Set((await listFor(trx, roundId, unitId)).map((one) => one.id));
    if (held.some((one) => !list.has(one))) return refused('malformed');
    await sql`select ethics.answer_honours(${id}, ${roundId}, ${unitId}, ${held}::uuid[], ${now})`.execute(
      trx,
    );
    await recordAct(trx, {
      act: 'ethics.honours-list-answered',
      object: 'honour-round',
      id: roundId,
      unit: centres.find((centre) => centre.id === unitId)!.code,
      at: now.toISOString(),
    });
    return done({ id });
  });
}
