/** The frame of the citizens' pages: where one is, the other language, a way out. */
import type { ReactNode } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { frameText } from './text.ts';

type PublicFrameProps = {
  readonly locale: Locale;
  /** Path of this page without the language, for example "/report". */
  readonly path: string;
  readonly narrow?: boolean;
  readonly children: ReactNode;
};

/** Address of a citizens' page in a language. */
export const citizenPath = (locale: Locale, path: string) =>
  locale === 'en' ? `/en${path === '/' ? '' : path}` : path;

export function PublicFrame({ locale, path, narrow, children }: PublicFrameProps) {
  const text = frameText(locale);
  const other: Locale = locale === 'th' ? 'en' : 'th';
  const link = (to: string, words: string) => (
    <a href={citizenPath(locale, to)} aria-current={to === path ? 'page' : undefined}>
      {words}
    </a>
  );
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <header className="bar">
        <div>
          <a className="brand" href={citizenPath(locale, '/')}>
            {text.brand}
            <small>{text.brandLine}</small>
          </a>
          <nav aria-label={text.mainNav}>
            {link('/report', text.nav.report)}
            {link('/follow', text.nav.follow)}
            {link('/privacy', text.nav.privacy)}
            {link('/centres', text.nav.centres)}
            {link('/news', text.nav.news)}
            <a href={citizenPath(other, path)} lang={other} hrefLang={other}>
              {text.otherLanguage}
            </a>
          </nav>
        </div>
      </header>
      <main id="content" className={narrow ? 'narrow' : undefined}>
        {children}
      </main>
      <footer className="foot">
        <div>
          <a href={citizenPath(locale, '/offences')}>{text.foot.offences}</a>
          <a href={citizenPath(locale, '/laws')}>{text.foot.laws}</a>
          <a href={citizenPath(locale, '/lessons')}>{text.foot.lessons}</a>
          <a href={citizenPath(locale, '/ethics/code')}>{text.foot.ethicsCode}</a>
          <a href={citizenPath(locale, '/ethics/moral')}>{text.foot.moral}</a>
          <a href={citizenPath(locale, '/ethics/honours')}>{text.foot.honours}</a>
          <a href={citizenPath(locale, '/no-gift')}>{text.foot.noGift}</a>
          <a href={citizenPath(locale, '/advice')}>{text.foot.advice}</a>
          <a href={citizenPath(locale, '/seminars')}>{text.foot.seminars}</a>
          <a href={citizenPath(locale, '/plans')}>{text.foot.plans}</a>
          <a href={citizenPath(locale, '/circulars')}>{text.foot.circulars}</a>
          <a href={citizenPath(locale, '/risks')}>{text.foot.risks}</a>
          <a href={citizenPath(locale, '/disclosure')}>{text.foot.disclosure}</a>
          <a href={citizenPath(locale, '/survey')}>{text.foot.survey}</a>
          <a href={citizenPath(locale, '/ledger')}>{text.foot.ledger}</a>
          <a href="/office">{text.foot.officers}</a>
        </div>
      </footer>
    </>
  );
}
