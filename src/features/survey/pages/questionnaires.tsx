/** /office/survey/questionnaires: every version of every year; the ministry drafts the next from one of them. */
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
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../outcome.ts';
import { surveyText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { all, mayWrite } = await app.survey.questionnaires(signedIn);
  const year = fiscalYearOf(civilDate(app.ground.now()));
  return {
    locale,
    mayWrite,
    years: [year, year + 1].map((one) => ({ year: one, id: crypto.randomUUID() })),
    all: all.map(({ id, fiscalYear, version, state, status, items, title }) => ({
      id,
      fiscalYear,
      version,
      state,
      status,
      items: items.length,
      title,
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 4096);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const [id = '', year = ''] = textOf(form, 'to').split(' ');
  const outcome = await app.survey.carryOver(signedIn, {
    id,
    from: textOf(form, 'from'),
    fiscalYear: Number(year),
  });
  return outcome.ok
    ? redirect(`/office/survey/questionnaires/${outcome.value.id}`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.editor.heading) }];
};

export default function Questionnaires() {
  const { locale, mayWrite, years, all } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = surveyText(locale);
  const words = text.editor;
  return (
    <>
      <p className="small">
        <Link to="/office/survey">{text.round.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {mayWrite ? null : <p className="note">{words.readOnly}</p>}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {all.map((one, at) => (
        <section key={one.id} className="card" aria-labelledby={`q-${one.id}`}>
          <h2 id={`q-${one.id}`}>
            <Link to={`/office/survey/questionnaires/${one.id}`}>
              {words.version(one.fiscalYear, one.version)}
            </Link>
          </h2>
          <p>
            {one.title[locale]} · {words.items(one.items)}{' '}
            <span className={one.state === 'in-force' ? 'tag good' : 'tag'}>{words.states[one.state]}</span>{' '}
            <span className={one.status === 'confirmed' ? 'tag good' : 'tag warn'}>
              {words.statuses[one.status]}
            </span>
          </p>
          {mayWrite && at === 0 ? (
            <Form method="post" className="row">
              <input type="hidden" name="from" value={one.id} />
              {years.map(({ year, id }) => (
                <button key={year} type="submit" className="button" name="to" value={`${id} ${year}`}>
                  {words.carry(year)}
                </button>
              ))}
              <p className="hint">{words.carryHint}</p>
            </Form>
          ) : null}
        </section>
      ))}
    </>
  );
}
