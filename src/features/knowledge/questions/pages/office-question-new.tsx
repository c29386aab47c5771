/** /office/questions/new: ask; first the questions that may be the same are shown. */
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { questionsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = requireOfficer(context, request);
  const topics = await app.cases.listTopics(civilDate(app.ground.now()));
  return {
    locale,
    /** Made here, so that a form sent twice asks once. */
    id: crypto.randomUUID(),
    topics: topics.map((topic) => ({
      code: topic.code,
      name: locale === 'th' ? topic.nameTh : topic.nameEn,
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) return { problem: 'fields' as const, same: [] };
  const [title, body] = [textOf(form, 'title'), textOf(form, 'body')];
  if (!form.has('send')) {
    const same = await app.questions.alike(signedIn, `${title}\n${body}`);
    if (same.length > 0)
      return {
        problem: undefined,
        same: same.map((one) => ({ id: one.id, title: one.title, isVerified: one.isVerified })),
      };
  }
  const answer = await app.questions.ask(signedIn, {
    id: textOf(form, 'id'),
    topic: textOf(form, 'topic'),
    title,
    body,
  });
  return answer.ok ? redirect(`/office/questions/${answer.id}`) : { problem: answer.code, same: [] };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.ask) }];
};

export default function OfficeQuestionNew() {
  const { locale, id, topics } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = questionsText(locale);
  const same = answer?.same ?? [];
  return (
    <>
      <p className="small">
        <Link to="/office/questions">{text.heading}</Link>
      </p>
      <h1>{text.ask}</h1>
      <Form method="post" className="card">
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor="topic">{text.topic}</label>
          <select id="topic" name="topic">
            {topics.map((topic) => (
              <option key={topic.code} value={topic.code}>
                {topic.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="title">{text.question}</label>
          <input id="title" name="title" maxLength={200} required />
        </div>
        <div className="field">
          <label htmlFor="body">{text.body}</label>
          <textarea id="body" name="body" maxLength={4000} required />
        </div>
        <div aria-live="polite">
          {answer?.problem ? <p className="note bad">{text.problems[answer.problem]}</p> : null}
          {same.length > 0 ? (
            <div className="note">
              <p>
                <strong>{text.same}</strong>
              </p>
              <ul>
                {same.map((one) => (
                  <li key={one.id}>
                    <Link to={`/office/questions/${one.id}`}>{one.title}</Link>{' '}
                    {one.isVerified ? <span className="tag good">{text.verified}</span> : null}
                  </li>
                ))}
              </ul>
              <p>{text.sameHint}</p>
            </div>
          ) : null}
        </div>
        {same.length > 0 ? (
          <button type="submit" name="send" value="yes" className="button main">
            {text.send}
          </button>
        ) : (
          <button type="submit" className="button main">
            {text.send}
          </button>
        )}
      </Form>
    </>
  );
}
