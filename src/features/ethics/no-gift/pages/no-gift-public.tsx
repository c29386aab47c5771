/** /no-gift: which centres have announced in a fiscal year and which have not yet, for anybody, without script. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { pageContext } from '#main/page-context.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { standings } from '../no-gift.ts';
import { noGiftText } from '../text.ts';
import { Standings } from './standings.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = new URL(request.url).searchParams;
  const list = await app.ethics.noGift.list(locale, Number(asked.get('year')) || undefined);
  return { locale, list, shown: standings.find((standing) => standing === asked.get('show')) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = noGiftText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }, { name: 'description', content: text.lead }];
};

export default function PublicNoGift() {
  const { locale, list, shown } = useLoaderData<typeof loader>();
  const text = noGiftText(locale);
  const { centres, fiscalYear, years } = list;
  const count = (standing?: string) =>
    centres.filter((centre) => !standing || centre.standing === standing).length;
  const to = (year: number, show?: string) =>
    `${citizenPath(locale, '/no-gift')}?${new URLSearchParams({ year: String(year), ...(show ? { show } : {}) })}`;
  return (
    <PublicFrame locale={locale} path="/no-gift" narrow>
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <p>
        <strong>{text.count(count('signed'), centres.length)}</strong> {formatFiscalYear(fiscalYear, locale)}
      </p>
      {years.length > 1 ? (
        <nav className="row news-years" aria-label={text.year}>
          {years.map((year) => (
            <a
              key={year}
              className="button"
              href={to(year)}
              aria-current={year === fiscalYear ? 'true' : undefined}
            >
              {formatFiscalYear(year, locale)}
            </a>
          ))}
        </nav>
      ) : null}
      <nav className="row news-years" aria-label={text.standing}>
        <a className="button" href={to(fiscalYear)} aria-current={shown ? undefined : 'true'}>
          {text.all} ({count()})
        </a>
        {standings
          .filter((standing) => count(standing) > 0 || standing === shown)
          .map((standing) => (
            <a
              key={standing}
              className="button"
              href={to(fiscalYear, standing)}
              aria-current={shown === standing ? 'true' : undefined}
            >
              {text.standings[standing]} ({count(standing)})
            </a>
          ))}
      </nav>
      <Standings
        centres={centres.filter((centre) => !shown || centre.standing === shown)}
        locale={locale}
        to={(id) => citizenPath(locale, `/no-gift/${id}`)}
      />
    </PublicFrame>
  );
}
