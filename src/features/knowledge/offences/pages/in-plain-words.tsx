/** On a section's page: the finder's entries that explain it, with the topics of reports that they belong to. */
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { penaltyWords } from '../penalty-words.ts';
import type { OffenceCard } from '../present.ts';
import { offencesText } from '../text.ts';

type InPlainWordsProps = { readonly cards: readonly OffenceCard[]; readonly locale: Locale };

/** Shows nothing for a section without entries. */
export function InPlainWords({ cards, locale }: InPlainWordsProps) {
  if (cards.length === 0) return null;
  const text = offencesText(locale);
  return (
    <section aria-labelledby="in-plain-words">
      <Heading level={2} id="in-plain-words">
        {text.inPlainWords}
      </Heading>
      <ul>
        {cards.map((card) => (
          <li key={card.code}>
            <a href={citizenPath(locale, `/offences/${card.code}`)}>
              <Words>{card.title}</Words>
            </a>
            <br />
            <span className="soft small">
              {card.penalties[0] ? penaltyWords(card.penalties[0], text) : text.forfeiture}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
