/** /news: what the centres announce, the ministry's first. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { newsText } from '../text.ts';
import { NewsCards } from './news-cards.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1);
  const page = Number.isSafeInteger(asked) ? asked : 1;
  return { locale, ...(await app.news.list(app.ground.now(), locale, page)) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const locale = loaderData?.locale ?? 'th';
  const text = newsText(locale);
  const feed = (type: string, file: string) => ({
    tagName: 'link',
    rel: 'alternate',
    type,
    title: text.feed.title,
    href: citizenPath(locale, `/news/${file}`),
  });
  return [
    { title: text.title(text.heading) },
    { name: 'description', content: text.lead },
    feed('application/atom+xml', 'feed.xml'),
    feed('application/rss+xml', 'rss.xml'),
  ];
};

export default function NewsListPage() {
  const { locale, cards, page, pages } = useLoaderData<typeof loader>();
  const text = newsText(locale);
  const at = (number: number) => citizenPath(locale, number > 1 ? `/news?page=${number}` : '/news');
  return (
    <PublicFrame locale={locale} path="/news">
      <Heading>{text.heading}</Heading>
      <p className="news-lead">{text.lead}</p>
      {cards.length > 0 ? (
        <NewsCards cards={cards} locale={locale} />
      ) : (
        <div className="card empty">
          <p>
            <strong>{text.none}</strong>
          </p>
          <p>{text.noneBody}</p>
        </div>
      )}
      {pages > 1 ? (
        <nav className="row" aria-label={text.pagesLabel}>
          {page > 1 ? (
            <a className="button" rel="prev" href={at(page - 1)}>
              {text.newer}
            </a>
          ) : null}
          <span>{text.pageOf(page, pages)}</span>
          {page < pages ? (
            <a className="button" rel="next" href={at(page + 1)}>
              {text.older}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="row small news-ways">
        <a href={citizenPath(locale, '/news/archive')}>{text.archive.link}</a>
        <span className="soft">
          {text.feed.follow}
          {': '}
          <a href={citizenPath(locale, '/news/feed.xml')}>{text.feed.atom}</a>
          {' · '}
          <a href={citizenPath(locale, '/news/rss.xml')}>{text.feed.rss}</a>
        </span>
      </p>
    </PublicFrame>
  );
}
