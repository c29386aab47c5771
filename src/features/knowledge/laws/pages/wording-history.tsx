/** Every wording of a section known to the library, a day to read it by, and two of them compared word by word. */
import { DateField } from '#interface/fields/date-field.tsx';
import { Heading } from '#interface/heading.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { SectionPage } from '../read-library.ts';
import { lawsText } from '../text.ts';

type WordingHistoryProps = {
  readonly locale: Locale;
  readonly address: string;
  readonly page: SectionPage;
  /** The day asked about, or what was typed where that is none. */
  readonly asked: string;
};

export function WordingHistory({ locale, address, page, asked }: WordingHistoryProps) {
  const text = lawsText(locale).library;
  const { wordings, comparison } = page;
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  return (
    <section>
      <Heading level={2}>{text.versions}</Heading>
      <ul className="plain-list">
        {wordings.map(({ number, validFrom, validTo }) => (
          <li key={number}>
            <strong>{text.version(number)}</strong>{' '}
            {[
              validFrom ? (number === 1 ? text.known(day(validFrom)) : text.from(day(validFrom))) : null,
              validTo ? text.until(day(validTo)) : text.now,
            ]
              .filter((part) => part !== null)
              .join(' ')}
            {number > 1 ? (
              <>
                {' · '}
                <a href={`${address}?compare=${number - 1}..${number}#comparison`}>
                  {text.compareWith(number - 1, number)}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {comparison ? (
        <div id="comparison">
          <p className="small soft">{text.comparing(comparison.from, comparison.to)}</p>
          <p className="law-comparison" lang="th">
            {comparison.changes.map(({ kind, text: words }, at) => {
              const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
              // biome-ignore lint/suspicious/noArrayIndexKey: runs of one comparison never change places
              return <Tag key={at}>{words}</Tag>;
            })}
          </p>
        </div>
      ) : null}
      <form action={address} method="get">
        <DateField name="on" label={text.asOf} locale={locale} defaultValue={asked} />
        <button className="button" type="submit">
          {text.show}
        </button>
      </form>
    </section>
  );
}
