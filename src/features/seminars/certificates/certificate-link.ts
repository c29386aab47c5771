/** The way from the page of a seat to its certificate, once there is one. */
import type { SeatLinkSource } from '../seats/seat-links.ts';
import { selectOfSeat } from './certificate.queries.ts';
import { certificatesText } from './text.ts';

export const certificateLink: SeatLinkSource = async (trx, { seat, locale }) => {
  const { seat: text } = certificatesText(locale);
  const own = await selectOfSeat(trx, seat.id);
  return own.length > 0 ? [{ path: 'certificates', title: text.link, hint: text.linkHint }] : [];
};
