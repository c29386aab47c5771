/** The form's line on the page of a seat, while there is a form and the seat is on its way. */

import { civilDate } from '#platform/calendar/civil-date.ts';
import type { SeatLinkSource } from '../seat-links.ts';
import { isActive } from '../seat-steps.ts';
import { seatsText } from '../text.ts';
import { selectAnswers, selectForm } from './form.queries.ts';

export const formLink: SeatLinkSource = async (trx, { seat, seminar, locale, now }) => {
  if (!isActive(seat.state) || civilDate(now) > seminar.endsOn) return [];
  if (!(await selectForm(trx, seminar.id))) return [];
  const answers = await selectAnswers(trx, seminar.id, seat.id);
  const text = seatsText(locale).form;
  return [{ path: 'form', title: text.heading, hint: text.hint, isDone: answers.length > 0 }];
};
