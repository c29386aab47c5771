/** The parts of the pages of codes and pledges; the bank of situations for who keeps it. */
import { NavLink } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { codesText } from '../text.ts';

type CodesNavProps = { readonly locale: Locale };

export function CodesNav({ locale }: CodesNavProps) {
  const text = codesText(locale).nav;
  return (
    <nav className="row state-filter ethics-nav" aria-label={text.label}>
      <NavLink className="button" to="/office/pledge" end>
        {text.pledge}
      </NavLink>
      <NavLink className="button" to="/office/pledge/figures">
        {text.figures}
      </NavLink>
      <NavLink className="button" to="/office/codes" end>
        {text.codes}
      </NavLink>
      <NavLink className="button" to="/office/codes/scenarios">
        {text.scenarios}
      </NavLink>
    </nav>
  );
}
