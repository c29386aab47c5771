/** Every centre with its announcement or without one, by kind of body: for the public and for officers alike. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { CentreStanding } from '../no-gift.ts';
import { noGiftText } from '../text.ts';
import { StandingTag } from './standing-tag.tsx';

type StandingsProps = {
  readonly centres: readonly CentreStanding[];
  readonly locale: Locale;
  /** Address of an announcement. */
  readonly to: (id: string) => string;
};

const kinds = ['ministry', 'department', 'state-enterprise', 'bangkok', 'province'] as const;

export function Standings({ centres, locale, to }: StandingsProps) {
  const text = noGiftText(locale);
  if (centres.length === 0) return <p className="card empty">{text.none}</p>;
  return kinds.map((kind) => {
    const rows = centres.filter((centre) => centre.kind === kind);
    if (rows.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={`kind-${kind}`}>
        <h2 id={`kind-${kind}`}>{text.kinds[kind]}</h2>
        <ul className="standings" aria-labelledby={`kind-${kind}`}>
          {rows.map((centre) => (
            <li key={centre.unitId}>
              <span className="name">
                {centre.id ? <a href={to(centre.id)}>{centre.name}</a> : centre.name}
              </span>
              <StandingTag standing={centre.standing} locale={locale} />
              {centre.signedAt ? (
                <small className="soft">
                  {formatDate(civilDate(new Date(centre.signedAt)), locale, 'short')}
                </small>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
