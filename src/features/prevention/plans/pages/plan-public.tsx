/** /plans/:code/:year: one centre's published plan and its results, for anybody. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { plansText } from '../text.ts';
import { MeasureFacts } from './measure-card.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const of = { code: params['code'] ?? '', fiscalYear: Number(params['year']) || 0 };
  const view = await app.plans.viewPublished(of, locale);
  return data({ locale, ...of, view }, { status: view ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>>['data'] }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  const name = loaderData?.view
    ? text.plan.of(loaderData.view.centre.name, loaderData.fiscalYear)
    : text.public.heading;
  return [{ title: text.title(name) }];
};

export default function PublicPlan() {
  const { locale, code, fiscalYear, view } = useLoaderData<typeof loader>();
  const text = plansText(locale);
  const path = `/plans/${code}/${fiscalYear}`;
  return (
    <PublicFrame locale={locale} path={path} narrow>
      <p className="small">
        <a href={citizenPath(locale, '/plans')}>{text.public.heading}</a>
      </p>
      {view ? (
        <>
          <Heading>{text.plan.of(view.centre.name, fiscalYear)}</Heading>
          <p className="small soft">{publishedOn(view.plan.publishedAt, locale)}</p>
          <p className="row small">
            <a href={citizenPath(locale, `${path}/plan.csv`)}>{text.public.download}</a>
            <a href={citizenPath(locale, `${path}/plan.xlsx`)}>{text.public.downloadExcel}</a>
          </p>
          {view.measures.map((measure, at) => (
            <article key={measure.id} className="card">
              <h2>
                {at + 1}. {measure.title}
              </h2>
              <p className="small">
                <span className="tag">{text.missions[measure.mission]}</span>
              </p>
              <MeasureFacts locale={locale} measure={measure} alignments={view.alignments} />
            </article>
          ))}
        </>
      ) : (
        <>
          <Heading>{text.public.heading}</Heading>
          <p className="card empty">{text.public.notFound}</p>
        </>
      )}
    </PublicFrame>
  );
}

function publishedOn(at: Date | undefined, locale: Locale): string {
  return at ? plansText(locale).plan.published(formatDate(asCivilDate(civilDate(new Date(at))), locale)) : '';
}
