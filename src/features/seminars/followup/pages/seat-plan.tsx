/** /seat/:token/plan: one thing a participant will do differently, and later what became of it. Without script. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import learningStyles from '#interface/styles/learning.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../learning/outcome.ts';
import { MissingSeat } from '../../learning/pages/missing.tsx';
import { learningText } from '../../learning/text.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import { AnswerFields } from './answer-fields.tsx';
import { LooksTable } from './looks-table.tsx';
import { PlanFields } from './plan-fields.tsx';

export const links = () => [{ rel: 'stylesheet', href: learningStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const own = await app.learning.plans.open(token);
  const asked = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      token,
      own,
      /** Made here, so that a form sent twice is one plan or one answer. */
      id: crypto.randomUUID(),
      done: (['written', 'answered'] as const).find((each) => each === asked),
    },
    { status: own ? 200 : 404 },
  );
}

const names = ['id', 'step', 'done', 'note', 'what', 'seenBy', 'competency'] as const;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const form = (await readForm(request, 64 * 1024)) ?? new FormData();
  const typed: Readonly<Record<string, string>> = {
    ...Object.fromEntries(names.map((name) => [name, textOf(form, name)])),
    dueOn: dateText(form, 'dueOn'),
  };
  const isAnswer = form.has('step');
  const { plans } = app.learning;
  const outcome = await (isAnswer ? plans.answer(token, typed) : plans.write(token, typed));
  if (outcome.ok)
    return redirect(citizenPath(locale, `/seat/${token}/plan?done=${isAnswer ? 'answered' : 'written'}`));
  return data({ problem: outcome.code, fields: outcome.fields, typed }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = learningText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.plan.heading) }];
};

export default function SeatPlan() {
  const { locale, token, own, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = learningText(locale);
  const words = text.plan;
  if (!own) return <MissingSeat locale={locale} />;
  const { seminar, plan, waiting } = own;
  const typed = answer?.typed ?? {};
  const wrong = answer?.fields ?? [];
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/plan`} narrow>
      <p className="small">
        <a href={citizenPath(locale, `/seat/${token}`)}>{text.backToSeat}</a>
      </p>
      <p className="small soft">{titleOf(seminar, locale)}</p>
      <Heading>{words.heading}</Heading>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : null}
      {done && !answer ? (
        <p className="note good" role="status">
          {done === 'answered' ? words.answeredNow : words.written}
        </p>
      ) : null}
      <div className="stack">
        {plan && (!own.isOpen || waiting) ? (
          <section className="card stack">
            <p>
              <strong>{plan.what}</strong>
            </p>
            <p>{text.mine.seenBy(plan.seenBy)}</p>
            <p className="soft">{text.mine.by(formatDate(asCivilDate(plan.dueOn), locale))}</p>
          </section>
        ) : null}
        {waiting ? (
          <form method="post" className="card">
            <Heading level={2}>{words.question(waiting.step)}</Heading>
            <AnswerFields
              locale={locale}
              id={id}
              step={waiting.step}
              typed={typed}
              isWrong={wrong.includes('done')}
            />
            <button type="submit" className="button act">
              {words.answer}
            </button>
          </form>
        ) : null}
        {own.isOpen && !waiting ? (
          <form method="post" className="card">
            <p>{words.lead}</p>
            <p className="hint">
              <Words>{words.readers}</Words>
            </p>
            <PlanFields locale={locale} id={id} own={own} typed={typed} wrong={wrong} />
            <button type="submit" className="button main">
              {words.write}
            </button>
          </form>
        ) : null}
        {!plan && !own.isOpen ? (
          <p className="card empty">{own.looks.some(({ isDue }) => isDue) ? words.none : words.notYet}</p>
        ) : null}
        {plan ? <LooksTable looks={own.looks} locale={locale} /> : null}
      </div>
    </PublicFrame>
  );
}
