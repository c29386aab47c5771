/** Takes a seat one step on its way: by an officer for one or many, or by the participant through her link. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { readSeatToken } from '../seat-link.ts';
import { selectSeat } from '../seminar.queries.ts';
import type { RegistrationState } from '../seminar.ts';
import { selectOne } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome, type SeatRefusal } from './seat-outcome.ts';
import { actingIn } from './seat-people.ts';
import type { HolderStep, SeatStep } from './seat-steps.ts';

/** Steps that ask for a reason, which is kept in the history and told to the person. */
const withReason: readonly SeatStep[] = ['reject'];

/** Safe to repeat: a seat that stands already where the step leads stays there. */
export async function stepSeat(
  ground: Ground,
  signedIn: SignedIn,
  { id, step, reason = '' }: { readonly id: string; readonly step: SeatStep; readonly reason?: string },
): Promise<SeatOutcome<{ state: RegistrationState }>> {
  if (withReason.includes(step) && reason.trim().length < 3) return refused('reason-needed');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seat = await selectOne(trx, id);
    if (!seat) return refused('not-found');
    const state = await moveSeat(trx, id, step, now, reason.trim());
    if (state !== seat.state)
      await recordAct(trx, {
        act: `seminars.seat-${step}`,
        object: 'seat',
        id,
        ...actingIn(signedIn, seat),
        at: now.toISOString(),
        facts: { seminar: seat.seminarId, from: seat.state, to: state },
      });
    return done({ state });
  }).catch(refusalOf);
}

export type ManySteps = {
  readonly moved: number;
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly refused: readonly { readonly id: string; readonly code: SeatRefusal }[];
};

/** The same step for many, each by itself and in the order given: what one refusal stops, it stops alone. */
export async function stepSeats(
  ground: Ground,
  signedIn: SignedIn,
  {
    ids,
    step,
    reason,
  }: { readonly ids: readonly string[]; readonly step: SeatStep; readonly reason?: string },
): Promise<SeatOutcome<ManySteps>> {
  if (ids.length === 0) return refused('nothing-chosen');
  const stopped: { id: string; code: SeatRefusal }[] = [];
  const states: RegistrationState[] = [];
  for (const id of ids) {
    const outcome = await stepSeat(ground, signedIn, { id, step, ...(reason ? { reason } : {}) });
    if (outcome.ok) states.push(outcome.value.state);
    else stopped.push({ id, code: outcome.code });
  }
  const count = (state: RegistrationState) => states.filter((one) => one === state).length;
  return done({
    moved: states.length,
    confirmed: count('confirmed'),
    waitlisted: count('waitlisted'),
    refused: stopped,
  });
}

export async function stepOwnSeat(
  ground: Ground,
  token: string,
  step: HolderStep,
): Promise<SeatOutcome<{ state: RegistrationState }>> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return refused('not-found');
  const now = ground.now();
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    if (!seat) return refused('not-found');
    const state = await moveSeat(trx, id, step, now, '');
    if (state !== seat.state)
      await recordAct(trx, {
        act: `seminars.seat-${step}`,
        object: 'seat',
        id,
        role: 'participant',
        at: now.toISOString(),
        facts: { seminar: seat.seminarId, from: seat.state, to: state },
      });
    return done({ state });
  }).catch(refusalOf);
}

export async function moveSeat(
  trx: InTransaction,
  id: string,
  step: SeatStep,
  at: Date,
  reason: string,
): Promise<RegistrationState> {
  const { rows } = await sql<{ state: RegistrationState }>`
    select seminars.step_seat(${id}, ${step}, ${at}, ${reason === '' ? null : reason}) as state`.execute(trx);
  return rows[0]!.state;
}
