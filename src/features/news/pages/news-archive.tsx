/** /news/archive and /news/archive/:year (Buddhist era): everything ever published and not withdrawn, by year. */
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { buddhistYear, commonYear } from '#platform/calendar/formatting.ts';
import { newsText } from '../text.ts';
import { NewsCards } from './news-cards.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const now = app.ground.now();
  const years = await app.news.years(now);
  const asked = params['year'];
  if (asked !== undefined && !/^2[5-9]\d\d$/.test(asked))
    throw redirect(citizenPath(locale, '/news/archive'));
  const year = asked === undefined ? years[0]?.year : commonYear(Number(asked));
  return { locale, years, year, cards: year ? await app.news.archive(now, locale, year) : [] };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = newsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.archive.heading) }];
};

export default function NewsArchivePage() {
  const { locale, years, year, cards } = useLoaderData<typeof loader>();
  const text = newsText(locale);
  const path = year ? `/news/archive/${buddhistYear(year)}` : '/news/archive';
  return (
    <PublicFrame locale={locale} path={path}>
      <p className="small">
        <a href={citizenPath(locale, '/news')}>{text.heading}</a>
      </p>
      <Heading>{year ? text.archive.ofYear(year) : text.archive.heading}</Heading>
      {years.length > 0 ? (
        <nav className="row news-years" aria-label={text.archive.years}>
          {years.map((each) => (
            <a
              key={each.year}
              className="button"
              href={citizenPath(locale, `/news/archive/${buddhistYear(each.year)}`)}
              aria-current={each.year === year ? 'page' : undefined}
            >
              {text.archive.year(each.year, each.count)}
            </a>
          ))}
        </nav>
      ) : null}
      {cards.length > 0 ? (
        <NewsCards cards={cards} locale={locale} />
      ) : (
        <p className="card empty">{years.length > 0 ? text.archive.noneOfYear : text.archive.none}</p>
      )}
    </PublicFrame>
  );
}
