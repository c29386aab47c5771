/** /plans: published plans of a year, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { amount } from '../plan-rows.ts';
import { plansText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const year = app.plans.yearOf(new URL(request.url).searchParams.get('year'));
  const lines = (await app.plans.listPublished(year, locale)).filter(({ planId }) => planId !== undefined);
  const present = app.plans.yearOf(null);
  return { locale, year, years: [present, present - 1, present - 2, present - 3, present - 4], lines };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicPlans() {
  const { locale, year, years, lines } = useLoaderData<typeof loader>();
  const text = plansText(locale);
  return (
    <PublicFrame locale={locale} path="/plans" narrow>
      <Heading>{text.public.heading}</Heading>
      <p>{text.public.lead}</p>
      <h2>{text.year(year)}</h2>
      {lines.length === 0 ? <p className="card empty">{text.public.none}</p> : null}
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
