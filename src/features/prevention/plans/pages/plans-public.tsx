/** /plans: published plans of a year, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { amount } from '../plan-rows.ts';
import { sumByKind } from '../sum-by-kind.ts';
import { plansText } from '../text.ts';
import { KindTable } from './kind-table.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const year = app.plans.yearOf(new URL(request.url).searchParams.get('year'));
  const all = await app.plans.listPublished(year, locale);
  const lines = all.filter(({ planId }) => planId !== undefined);
  const present = app.plans.yearOf(null);
  return {
    locale,
    year,
    years: [present, present - 1, present - 2, present - 3, present - 4],
    lines,
    sums: sumByKind(all),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicPlans() {
  const { locale, year, years, lines, sums } = useLoaderData<typeof loader>();
  const text = plansText(locale);
  return (
    <PublicFrame locale={locale} path="/plans" narrow>
      <Heading>{text.public.heading}</Heading>
      <p>{text.public.lead}</p>
      <h2>{text.year(year)}</h2>
      {lines.length === 0 ? (
        <p className="card empty">{text.public.none}</p>
      ) : (
        <>
          <p>
            <strong>
              {text.public.count(
                lines.length,
                lines.reduce((sum, { measures }) => sum + measures, 0),
              )}
            </strong>
          </p>
          <p className="row small">
            <a href={citizenPath(locale, `/plans/all.xlsx?year=${year}`)}>{text.public.allExcel}</a>
            <a href={citizenPath(locale, `/plans/all.csv?year=${year}`)}>{text.public.allCsv}</a>
          </p>
          <KindTable locale={locale} sums={sums} filed={text.states.published} />
        </>
      )}
      <ul className="plain-list rows">
        {lines.map(({ centre, measures, budget, progress }) => (
          <li key={centre.code}>
            <a href={citizenPath(locale, `/plans/${centre.code}/${year}`)}>{centre.name}</a>
            <div className="small soft">
              {text.network.measures} {measures} · {text.plan.baht(amount(budget))}
              {progress === undefined ? '' : ` · ${text.network.progress} ${progress} %`}
            </div>
          </li>
        ))}
      </ul>
      <nav className="row small" aria-label={text.public.otherYears}>
        {text.public.otherYears}{' '}
        {years
          .filter((one) => one !== year)
          .map((one) => (
            <a key={one} href={`?year=${one}`}>
              {locale === 'th' ? one : one - 543}
            </a>
          ))}
      </nav>
    </PublicFrame>
  );
}
