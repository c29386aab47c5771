/** For the head who nominates: who lacks most of what the seminar teaches. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { competenceText } from '../text.ts';
import type { Nominee } from '../view-competence.ts';

type SuggestedProps = { readonly nominees: readonly Nominee[]; readonly locale: Locale };

export function Suggested({ nominees, locale }: SuggestedProps) {
  if (nominees.length === 0) return null;
  const words = competenceText(locale).suggestions;
  return (
    <section className="card" aria-labelledby="suggested">
      <h2 id="suggested">{words.heading}</h2>
      <p className="soft">{words.lead}</p>
      <ul className="plain-list rows">
        {nominees.slice(0, 8).map(({ personId, nameTh, lacks }) => (
          <li key={personId}>
            <Link to={`/office/competence/${personId}`} lang="th">
              {nameTh}
            </Link>{' '}
            <span className="soft">{words.lacks(lacks.join(', '))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
