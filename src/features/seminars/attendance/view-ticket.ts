/** The participant's ticket, as her own link opens it. */
import { actingAsSeat } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readSeatToken } from '../seat-link.ts';
import { selectSeat, selectSeminar } from '../seminar.queries.ts';
import type { RegistrationState, Seminar } from '../seminar.ts';
import type { Session } from './attendance.ts';
import { everySession } from './enter-attendance.ts';
import type { Parts } from './organised.ts';
import { makeTicket, seatCode } from './ticket.ts';
import { ticketKey } from './ticket-key.ts';
import { centreName } from './view-attendance.ts';

export type TicketView = {
  readonly seminar: Seminar;
  readonly registrationId: string;
  readonly name: string;
  readonly centre: string;
  readonly state: RegistrationState;
  /** Only for a confirmed seat. */
  readonly ticket: string | undefined;
  readonly code: string;
  readonly sessions: readonly Session[];
  /** Half-days that have not begun, for an apology. */
  readonly ahead: readonly Session[];
  readonly apologies: readonly { readonly session: string; readonly reason: string }[];
};

/** Undefined for a link that was not made here. */
export async function viewTicket(
  { ground, network }: Parts,
  token: string,
  locale: Locale,
): Promise<TicketView | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  const centres = await network.listCentres(ground.now());
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    if (!seat || !seminar) return undefined;
    const apologies = await trx
      .selectFrom('seminars.apology')
      .select(['session', 'reason'])
      .where('registration_id', '=', id)
      .orderBy('made_at')
      .execute();
    const sessions = await everySession(trx, seminar.id);
    const centre = centres.find((one) => one.id === seat.unitId);
    const isConfirmed = seat.state === 'confirmed';
    return {
      seminar,
      registrationId: id,
      name: seat.prefixTh + seat.nameTh,
      centre: centre ? centreName(centre, locale) : '',
      state: seat.state,
      ticket: isConfirmed
        ? await makeTicket(await ticketKey(ground), { seminarId: seminar.id, registrationId: id })
        : undefined,
      code: seatCode(id),
      sessions,
      ahead: sessions.filter(({ half, startsAt }) => half !== undefined && startsAt > ground.now()),
      apologies,
    };
  });
}
