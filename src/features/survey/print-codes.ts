/** Codes on paper for staff without an account: printed once, cut, and drawn by lot, so that nobody learns who has which. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { writeCode } from './code-rules.ts';
import { isUuid, type Parts } from './needs.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { selectRounds } from './questionnaire.queries.ts';
import { runsOwn } from './survey.policies.ts';
import { type Round, stateOf } from './survey.ts';
import { codesOf, hashOf } from './token.ts';

export type NewSheet = { readonly id: string; readonly roundId: string; readonly codes: number };
export type CodeSheet = { readonly round: Round; readonly codes: readonly string[] };

/** Safe to repeat with the same `id` by the same person: the same codes. Not more than people who may answer. */
export async function printCodes(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id, roundId, codes }: NewSheet,
): Promise<Outcome<CodeSheet>> {
  if (!isUuid(id) || !isUuid(roundId) || !Number.isInteger(codes) || codes < 1 || codes > 2000)
    return refused('malformed');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id: roundId });
    if (!round) return refused('not-found');
    const role = runsOwn(signedIn.appointments, round.unitId);
    if (!role) return refused('forbidden');
    const state = stateOf(round, civilDate(now));
    if (state !== 'open' && state !== 'planned') return refused('not-open');
    // Two sheets at once would each see room for itself.
    await sql`select pg_advisory_xact_lock(hashtext(${`survey sheet ${roundId}`}))`.execute(trx);
    const sheets = await trx.selectFrom('survey.sheet').selectAll().where('round_id', '=', roundId).execute();
    const before = sheets.find((sheet) => sheet.id === id);
    if (before && (before.printed_by !== signedIn.person.id || before.codes !== codes))
      return refused('forbidden');
    const bytes = codesOf(ground.secrets.tokenKey, roundId, id, codes);
    const sheet = { round, codes: bytes.map(writeCode) };
    if (before) return done(sheet);
    const { people } = await trx
      .selectFrom('survey.entitled')
      .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('people'), sql<number>`0`).as('people'))
      .where('round_id', '=', roundId)
      .executeTakeFirstOrThrow();
    if (Number(people) === 0) return refused('nobody-entitled');
    if (sheets.reduce((sum, one) => sum + one.codes, 0) + codes > Number(people))
      return refused('too-many-codes');
    await trx
      .insertInto('survey.sheet')
      .values({
        id,
        round_id: roundId,
        unit_id: round.unitId,
        codes,
        printed_by: signedIn.person.id,
        printed_at: now,
      })
      .execute();
    const hashes = bytes
      .map((one) => hashOf(ground.secrets.tokenKey, roundId, { kind: 'code', bytes: one }))
      // Not in the order of the slips.
      .sort(Buffer.compare);
    await trx
      .insertInto('survey.code')
      .values(hashes.map((token_hash) => ({ round_id: roundId, token_hash })))
      .execute();
    await recordAct(trx, {
      act: 'survey.codes-printed',
      object: 'survey-round',
      id: roundId,
      unit: centres.find((centre) => centre.id === round.unitId)!.code,
      role,
      at: now.toISOString(),
      facts: { codes },
    });
    return done(sheet);
  });
}
