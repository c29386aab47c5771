/** The latest announcements, as a part of another page. Shows nothing while there are none. */
import type { NewsCard } from '#features/news/index.ts';
import { Heading } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { newsText } from '../text.ts';
import { NewsCards } from './news-cards.tsx';

export function LatestNews({
  cards,
  locale,
}: {
  readonly cards: readonly NewsCard[];
  readonly locale: Locale;
}) {
  if (cards.length === 0) return null;
  const text = newsText(locale);
  return (
    <section aria-labelledby="latest-news">
      <Heading level={2} id="latest-news">
        {text.latest}
      </Heading>
      <NewsCards cards={cards} locale={locale} level={3} plain />
      <p>
        <a href={citizenPath(locale, '/news')}>{text.all}</a>
      </p>
    </section>
  );
}
