/** /office/plans/:id/results/:measure: what a measure has brought by the end of a quarter. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { describedBy, Hint, ProblemLine } from '#interface/fields/field-frame.tsx';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { amount } from '../plan-rows.ts';
import { begunQuarters, latest, quarterEnd, takesResults } from '../plan-rules.ts';
import { plansText } from '../text.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.plans.view(signedIn, params['id'] ?? '', locale);
  const measure = view?.measures.find(({ id }) => id === params['measure']);
  if (!view?.mayWrite || !measure || !takesResults(view.plan.state))
    throw redirect(`/office/plans/${params['id'] ?? ''}`);
  return {
    locale,
    plan: view.plan,
    measure,
    quarters: begunQuarters(view.plan.fiscalYear, civilDate(app.ground.now())),
    /** Made here, so that a form sent twice enters one result. */
    id: crypto.randomUUID(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const planId = params['id'] ?? '';
  const form = await readForm(request, 64 * 1024);
  if (!form) return data({ problem: 'malformed' as const, fields: [] }, { status: 400 });
  const fields = Object.fromEntries(
    (
      [
        'id',
        'quarter',
        'done',
        'value',
        'spent',
        'progress',
        'problems',
        'suggestions',
        'evidenceUrl',
      ] as const
    ).map((name) => [name, textOf(form, name)]),
  );
  const input = { ...fields, measureId: params['measure'] } as Parameters<typeof app.plans.enterResult>[2];
  const outcome = await app.plans.enterResult(signedIn, planId, input);
  if (outcome.ok) return redirect(`/office/plans/${planId}?done=result`);
  return data(
    { problem: outcome.code, fields: outcome.fields ?? [] },
    { status: outcome.code === 'forbidden' ? 403 : 409 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.resultForm.heading) }];
};

type Field = 'done' | 'value' | 'spent' | 'progress' | 'problems' | 'suggestions' | 'evidenceUrl';

export default function ResultPage() {
  const { locale, plan, measure, quarters, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = plansText(locale);
  const words = text.resultForm;
  const before = latest(measure);
  const field = (name: Field, rows?: number) => {
    const problem = answer?.fields.includes(name) ? text.fieldProblems[name] : undefined;
    const hint = name === 'evidenceUrl' ? words.hints.evidenceUrl : undefined;
    const shared = {
      id: name,
      name,
      required: name === 'done' || name === 'progress',
      // What was last said is the start of what is said next.
      defaultValue: String(before?.[name] ?? ''),
      'aria-invalid': problem ? (true as const) : undefined,
      'aria-describedby': describedBy(name, { hint, problem }),
    };
    return (
      <div className="field">
        <label htmlFor={name}>{words.fields[name]}</label>
        <Hint id={name} hint={hint} />
        {rows ? (
          <textarea rows={rows} maxLength={4000} {...shared} />
        ) : (
          <input
            type="text"
            inputMode={name === 'evidenceUrl' ? 'url' : 'decimal'}
            maxLength={500}
            {...shared}
          />
        )}
        <ProblemLine id={name} problem={problem} />
      </div>
    );
  };
  return (
    <>
      <p className="small">
        <Link to={`/office/plans/${plan.id}`}>{text.measure.back}</Link>
      </p>
      <h1>
        {words.heading}: {measure.title}
      </h1>
      <p className="soft measure">{words.lead}</p>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]} {answer.problem === 'identifying' ? answer.fields.join(', ') : null}
        </p>
      ) : null}
      {quarters.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <Form method="post" className="narrow-form">
          <input type="hidden" name="id" value={id} />
          <div className="field">
            <label htmlFor="quarter">{words.quarter}</label>
            <select id="quarter" name="quarter" defaultValue={quarters.at(-1)}>
              {quarters.map((quarter) => (
                <option key={quarter} value={quarter}>
                  {words.quarterOf(
                    quarter,
                    formatDate(quarterEnd(plan.fiscalYear, quarter), locale, 'short'),
                  )}
                </option>
              ))}
            </select>
          </div>
          {field('done', 3)}
          {measure.target === undefined ? null : (
            <p className="small soft">{text.plan.target(amount(measure.target), measure.targetUnit)}</p>
          )}
          <div className="two-columns">
            {field('value')}
            {field('spent')}
          </div>
          {field('progress')}
          {field('problems', 2)}
          {field('suggestions', 2)}
          {field('evidenceUrl')}
          <button type="submit" className="button main" disabled={isBusy}>
            {words.save}
          </button>
        </Form>
      )}
      <section aria-labelledby="before">
        <h2 id="before">{words.before}</h2>
        {measure.results.length === 0 ? <p>{words.beforeNone}</p> : null}
        <ul className="plain-list rows">
          {measure.results.map((result) => (
            <li key={result.quarter}>
              <strong>{text.papers.quarter(result.quarter)}</strong> {result.done} ·{' '}
              {text.papers.percent(result.progress)} · {text.plan.baht(amount(result.spent))}{' '}
              <span className="small soft">{formatDateTime(new Date(result.enteredAt), locale)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
