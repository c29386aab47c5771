/** An officer's own seats, coming and past, with what waits at each. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import { SeatStateTag } from '../../seats/pages/seat-state-tag.tsx';
import type { OwnSeat } from '../my-learning.ts';
import { learningText } from '../text.ts';

type OwnSeatsProps = { readonly seats: readonly OwnSeat[]; readonly locale: Locale };

export function OwnSeats({ seats, locale }: OwnSeatsProps) {
  const words = learningText(locale).mine;
  const coming = seats.filter(({ isPast }) => !isPast);
  const past = seats.filter(({ isPast }) => isPast);
  return (
    <>
      <section aria-labelledby="coming">
        <h2 id="coming">{words.coming}</h2>
        {coming.length === 0 ? (
          <p className="card empty">
            {words.noComing} <Link to="/office/seminars">{words.seeSeminars}</Link>
          </p>
        ) : (
          <Cards seats={coming} locale={locale} />
        )}
      </section>
      <section aria-labelledby="past">
        <h2 id="past">{words.past}</h2>
        {past.length === 0 ? (
          <p className="card empty">{words.noPast}</p>
        ) : (
          <Cards seats={past} locale={locale} />
        )}
      </section>
    </>
  );
}

function Cards({ seats, locale }: OwnSeatsProps) {
  const words = learningText(locale).mine;
  const below = locale === 'en' ? '/en' : '';
  return (
    <div className="learning-cards">
      {seats.map(({ seminar, state, token, links, certificate }) => (
        <section key={token} className="card">
          <h3 lang={titleLang(seminar, locale)}>{titleOf(seminar, locale)}</h3>
          <p className="soft">
            {datesOf(seminar, locale)} <SeatStateTag state={state} locale={locale} />
          </p>
          <ul className="plain-list row">
            <li>
              <a href={`${below}/seat/${token}`}>{words.seat}</a>
            </li>
            {links.map((link) => (
              <li key={link.path}>
                <a href={`${below}/seat/${token}/${link.path}`}>{link.title}</a>
              </li>
            ))}
            {certificate ? (
              <li>
                <a href={`${below}/certificates/${certificate}`}>{words.certificate}</a>
              </li>
            ) : null}
          </ul>
        </section>
      ))}
    </div>
  );
}
