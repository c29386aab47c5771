/** Signs an officer's one token of a round without seeing it: what comes is blinded by her browser. */
import { createHash } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { isUuid, type Parts } from './needs.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { selectRounds } from './questionnaire.queries.ts';
import { stateOf } from './survey.ts';
import { signBlinded } from './token.ts';

export type SignedToken = { readonly evaluated: string; readonly proof: string };

/** Safe to repeat with the same blinded value; another one is refused: one person, one token. */
export async function issueToken(
  { ground }: Parts,
  signedIn: SignedIn,
  { roundId, blinded }: { readonly roundId: string; readonly blinded: string },
): Promise<Outcome<SignedToken>> {
  if (!isUuid(roundId) || !/^[A-Za-z0-9_-]{43}$/.test(blinded)) return refused('malformed');
  const bytes = new Uint8Array(Buffer.from(blinded, 'base64url'));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx, { id: roundId });
    if (!round) return refused('not-found');
    if (!signedIn.appointments.some(({ unitId }) => unitId === round.unitId)) return refused('forbidden');
    if (stateOf(round, civilDate(ground.now())) !== 'open') return refused('not-open');
    const signed = signBlinded(ground.secrets.tokenKey, roundId, bytes);
    if (!signed) return refused('malformed');
    const hash = createHash('sha256').update(bytes).digest();
    await trx
      .insertInto('survey.issued')
      .values({ round_id: roundId, person_id: signedIn.person.id, blinded_hash: hash })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const kept = await trx
      .selectFrom('survey.issued')
      .select('blinded_hash')
      .where('round_id', '=', roundId)
      .where('person_id', '=', signedIn.person.id)
      .executeTakeFirst();
    if (!kept || !hash.equals(kept.blinded_hash)) return refused('already-issued');
    return done({
      evaluated: Buffer.from(signed.evaluated).toString('base64url'),
      proof: Buffer.from(signed.proof).toString('base64url'),
    });
  });
}
