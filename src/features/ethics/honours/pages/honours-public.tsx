/** /ethics/honours: the roll of a fiscal year, for anybody, without script. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { pageContext } from '#main/page-context.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { honoursText } from '../text.ts';
import { Roll } from './roll.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = Number(new URL(request.url).searchParams.get('year')) || undefined;
  return { locale, roll: await app.ethics.honours.published(locale, asked) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicHonours() {
  const { locale, roll } = useLoaderData<typeof loader>();
  const words = honoursText(locale).public;
  const { years, fiscalYear, publishedAt, sections } = roll;
  return (
    <PublicFrame locale={locale} path="/ethics/honours" narrow>
      <Heading>{words.heading}</Heading>
      <p>{words.lead}</p>
      {years.length > 1 ? (
        <nav className="row news-years" aria-label={words.years}>
          {years.map((year) => (
            <a
              key={year}
              className="button"
              href={`${citizenPath(locale, '/ethics/honours')}?year=${year}`}
              aria-current={year === fiscalYear ? 'true' : undefined}
            >
              {formatFiscalYear(year, locale)}
            </a>
          ))}
        </nav>
      ) : null}
      {fiscalYear === undefined || publishedAt === undefined ? (
        <p className="card">{words.none}</p>
      ) : (
        <>
          <p className="small soft">
            {formatFiscalYear(fiscalYear, locale)} ·{' '}
            {words.announced(formatDate(civilDate(new Date(publishedAt)), locale))}
          </p>
          <Roll sections={sections} level={2} words={{ empty: words.noNames, undecided: words.undecided }} />
          <p>
            <a className="button" href={`/ethics/honours/announcement.pdf?year=${fiscalYear}`}>
              {words.pdf}
            </a>
          </p>
        </>
      )}
    </PublicFrame>
  );
}
