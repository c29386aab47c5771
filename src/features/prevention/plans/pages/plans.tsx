/** /office/plans: the plans of the officer's centre by year, and the door to the network's. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { plansText } from '../text.ts';
import { PlanStateTag } from './plan-state-tag.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const year = fiscalYearOf(civilDate(app.ground.now()));
  const own = await app.plans.listOwn(signedIn, locale);
  return {
    locale,
    oversees: await app.plans.oversees(signedIn),
    own: own.map(({ centre, plans }) => ({
      centre,
      plans,
      /** Years that may be begun now; the ids are made here, so that a form sent twice begins one plan. */
      open: [year, year + 1]
        .filter((one) => !plans.some(({ fiscalYear }) => fiscalYear === one))
        .map((one) => ({
          year: one,
          id: crypto.randomUUID(),
          canCopy: plans.some(({ fiscalYear }) => fiscalYear === one - 1),
        })),
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const outcome = await app.plans.start(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    fiscalYear: Number(textOf(form, 'fiscalYear')),
    copyLast: textOf(form, 'copy') === 'yes',
  });
  return outcome.ok
    ? redirect(`/office/plans/${outcome.value.id}?done=begun`)
    : data({ problem: outcome.code }, { status: outcome.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = plansText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function OwnPlans() {
  const { locale, own, oversees } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = plansText(locale);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {oversees ? (
          <Link className="button" to="/office/plans/network">
            {text.network.heading}
          </Link>
        ) : null}
      </div>
      <p className="soft measure">{text.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {own.map(({ centre, plans, open }) => (
        <section key={centre.unitId} className="card" aria-labelledby={`centre-${centre.unitId}`}>
          <h2 id={`centre-${centre.unitId}`}>{centre.name}</h2>
          {plans.length === 0 ? <p>{text.ownNone}</p> : null}
          <ul className="plain-list rows">
            {plans.map((plan) => (
              <li key={plan.id} className="row">
                <Link className="grow" to={`/office/plans/${plan.id}`}>
                  {text.year(plan.fiscalYear)}
                </Link>
                <PlanStateTag state={plan.state} locale={locale} />
                <span className="small soft">{formatDateTime(new Date(plan.changedAt), locale)}</span>
              </li>
            ))}
          </ul>
          <div className="row">
            {open.map(({ year, id, canCopy }) => (
              <Form method="post" className="row" key={year}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="unitId" value={centre.unitId} />
                <input type="hidden" name="fiscalYear" value={year} />
                {canCopy ? (
                  <button type="submit" className="button main" name="copy" value="yes">
                    {text.beginCopy(year)}
                  </button>
                ) : null}
                <button type="submit" className={canCopy ? 'button' : 'button main'}>
                  {text.begin(year)}
                </button>
              </Form>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
