/** /office/lessons/:id: a lesson; for its author when it came back the form, for the second person the decision. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { DecisionAnswer } from '../decide-lesson.ts';
import type { HandInAnswer } from '../hand-in-lesson.ts';
import { lessonsText } from '../text.ts';
import { formChoices, handIn, readLessonForm } from './hand-in.ts';
import { LessonDecision } from './lesson-decision.tsx';
import { LessonForm } from './lesson-form.tsx';
import { Paragraphs } from './paragraphs.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const view = await app.lessons.view(signedIn, params['id'] ?? '');
  if (!view) throw data(null, { status: 404 });
  const { id, title, topic, typology, happened, signs, weak, helped, state, audience, returnNote, revision } =
    view.lesson;
  return {
    locale,
    lesson: {
      id,
      title,
      topic,
      typology,
      happened,
      signs,
      weak,
      helped,
      state,
      audience,
      returnNote,
      revision,
    },
    isMine: view.isMine,
    mayDecide: view.mayDecide,
    mayOpenToPublic: view.mayOpenToPublic,
    hints: view.hints,
    /** Made here, so that a decision sent twice is told once. */
    noticeId: crypto.randomUUID(),
    choices: view.isMine && state === 'returned' ? await formChoices(app, signedIn, locale) : undefined,
  };
}

type Answers = { readonly mended?: HandInAnswer; readonly decided?: DecisionAnswer };

export async function action({ context, request, params }: ActionFunctionArgs): Promise<Answers> {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readLessonForm(request);
  if (!form) return { decided: { ok: false, code: 'malformed' } };
  if (!form.has('act')) return { mended: await handIn(app, signedIn, form) };
  return {
    decided: await app.lessons.decide(signedIn, params['id'] ?? '', {
      noticeId: textOf(form, 'noticeId'),
      revision: textOf(form, 'revision'),
      act: textOf(form, 'act'),
      audience: textOf(form, 'audience') || 'officers',
      checks: form.getAll('checks'),
      note: textOf(form, 'note'),
    }),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

export default function OfficeLesson() {
  const { locale, lesson, isMine, mayDecide, mayOpenToPublic, hints, noticeId, choices } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = lessonsText(locale);
  const words = text.office;
  return (
    <div className="stack">
      <p className="small">
        <Link to="/office/lessons">{words.heading}</Link>
      </p>
      <h1>{lesson.title}</h1>
      <p className="row">
        <span className={lesson.state === 'published' ? 'tag good' : 'tag warn'}>
          {words.states[lesson.state]}
        </span>
        {lesson.state === 'published' ? (
          <span className="soft small">{words.audiences[lesson.audience]}</span>
        ) : null}
      </p>
      {isMine && lesson.state === 'submitted' ? <p className="note">{words.handedIn}</p> : null}
      {lesson.returnNote ? (
        <p className="note warn">
          <strong>{words.returnNote}</strong> {lesson.returnNote}
        </p>
      ) : null}
      {choices ? (
        <LessonForm
          key={lesson.revision}
          id={lesson.id}
          locale={locale}
          {...choices}
          from={lesson}
          answer={answer?.mended}
        />
      ) : (
        (['happened', 'signs', 'weak', 'helped'] as const).map((field) => (
          <section key={field}>
            <h2>{words.fields[field]}</h2>
            <Paragraphs>{lesson[field]}</Paragraphs>
          </section>
        ))
      )}
      {hints.length > 0 && lesson.state !== 'published' ? (
        <div className="note warn">
          <p>
            <strong>{words.hints}</strong>
          </p>
          <ul>
            {hints.map((one) => (
              <li key={one.found}>
                {words.hintKinds[one.kind]}: {one.found}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div aria-live="polite">
        {answer?.decided?.ok ? <p className="note good">{words.decided}</p> : null}
        {answer?.decided && !answer.decided.ok ? (
          <p className="note bad">{words.problems[answer.decided.code]}</p>
        ) : null}
      </div>
      {mayDecide && (lesson.state === 'submitted' || lesson.state === 'published') ? (
        <LessonDecision
          {...{ locale, noticeId, mayOpenToPublic }}
          state={lesson.state}
          revision={lesson.revision}
        />
      ) : null}
    </div>
  );
}
