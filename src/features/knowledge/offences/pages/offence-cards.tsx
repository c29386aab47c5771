/** Entries of the finder as a list of cards: name, what it is, section, penalty. */
import { Words } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { penaltyWords } from '../penalty-words.ts';
import type { OffenceCard } from '../present.ts';
import { offencesText } from '../text.ts';

type OffenceCardsProps = {
  readonly cards: readonly OffenceCard[];
  readonly locale: Locale;
  readonly level?: 2 | 3;
};

export function OffenceCards({ cards, locale, level = 2 }: OffenceCardsProps) {
  const text = offencesText(locale);
  const Heading = `h${level}` as 'h2';
  return (
    <ul className="offences">
      {cards.map((card) => (
        <li key={card.code} className="card">
          <Heading>
            <a href={citizenPath(locale, `/offences/${card.code}`)}>
              <Words>{card.title}</Words>
            </a>
          </Heading>
          <p className="soft small">
            {text.instruments[card.instrument]} {text.section(card.section)}
          </p>
          <p>{card.gist}</p>
          <p>
            <strong>{text.penalty}</strong>{' '}
            {card.penalties[0] ? penaltyWords(card.penalties[0], text) : text.forfeiture}
          </p>
        </li>
      ))}
    </ul>
  );
}
