/** Beside a case: the sections that may apply to its topic, a few at once, the rest when asked for. */
import type { Locale } from '#platform/text/messages.ts';
import { penaltyWords } from '../penalty-words.ts';
import type { OffenceCard } from '../present.ts';
import { offencesText } from '../text.ts';

const shownAtOnce = 4;

type OffencesOfTopicProps = { readonly cards: readonly OffenceCard[]; readonly locale: Locale };

/** Shows nothing for a topic without entries. */
export function OffencesOfTopic({ cards, locale }: OffencesOfTopicProps) {
  if (cards.length === 0) return null;
  const text = offencesText(locale);
  const rest = cards.slice(shownAtOnce);
  return (
    <section className="card no-print" aria-labelledby="offences-of-topic">
      <h2 id="offences-of-topic">{text.mayApply}</h2>
      <p className="soft small">{text.mayApplyHint}</p>
      <Entries cards={cards.slice(0, shownAtOnce)} locale={locale} />
      {rest.length > 0 ? (
        <details>
          <summary>{text.more(rest.length)}</summary>
          <Entries cards={rest} locale={locale} />
        </details>
      ) : null}
    </section>
  );
}

function Entries({ cards, locale }: OffencesOfTopicProps) {
  const text = offencesText(locale);
  return (
    <ul className="plain-list">
      {cards.map((card) => (
        <li key={card.code}>
          <a href={locale === 'en' ? `/en/offences/${card.code}` : `/offences/${card.code}`}>{card.title}</a>
          <p className="soft small">
            {text.instruments[card.instrument]} {text.section(card.section)} ·{' '}
            {card.penalties[0] ? penaltyWords(card.penalties[0], text) : text.forfeiture}
          </p>
        </li>
      ))}
    </ul>
  );
}
