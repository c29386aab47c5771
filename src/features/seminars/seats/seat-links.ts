/** What hangs on a seat: the pages below `/seat/<token>/` that a participant may open now. Each part of seminars adds its source. */
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { testLinks } from '../assessments/test-links.ts';
import { ticketLink } from '../attendance/ticket-link.ts';
import { certificateLink } from '../certificates/certificate-link.ts';
import { evaluationLink, materialsLink, planLink } from '../learning/seat-links.ts';
import type { Seat, Seminar } from '../seminar.ts';
import { formLink } from './form/form-link.ts';

export type SeatLink = {
  /** Below the page of the seat, for example "ticket" or "tests/<id>". */
  readonly path: string;
  readonly title: string;
  /** What the page is for, or until when. */
  readonly hint?: string;
  /** Done already: shown with a tick, and still a link. */
  readonly isDone?: boolean;
};

/**
 * Says which links a part has for the seat; none when there is nothing to do. `trx` is one of `actingAsSeat`, so it
 * sees what the participant may see.
 */
export type SeatLinkSource = (
  trx: InTransaction,
  about: { readonly seat: Seat; readonly seminar: Seminar; readonly locale: Locale; readonly now: Date },
) => Promise<readonly SeatLink[]>;

/** In the order of the page. */
export const seatLinkSources: readonly SeatLinkSource[] = [
  formLink,
  ticketLink,
  testLinks,
  evaluationLink,
  planLink,
  materialsLink,
  certificateLink,
];
