/** /news/:slug: one announcement. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { NewsPage } from '#features/news/index.ts';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { frameText } from '#interface/text.ts';
import { pageContext } from '#main/page-context.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { newsText } from '../text.ts';
import { MarkedText } from './marked-text.tsx';
import { NewsCards } from './news-cards.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const item = await app.news.read(app.ground.now(), locale, params['slug'] ?? '');
  return data({ locale, item }, { status: item ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; item: NewsPage | undefined } }) => {
  const locale = loaderData?.locale ?? 'th';
  const item = loaderData?.item;
  if (!item) return [{ title: frameText(locale).notFound.title }];
  return [{ title: newsText(locale).title(item.title) }, { name: 'description', content: item.summary }];
};

export default function NewsItemPage() {
  const { locale, item } = useLoaderData<typeof loader>();
  if (!item) return <Missing locale={locale} />;
  const text = newsText(locale);
  const language = item.language === locale ? undefined : item.language;
  const day = (instant: Date) => formatDate(civilDate(instant), locale);
  return (
    <PublicFrame locale={locale} path={`/news/${item.slug}`} narrow>
      <article lang={language}>
        <p className="small soft" lang={locale}>
          <a href={citizenPath(locale, '/news')}>{text.heading}</a>
          {' · '}
          {text.categories[item.category]}
        </p>
        <Heading>{item.title}</Heading>
        <p className="soft small" lang={locale}>
          {item.unitName}
          {' · '}
          {text.published(day(item.publishedAt))}
          {item.changedAt ? ` · ${text.changed(day(item.changedAt))}` : null}
        </p>
        {locale === 'en' && !item.hasEnglish ? (
          <p className="note" lang={locale}>
            {text.englishFollows}
          </p>
        ) : null}
        {item.isArchived ? (
          <p className="note warn" lang={locale}>
            {text.isArchived}
          </p>
        ) : null}
        {item.picture ? (
          <img
            className="news-picture"
            src={`/news/pictures/${item.picture.id}`}
            alt={item.picture.alt}
            width={960}
            height={540}
          />
        ) : null}
        {item.summary ? (
          <p>
            <strong>{item.summary}</strong>
          </p>
        ) : null}
        <MarkedText text={item.body} />
      </article>
      {item.related.length > 0 ? (
        <section>
          <Heading level={2}>{text.related}</Heading>
          <NewsCards cards={item.related} locale={locale} level={3} plain />
        </section>
      ) : null}
    </PublicFrame>
  );
}

function Missing({ locale }: { readonly locale: Locale }) {
  const text = frameText(locale).notFound;
  return (
    <PublicFrame locale={locale} path="/news" narrow>
      <Heading>{text.title}</Heading>
      <p>{text.body}</p>
      <a className="button main" href={citizenPath(locale, '/news')}>
        {newsText(locale).all}
      </a>
    </PublicFrame>
  );
}
