/** The frame of the officers' pages before sign-in: the name, the language, nothing to be distracted by. */
import type { ReactNode } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { networkText } from '../text.ts';
import { LanguageButton } from './language-button.tsx';
import { useLiveMark } from './use-live-mark.ts';

export function SignedOutFrame({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  useLiveMark();
  return (
    <>
      <header className="bar office-bar">
        <div className="narrow-bar">
          <a className="brand" href={locale === 'en' ? '/en' : '/'}>
            {networkText(locale).brand}
          </a>
          <div className="account">
            <LanguageButton locale={locale} />
          </div>
        </div>
      </header>
      <main id="content" className="narrow">
        {children}
      </main>
    </>
  );
}
