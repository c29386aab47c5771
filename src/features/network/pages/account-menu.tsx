/** The officer's own corner: account, language, sign-out. */
import { NavLink } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { signOut } from '../browser/leave.ts';
import { networkText } from '../text.ts';
import { LanguageButton } from './language-button.tsx';

export function AccountMenu({ locale, name }: { readonly locale: Locale; readonly name: string }) {
  const text = networkText(locale);
  return (
    <div className="account">
      <NavLink to="/office/me" title={text.nav.me}>
        {name}
      </NavLink>
      <LanguageButton locale={locale} />
      <button type="button" className="plain" onClick={() => void signOut()}>
        {text.nav.signOut}
      </button>
    </div>
  );
}
