/** The frame of a seminar's pages in the office: what it is, where it stands, and the tabs of its parts. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { Seminar } from '../seminar.ts';
import { seminarsText } from '../text.ts';
import { SeminarStateTag } from './seminar-state-tag.tsx';
import { type SeminarTab, tabsFor } from './seminar-tabs.ts';
import { datesOf, titleLang, titleOf } from './seminar-words.ts';

export type FramedSeminar = Pick<Seminar, 'id' | 'titleTh' | 'titleEn' | 'startsOn' | 'endsOn' | 'state'>;

type SeminarFrameProps = {
  readonly locale: Locale;
  readonly seminar: FramedSeminar;
  readonly tab: SeminarTab;
  readonly canOrganise: boolean;
  readonly children: ReactNode;
};

/** The page's own headings start at h2. */
export function SeminarFrame({ locale, seminar, tab, canOrganise, children }: SeminarFrameProps) {
  const text = seminarsText(locale);
  const base = `/office/seminars/${seminar.id}`;
  return (
    <div className="seminar">
      <p className="small no-print">
        <Link to="/office/seminars">{text.back}</Link>
      </p>
      <header className="seminar-head">
        <h1 lang={titleLang(seminar, locale)}>{titleOf(seminar, locale)}</h1>
        <p className="soft">
          {datesOf(seminar, locale)} <SeminarStateTag state={seminar.state} locale={locale} />
        </p>
      </header>
      <nav className="tabs no-print" aria-label={text.tabsLabel}>
        {tabsFor(canOrganise).map((each) => (
          <Link
            key={each.tab}
            to={`${base}${each.path}`}
            aria-current={each.tab === tab ? 'page' : undefined}
          >
            {text.tabs[each.tab]}
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}

/** Instead of a page, when the seminar is not there or not for this officer. */
export function SeminarMissing({ locale }: { readonly locale: Locale }) {
  const text = seminarsText(locale);
  return (
    <>
      <p className="small">
        <Link to="/office/seminars">{text.back}</Link>
      </p>
      <h1>{text.heading}</h1>
      <p className="card empty">{text.missing}</p>
    </>
  );
}
