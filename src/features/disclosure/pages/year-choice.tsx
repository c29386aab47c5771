/** The years that have items, as links; the one shown is marked. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { disclosureText } from '../text.ts';

type YearChoiceProps = {
  readonly locale: Locale;
  readonly years: readonly number[];
  readonly year: number;
  readonly hrefOf: (year: number) => string;
};

export function YearChoice({ locale, years, year, hrefOf }: YearChoiceProps) {
  return (
    <nav className="row small state-filter" aria-label={disclosureText(locale).yearLabel}>
      <span>{disclosureText(locale).yearLabel}</span>
      {years.map((one) => (
        <Link key={one} className="button" to={hrefOf(one)} aria-current={one === year ? 'page' : undefined}>
          {locale === 'th' ? one : one - 543}
        </Link>
      ))}
    </nav>
  );
}
