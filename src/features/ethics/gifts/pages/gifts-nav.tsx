/** The parts of the gifts pages, for every officer; the overview for who looks after other centres. */
import { NavLink } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { giftsText } from '../text.ts';

type GiftsNavProps = { readonly locale: Locale; readonly seesOverview: boolean };

export function GiftsNav({ locale, seesOverview }: GiftsNavProps) {
  const text = giftsText(locale).nav;
  return (
    <nav className="row state-filter ethics-nav" aria-label={text.label}>
      <NavLink className="button" to="/office/gifts" end>
        {text.gifts}
      </NavLink>
      <NavLink className="button" to="/office/gifts/filing">
        {text.filing}
      </NavLink>
      {seesOverview ? (
        <NavLink className="button" to="/office/gifts/overview">
          {text.overview}
        </NavLink>
      ) : null}
      <NavLink className="button" to="/office/gifts/rules">
        {text.rules}
      </NavLink>
    </nav>
  );
}
