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

export function StandingsTable({ centres, locale, to }: StandingsProps) {
  const text = noGiftText(locale);
  if (centres.length === 0) return <p className="card empty">{text.none}</p>;
  return kinds.map((kind) => {
    const rows = centres.filter((centre) => centre.kind === kind);
    if (rows.length === 0) return null;
    return (
      <section key={kind} aria-labelledby={`kind-${kind}`}>
        <h2 id={`kind-${kind}`}>{text.kinds[kind]}</h2>
        <table aria-labelledby={`kind-${kind}`}>
          <thead>
            <tr>
              <th scope="col">{text.centre}</th>
              <th scope="col">{text.standing}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((centre) => (
              <tr key={centre.unitId}>
                <td>{centre.name}</td>
                <td>
                  <StandingTag standing={centre.standing} locale={locale} />{' '}
                  {centre.id && centre.signedAt ? (
                    <div className="small">
                      <a href={to(centre.id)}>
                        {text.read}
                        <span className="visually-hidden"> {centre.name}</span>
                      </a>{' '}
                      <span className="soft">
                        {formatDate(civilDate(new Date(centre.signedAt)), locale, 'short')}
                      </span>
                    </div>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}
