/** Announcements as a list of cards. */
import type { NewsCard } from '#features/news/index.ts';
import { Words } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { newsText } from '../text.ts';

type NewsCardsProps = {
  readonly cards: readonly NewsCard[];
  readonly locale: Locale;
  /** Level of the cards' headings. */
  readonly level?: 2 | 3;
  /** Without pictures: for the home page, which stays light, and for related items. */
  readonly plain?: boolean;
};

export function NewsCards({ cards, locale, level = 2, plain }: NewsCardsProps) {
  const text = newsText(locale);
  const Title = `h${level}` as 'h2';
  return (
    <ul className="news-cards">
      {cards.map((card) => (
        <li key={card.id} className="card" lang={card.language === locale ? undefined : card.language}>
          {card.picture && !plain ? (
            <img src={`/news/pictures/${card.picture.id}`} alt="" loading="lazy" width={640} height={360} />
          ) : null}
          <p className="small soft">
            <span className="tag deep" lang={locale}>
              {text.categories[card.category]}
            </span>{' '}
            <time dateTime={card.publishedAt.toISOString()} lang={locale}>
              {formatDate(civilDate(card.publishedAt), locale, 'short')}
            </time>
          </p>
          <Title>
            <a href={citizenPath(locale, `/news/${card.slug}`)}>
              <Words>{card.title}</Words>
            </a>
          </Title>
          {plain ? null : <p>{card.summary}</p>}
          <p className="small soft" lang={locale}>
            {card.unitName} {card.language === locale ? null : <span className="tag">{text.thaiOnly}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
