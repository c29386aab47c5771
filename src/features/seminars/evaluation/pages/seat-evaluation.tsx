/** /seat/:token/evaluation: marks and words about each part that is over, without script and without a name. */
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
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../learning/outcome.ts';
import { MissingSeat } from '../../learning/pages/missing.tsx';
import { learningText } from '../../learning/text.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import { type Item, ratings } from '../evaluation.ts';

export const links = () => [{ rel: 'stylesheet', href: learningStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const evaluation = await app.learning.evaluation.open(token);
  const isSent = new URL(request.url).searchParams.get('done') === 'sent';
  return data({ locale, token, evaluation, isSent }, { status: evaluation ? 200 : 404 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const form = await readForm(request, 512 * 1024);
  const typed = new Map<string, string>();
  for (const [name, value] of form ?? []) if (typeof value === 'string') typed.set(name, value);
  const outcome = await app.learning.evaluation.react(token, typed);
  if (outcome.ok) return redirect(citizenPath(locale, `/seat/${token}/evaluation?done=sent`));
  return data(
    { problem: outcome.code, typed: Object.fromEntries(typed) },
    { status: statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = learningText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.evaluation.heading) }];
};

export default function SeatEvaluation() {
  const { locale, token, evaluation, isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = learningText(locale);
  const words = text.evaluation;
  if (!evaluation) return <MissingSeat locale={locale} />;
  const { seminar, closed, open, answered, ahead } = evaluation;
  const typed: Readonly<Record<string, string>> = answer?.typed ?? {};
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/evaluation`} narrow>
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
      {isSent && !answer ? (
        <div className="note good" role="status">
          <p>{words.sent}</p>
          <p>
            <a href={citizenPath(locale, `/seat/${token}/plan`)}>{words.next}</a>
          </p>
        </div>
      ) : null}
      {closed ? <p className="card empty">{words.closed[closed]}</p> : null}
      {!closed && open.length === 0 ? <p className="card empty">{words.allDone}</p> : null}
      {open.length > 0 ? (
        <>
          <p>{words.lead}</p>
          <p className="note">
            <Words>{words.anonymous}</Words>
          </p>
          <form method="post" className="stack">
            {open.map((subject) => (
              <section key={subject.id} className="card" aria-labelledby={subject.id}>
                <Heading level={2} id={subject.id}>
                  {subject.slot ? titleOf(subject.slot, locale) : words.whole}
                </Heading>
                {subject.items.map((item) => (
                  <Question
                    key={item.id}
                    item={item}
                    name={`${subject.id}.${item.id}`}
                    typed={typed[`${subject.id}.${item.id}`]}
                    locale={locale}
                  />
                ))}
              </section>
            ))}
            <p className="hint">{words.until(formatDate(asCivilDate(evaluation.closesOn), locale))}</p>
            <button type="submit" className="button act">
              {words.send}
            </button>
          </form>
        </>
      ) : null}
      {ahead > 0 && !closed ? <p className="soft">{words.ahead(ahead)}</p> : null}
      {answered.length > 0 ? (
        <section>
          <Heading level={2}>{words.answered}</Heading>
          <ul>
            {answered.map(({ id, slot }) => (
              <li key={id}>{slot ? titleOf(slot, locale) : words.whole}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </PublicFrame>
  );
}

type QuestionProps = {
  readonly item: Item;
  readonly name: string;
  readonly typed: string | undefined;
  readonly locale: Locale;
};

function Question({ item, name, typed, locale }: QuestionProps) {
  const words = learningText(locale).evaluation;
  const prompt = locale === 'en' ? item.promptEn : item.promptTh;
  if (item.kind === 'text')
    return (
      <div className="field">
        <label htmlFor={name}>{prompt}</label>
        <p className="hint" id={`${name}-hint`}>
          {words.wordsWarning}
        </p>
        <textarea
          id={name}
          name={name}
          rows={3}
          maxLength={2000}
          defaultValue={typed}
          aria-describedby={`${name}-hint`}
        />
      </div>
    );
  return (
    <fieldset className="marks">
      <legend>{prompt}</legend>
      <div className="marks-row">
        {ratings.map((mark) => (
          <label key={mark}>
            <input
              type="radio"
              name={name}
              value={mark}
              aria-label={words.mark(mark)}
              defaultChecked={typed === String(mark)}
            />
            <span aria-hidden="true">{mark}</span>
          </label>
        ))}
      </div>
      <p className="marks-ends" aria-hidden="true">
        <span>{words.least}</span>
        <span>{words.most}</span>
      </p>
    </fieldset>
  );
}
