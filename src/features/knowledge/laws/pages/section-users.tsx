/** What of casework leans on a section: deadlines, public circulars, topics of reports; each leads to its page. */
import type { ReactNode } from 'react';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { SectionUsers } from '../section-users.ts';
import { lawsText } from '../text.ts';

export function SectionUsersLists({
  locale,
  users: { clocks, circulars, topics },
}: {
  readonly locale: Locale;
  readonly users: SectionUsers;
}) {
  const text = lawsText(locale).library;
  const name = (named: { nameTh: string; nameEn: string }) => (locale === 'en' ? named.nameEn : named.nameTh);
  return (
    <>
      <List heading={text.clocks}>
        {clocks.map((clock) => (
          <li key={clock.code}>
            <a href={`/office/settings/clocks#${clock.code}`}>{name(clock)}</a>: {text.days(clock)}{' '}
            {clock.isToCome ? `${text.from(formatDate(asCivilDate(clock.validFrom), locale))} ` : null}
            <span className="soft small">({text.forOfficers})</span>
          </li>
        ))}
      </List>
      <List heading={text.circulars}>
        {circulars.map(({ id, number, subject }) => (
          <li key={id} lang="th">
            <a href={citizenPath(locale, `/circulars?q=${encodeURIComponent(number)}`)}>
              <Words>{`${number} ${subject}`}</Words>
            </a>
          </li>
        ))}
      </List>
      <List heading={text.topics}>
        {topics.map((topic) => (
          <li key={topic.code}>
            <a href={citizenPath(locale, '/report')}>{name(topic)}</a>
          </li>
        ))}
      </List>
    </>
  );
}

function List({ heading, children }: { readonly heading: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{heading}</Heading>
      <ul>{children}</ul>
    </section>
  );
}
