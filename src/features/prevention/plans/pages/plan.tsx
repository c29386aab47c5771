/** /office/plans/:id: a plan with its measures, what may be done with it, its papers. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { BarChart } from '#interface/charts/bar-chart.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { planSteps } from '../plan.ts';
import { isOpen, latest, takesResults } from '../plan-rules.ts';
import { plansText } from '../text.ts';
import { MeasureCard } from './measure-card.tsx';
import { PlanStateTag } from './plan-state-tag.tsx';
import { PlanSteps } from './plan-steps.tsx';

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.plans.view(signedIn, params['id'] ?? '', locale);
  if (!view) throw redirect('/office/plans');
  const done = new URL(request.url).searchParams.get('done') ?? undefined;
  return { locale, ...view, today: civilDate(app.ground.now()), done };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const planId = params['id'] ?? '';
  const form = await readForm(request, 16 * 1024);
  if (!form) return data({ problem: 'malformed' as const, found: [] }, { status: 400 });
  const move = textOf(form, 'move');
  const step = planSteps.find((one) => one === textOf(form, 'step'));
  const outcome =
    move !== ''
      ? await app.plans.moveMeasure(signedIn, { planId, id: move, by: textOf(form, 'by') === '-1' ? -1 : 1 })
      : step
        ? await app.plans.step(signedIn, {
            planId,
            step,
            revision: Number(textOf(form, 'revision')),
            reason: textOf(form, 'reason'),
          })
        : ({ ok: false, code: 'malformed' } as const);
  if (outcome.ok) return redirect(`/office/plans/${planId}${step ? `?done=${step}` : ''}`);
  const found = outcome.code === 'identifying' && 'fields' in outcome ? (outcome.fields ?? []) : [];
  return data({ problem: outcome.code, found }, { status: outcome.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  const name = loaderData ? text.plan.of(loaderData.centre.name, loaderData.plan.fiscalYear) : text.heading;
  return [{ title: text.title(name) }];
};

export default function PlanPage() {
  const view = useLoaderData<typeof loader>();
  const { locale, plan, centre, measures, alignments, mayWrite, today, done } = view;
  const { problem, found = [] } = useActionData<typeof action>() ?? {};
  const text = plansText(locale);
  const words = text.plan;
  const said = done && done in words.done ? words.done[done as keyof typeof words.done] : undefined;
  const mayChange = mayWrite && isOpen(plan.state);
  const mayReport = mayWrite && takesResults(plan.state);
  return (
    <>
      <p className="small">
        <Link to="/office/plans">{words.back}</Link>
      </p>
      <h1>{words.of(centre.name, plan.fiscalYear)}</h1>
      <p>
        <PlanStateTag state={plan.state} locale={locale} />
      </p>
      {said ? (
        <p className="note good" role="status">
          {said}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]} {found.join(', ')}
        </p>
      ) : null}
      {plan.state === 'returned' && plan.reason ? (
        <div className="note warn">
          <p>
            <strong>{words.returned}</strong>
          </p>
          <p>{plan.reason}</p>
        </div>
      ) : null}
      {takesResults(plan.state) && measures.length > 0 ? (
        <BarChart
          title={words.chart}
          locale={locale}
          max={100}
          bars={measures.map((measure, at) => ({
            label: `${at + 1}. ${measure.title}`,
            value: latest(measure)?.progress ?? 0,
            shown: latest(measure) ? `${latest(measure)?.progress}` : words.noResult,
          }))}
        />
      ) : null}
      {measures.length === 0 ? <p className="card empty">{words.measuresNone}</p> : null}
      {measures.map((measure, at) => (
        <MeasureCard
          key={measure.id}
          {...{ locale, measure, at, alignments, mayChange, mayReport, today }}
          isLast={at === measures.length - 1}
        />
      ))}
      {mayChange ? (
        <p>
          <Link className="button main" to={`/office/plans/${plan.id}/measures/new`}>
            {words.add}
          </Link>
        </p>
      ) : null}
      <PlanSteps locale={locale} view={view} />
      <section aria-labelledby="papers">
        <h2 id="papers">{words.papers}</h2>
        <ul>
          <li>
            <a href={`/office/plans/${plan.id}/plan.pdf`}>{words.memo}</a>
          </li>
          <li>
            <a href={`/office/plans/${plan.id}/plan.xlsx?lang=${locale}`}>{words.form}</a>
          </li>
          <li>
            <a href={`/office/plans/${plan.id}/plan.csv?lang=${locale}`}>{words.csv}</a>
          </li>
          {plan.state === 'published' ? (
            <li>
              <a href={`${locale === 'en' ? '/en' : ''}/plans/${centre.code}/${plan.fiscalYear}`}>
                {words.public}
              </a>
            </li>
          ) : null}
        </ul>
      </section>
    </>
  );
}
