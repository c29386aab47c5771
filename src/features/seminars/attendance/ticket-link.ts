/** The way from the page of a seat to its ticket. */
import type { SeatLinkSource } from '../seats/seat-links.ts';
import { attendanceText } from './text.ts';

export const ticketLink: SeatLinkSource = async (_trx, { seat, locale }) => {
  const { ticket: text } = attendanceText(locale);
  return seat.state === 'confirmed' ? [{ path: 'ticket', title: text.link, hint: text.linkHint }] : [];
};
