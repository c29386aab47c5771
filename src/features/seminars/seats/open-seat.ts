/** A participant comes by her link: her seat, its seminar, and what she may do there. No account, no cookie. */
import type { Network } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAsSeat } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readSeatToken } from '../seat-link.ts';
import { selectSeat, selectSeminar } from '../seminar.queries.ts';
import type { Seat, Seminar } from '../seminar.ts';
import { selectQueuePlace } from './seat.queries.ts';
import { type SeatLink, seatLinkSources } from './seat-links.ts';
import { openSteps, type SeatStep } from './seat-steps.ts';

export type OpenSeat = {
  readonly seat: Seat & {
    readonly unitName: string;
    /** Until when an offer may be accepted. */
    readonly offerUntil: Date | undefined;
    /** Place in the waiting list, 1 for the next. */
    readonly queuePlace: number | undefined;
    /** What the person herself may do now. */
    readonly steps: readonly SeatStep[];
  };
  readonly seminar: Seminar;
  readonly links: readonly SeatLink[];
};

/** Undefined for a link that was not made here, and for a seat that is gone. */
export async function openSeat(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  token: string,
  locale: Locale,
): Promise<OpenSeat | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    if (!seat || !seminar) return undefined;
    const links: SeatLink[] = [];
    for (const source of seatLinkSources)
      links.push(...(await source(trx, { seat, seminar, locale, now: ground.now() })));
    const centre = (await network.listCentres(ground.now())).find((one) => one.id === seat.unitId);
    const unitName = (locale === 'en' ? centre?.nameEn : centre?.nameTh) ?? '';
    const { offer_until: offerUntil } = await trx
      .selectFrom('seminars.registration')
      .select('offer_until')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const isOver =
      (offerUntil !== null && offerUntil <= ground.now()) || civilDate(ground.now()) > seminar.endsOn;
    return {
      seat: {
        ...seat,
        unitName,
        offerUntil: offerUntil ?? undefined,
        queuePlace: await selectQueuePlace(trx, id),
        steps: isOver ? [] : openSteps(seat.state, ['holder']),
      },
      seminar,
      links,
    };
  });
}
