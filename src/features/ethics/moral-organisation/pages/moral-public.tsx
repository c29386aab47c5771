/** /ethics/moral: published levels of a fiscal year, for anybody, without script. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { pageContext } from '#main/page-context.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { levels } from '../moral.ts';
import { moralText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = Number(new URL(request.url).searchParams.get('year')) || undefined;
  return { locale, list: await app.ethics.moral.published(locale, asked) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = moralText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicMoral() {
  const { locale, list } = useLoaderData<typeof loader>();
  const text = moralText(locale);
  const { rows, frame, fiscalYear, years } = list;
  const names = (locale === 'en' ? frame?.levelsEn : frame?.levelsTh) ?? [];
  return (
    <PublicFrame locale={locale} path="/ethics/moral" narrow>
      <Heading>{text.heading}</Heading>
      <p>
        {text.public.lead} {formatFiscalYear(fiscalYear, locale)}
      </p>
      {frame ? (
        <p className="small soft">
          {text.thresholds(frame.middleFrom, frame.highFrom)} ·{' '}
          {text.basis(locale === 'en' ? frame.basisEn : frame.basisTh)}{' '}
          <span className={frame.status === 'confirmed' ? 'tag good' : 'tag warn'}>
            {text.statuses[frame.status]}
          </span>
        </p>
      ) : null}
      {years.length > 1 ? (
        <nav className="row news-years" aria-label={text.year}>
          {years.map((year) => (
            <a
              key={year}
              className="button"
              href={`${citizenPath(locale, '/ethics/moral')}?year=${year}`}
              aria-current={year === fiscalYear ? 'true' : undefined}
            >
              {formatFiscalYear(year, locale)}
            </a>
          ))}
        </nav>
      ) : null}
      {rows.length === 0 ? <p className="card">{text.public.none}</p> : null}
      {levels.map((level) => {
        const of = rows.filter((row) => row.level === level);
        if (of.length === 0) return null;
        return (
          <section key={level} aria-labelledby={`level${level}`}>
            <h2 id={`level${level}`}>{names[level - 1]}</h2>
            <ul className="standings">
              {of.map((row) => (
                <li key={row.unitId}>
                  <span className="name">{row.name}</span>
                  <span>{text.percentOf(row.percent.toFixed(2))}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </PublicFrame>
  );
}
