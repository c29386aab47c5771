/** A participant reads and answers her form through her link. */

import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { readSeatToken } from '../../seat-link.ts';
import { selectSeat, selectSeminar } from '../../seminar.queries.ts';
import type { Seat, Seminar } from '../../seminar.ts';
import { done, refused, type SeatOutcome } from '../seat-outcome.ts';
import { isActive, isHeld } from '../seat-steps.ts';
import { sealCitizenNumber } from './citizen-number.ts';
import { asAnswers, keepAnswers, selectAnswers, selectForm } from './form.queries.ts';
import type { Answers, FormField } from './form.ts';
import { type AnswerProblem, isCitizenNumber, readAnswers } from './form-rules.ts';

export type OwnForm = {
  readonly seat: Seat;
  readonly seminar: Seminar;
  readonly fields: readonly FormField[];
  readonly answers: Answers;
  readonly phone: string;
  readonly isAnswered: boolean;
  /** What finance needs, when the organiser asks for it. */
  readonly citizenNumber:
    | { readonly reason: string; readonly isGiven: boolean; readonly erasedOn: string }
    | undefined;
};

/** Undefined for a link that was not made here and while there is nothing to answer. */
export async function openOwnForm(ground: Ground, token: string): Promise<OwnForm | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  return actingAsSeat(ground.databases.public, id, (trx) => readOwn(trx, id, ground.now()));
}

/** The form closes with the seminar: from then on the link, which may lie in an old mail, shows no answer any more. */
async function readOwn(
  trx: InTransaction,
  id: string,
  now: Date,
): Promise<(OwnForm & { version: number }) | undefined> {
  const seat = await selectSeat(trx, id);
  const seminar = seat && (await selectSeminar(trx, seat.seminarId));
  if (!seat || !seminar || !isActive(seat.state) || civilDate(now) > seminar.endsOn) return undefined;
  const form = await selectForm(trx, seminar.id);
  if (!form) return undefined;
  const kept = await selectAnswers(trx, seminar.id, id);
  const own = await trx
    .selectFrom('seminars.registration')
    .select('phone')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    seat,
    seminar,
    version: form.version,
    fields: form.fields,
    answers: asAnswers(kept),
    phone: own.phone ?? '',
    isAnswered: kept.length > 0,
    citizenNumber: isHeld(seat.state) ? await citizenNumberAsked(trx, seminar, id) : undefined,
  };
}

async function citizenNumberAsked(trx: InTransaction, seminar: Seminar, id: string) {
  const asks = await trx
    .selectFrom('seminars.seat_settings')
    .select(['citizen_number_reason', 'citizen_number_days'])
    .where('seminar_id', '=', seminar.id)
    .executeTakeFirst();
  if (!asks?.citizen_number_reason) return undefined;
  const given = await trx
    .selectFrom('seminars.citizen_number')
    .select('erase_on')
    .where('registration_id', '=', id)
    .executeTakeFirst();
  return {
    reason: asks.citizen_number_reason,
    isGiven: given !== undefined,
    erasedOn: given?.erase_on ?? addDays(asCivilDate(seminar.endsOn), asks.citizen_number_days),
  };
}

export type Posted = {
  readonly answers: (code: string) => readonly string[];
  readonly positionTh: string;
  readonly phone: string;
  /** Empty: none given now. */
  readonly citizenNumber: string;
};
export type AnswerOutcome =
  | SeatOutcome<{ readonly answered: number }>
  | {
      readonly ok: false;
      readonly code: 'answers';
      readonly problems: Readonly<Record<string, AnswerProblem>>;
    };

/** Answering again replaces the answers; nothing is kept when one of them will not do. */
export async function answerOwnForm(ground: Ground, token: string, posted: Posted): Promise<AnswerOutcome> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return refused('not-found');
  const now = ground.now();
  return actingAsSeat(ground.databases.public, id, async (trx): Promise<AnswerOutcome> => {
    const own = await readOwn(trx, id, now);
    if (!own) return refused('not-open');
    const { answers, problems } = readAnswers(own.fields, posted.answers);
    if (Object.keys(problems).length > 0) return { ok: false, code: 'answers', problems };
    const number = posted.citizenNumber.replace(/[\s-]/g, '');
    if (number !== '') {
      if (!own.citizenNumber) return refused('number-not-asked');
      if (!isCitizenNumber(number)) return refused('citizen-number-wrong');
      await keepCitizenNumber(trx, ground, own, number, now);
    }
    const whose = { registrationId: id, seminarId: own.seminar.id, hostUnitId: own.seminar.unitId };
    await keepAnswers(trx, whose, own, answers, now);
    await trx
      .updateTable('seminars.registration')
      .set({
        position_th: posted.positionTh.slice(0, 200),
        phone: posted.phone.slice(0, 40) || null,
      })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: 'seminars.form-answered',
      object: 'seat',
      id,
      role: 'participant',
      at: now.toISOString(),
      facts: { seminar: own.seminar.id, version: own.version, citizenNumber: number !== '' },
    });
    return done({ answered: Object.keys(answers).length });
  });
}

async function keepCitizenNumber(
  trx: InTransaction,
  ground: Ground,
  own: OwnForm,
  number: string,
  at: Date,
): Promise<void> {
  const { seat, seminar } = own;
  const sealed = sealCitizenNumber(number, ground.secrets.accountKey, seat.id);
  // Not "on conflict": that would want the right to read what is sealed.
  const { numUpdatedRows } = await trx
    .updateTable('seminars.citizen_number')
    .set({ sealed, given_at: at })
    .where('registration_id', '=', seat.id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  await trx
    .insertInto('seminars.citizen_number')
    .values({
      registration_id: seat.id,
      seminar_id: seminar.id,
      host_unit_id: seminar.unitId,
      sealed,
      given_at: at,
      erase_on: own.citizenNumber!.erasedOn,
    })
    .execute();
}
