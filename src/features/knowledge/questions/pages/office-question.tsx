/** /office/questions/:id: the question, its answers, confirmed ones first, and the form to answer. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { questionsText } from '../text.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const [view, centres] = await Promise.all([
    app.questions.view(signedIn, params['id'] ?? ''),
    app.network.listCentres(app.ground.now()),
  ]);
  if (!view) throw data(null, { status: 404 });
  const name = (id: number) =>
    centres.find((centre) => centre.id === id)?.[locale === 'th' ? 'nameTh' : 'nameEn'] ?? '';
  const { title, body, unitId, askedAt } = view.question;
  return {
    locale,
    /** Made here, so that an answer sent twice stands once. */
    answerId: crypto.randomUUID(),
    question: { title, body, centre: name(unitId), askedOn: civilDate(askedAt) },
    mayAnswer: view.mayAnswer,
    answers: view.answers.map((answer) => ({
      id: answer.id,
      body: answer.body,
      centre: name(answer.unitId),
      answeredOn: civilDate(answer.answeredAt),
      isVerified: answer.isVerified,
      mayVerify: answer.mayVerify,
    })),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) return { ok: false as const, code: 'too-short' as const };
  const id = params['id'] ?? '';
  const verified = textOf(form, 'verify');
  if (verified) return app.questions.verify(signedIn, id, verified);
  return app.questions.answer(signedIn, id, { id: textOf(form, 'id'), body: textOf(form, 'body') });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function OfficeQuestion() {
  const { locale, answerId, question, mayAnswer, answers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = questionsText(locale);
  const lines = (words: string) =>
    words
      .split(/\n+/)
      .filter(Boolean)
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never change places
      .map((line, at) => <p key={at}>{line}</p>);
  return (
    <div className="stack">
      <p className="small">
        <Link to="/office/questions">{text.heading}</Link>
      </p>
      <h1>{question.title}</h1>
      <p className="soft small">
        {question.centre} · {formatDate(question.askedOn, locale, 'long')}
      </p>
      {lines(question.body)}
      <h2>{text.answers(answers.length)}</h2>
      {answers.map((one) => (
        <article key={one.id} className="card">
          <p className="row small">
            <span className="soft">
              {one.centre} · {formatDate(one.answeredOn, locale, 'short')}
            </span>
            {one.isVerified ? <span className="tag good">{text.verified}</span> : null}
          </p>
          {lines(one.body)}
          {one.mayVerify ? (
            <Form method="post">
              <button type="submit" name="verify" value={one.id} className="button">
                {text.verify}
              </button>
            </Form>
          ) : null}
        </article>
      ))}
      <div aria-live="polite">
        {answer?.ok ? <p className="note good">{text.done}</p> : null}
        {answer && !answer.ok ? <p className="note bad">{text.problems[answer.code]}</p> : null}
      </div>
      {mayAnswer ? (
        <Form method="post" className="card" key={answers.length}>
          <h2>{text.answer}</h2>
          <input type="hidden" name="id" value={answerId} />
          <div className="field">
            <label htmlFor="body">{text.answerBody}</label>
            <textarea id="body" name="body" maxLength={6000} required />
          </div>
          <button type="submit" className="button main">
            {text.sendAnswer}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
