/** /risks: centres whose risk assessments are public. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import riskStyles from '#interface/styles/risks.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { riskText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const sought = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? '';
  return { locale, sought, lines: await app.risks.listPublished(locale, sought) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicRisks() {
  const { locale, sought, lines } = useLoaderData<typeof loader>();
  const text = riskText(locale);
  const words = text.public;
  const years = [...new Set(lines.map(({ fiscalYear }) => fiscalYear))];
  return (
    <PublicFrame locale={locale} path="/risks" narrow>
      <Heading>{words.heading}</Heading>
      <p>{words.lead}</p>
      {lines.length > 5 || sought !== '' ? (
        <form method="get" className="row find">
          <input
            type="search"
            name="q"
            defaultValue={sought}
            maxLength={100}
            aria-label={words.find}
            placeholder={words.find}
          />
          <button type="submit" className="button">
            {words.findButton}
          </button>
        </form>
      ) : null}
      {lines.length === 0 ? (
        <p className="card empty">{sought === '' ? words.none : words.notFound}</p>
      ) : null}
      {years.map((year) => (
        <section key={year}>
          <Heading level={2}>{formatFiscalYear(year, locale)}</Heading>
          <ul className="risk-public-list">
            {lines
              .filter(({ fiscalYear }) => fiscalYear === year)
              .map((line) => (
                <li key={line.centre.unitId}>
                  <a href={citizenPath(locale, `/risks/${line.centre.code}/${year}`)}>{line.centre.name}</a>
                  <div className="small soft">
                    {line.kinds.map((kind) => text.kinds[kind]).join(', ')}
                    {' · '}
                    {words.publishedOn(formatDate(asCivilDate(line.publishedOn), locale, 'short'))}
                    {' · '}
                    {words.results[line.resultsPublic]}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </PublicFrame>
  );
}
