/** Around every organiser's page of seats: the seminar's frame and the places within seats. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { type FramedSeminar, SeminarFrame } from '../../../pages/seminar-frame.tsx';
import { organiseText } from './text.ts';

export const seatPlaces = {
  overview: '/seats',
  quotas: '/quotas',
  register: '/register',
  form: '/seats/form',
  settings: '/seats/settings',
} as const;
export type SeatPlace = keyof typeof seatPlaces;

type SeatsFrameProps = {
  readonly locale: Locale;
  readonly seminar: FramedSeminar;
  readonly place: SeatPlace;
  readonly children: ReactNode;
};

export function SeatsFrame({ locale, seminar, place, children }: SeatsFrameProps) {
  const text = organiseText(locale);
  const words: Record<SeatPlace, string> = {
    overview: text.overview.heading,
    quotas: text.quotas.heading,
    register: text.register.heading,
    form: text.formEdit.heading,
    settings: text.settings.heading,
  };
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="seats" canOrganise>
      <nav className="row state-filter no-print" aria-label={text.overview.places}>
        {(Object.keys(seatPlaces) as SeatPlace[]).map((each) => (
          <Link
            key={each}
            className="button"
            to={`/office/seminars/${seminar.id}${seatPlaces[each]}`}
            aria-current={each === place ? 'page' : undefined}
          >
            {words[each]}
          </Link>
        ))}
      </nav>
      {children}
    </SeminarFrame>
  );
}
