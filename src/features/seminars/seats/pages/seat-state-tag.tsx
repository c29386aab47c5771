/** Where a seat stands, as a coloured word. */
import type { Locale } from '#platform/text/messages.ts';
import type { RegistrationState } from '../../seminar.ts';
import { seatsText } from '../text.ts';

const tones: Record<RegistrationState, string> = {
  nominated: 'tag warn',
  approved: 'tag deep',
  confirmed: 'tag good',
  waitlisted: 'tag',
  offered: 'tag warn',
  rejected: 'tag',
  declined: 'tag',
  withdrawn: 'tag',
  substituted: 'tag',
  released: 'tag',
};

export function SeatStateTag({
  state,
  locale,
}: {
  readonly state: RegistrationState;
  readonly locale: Locale;
}) {
  return <span className={tones[state]}>{seatsText(locale).states[state]}</span>;
}
