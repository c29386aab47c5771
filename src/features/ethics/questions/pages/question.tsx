/** /office/ethics/questions/:id: the second person reads and decides; the writer mends; a published one is withdrawn. */
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
import ethicsStyles from '#interface/styles/ethics.css?url';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { questionsText } from '../text.ts';
import { readQuestion } from './posted-question.ts';
import { QuestionForm } from './question-form.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const desk = isUuid(id) ? await app.ethics.questions.desk(signedIn, locale, id) : undefined;
  if (!desk?.question) throw data({ locale }, { status: 404 });
  return { locale, desk, question: desk.question };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const step = textOf(form, 'step');
  const isMending = step === '';
  const question = isMending ? readQuestion(form) : undefined;
  const outcome = question
    ? await app.ethics.questions.write(signedIn, question)
    : await app.ethics.questions.decide(signedIn, {
        questionId: params['id'] ?? '',
        revision: Number(textOf(form, 'revision')),
        step: step as 'published' | 'returned' | 'withdrawn',
        reason: textOf(form, 'reason'),
      });
  return outcome.ok
    ? redirect(`/office/ethics/questions/${params['id']}`)
    : data(
        { problem: outcome.code, question, reason: textOf(form, 'reason') },
        { status: statusOf(outcome.code) },
      );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

export default function QuestionPage() {
  const { locale, desk, question } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const text = questionsText(locale);
  const words = text.office;
  const mends = desk.isMine && question.state === 'returned';
  return (
    <>
      <p className="no-print">
        <Link to="/office/ethics">← {words.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="row">
        <span className="tag deep">{text.states[question.state]}</span>
        {desk.sourceId ? <Link to={`/office/ethics/matters/${desk.sourceId}`}>{words.source}</Link> : null}
        {question.state === 'published' ? (
          <a href={`${locale === 'en' ? '/en' : ''}/ethics/questions#${question.id}`}>{words.publicPage}</a>
        ) : null}
      </p>
      {asked?.problem && !mends ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[asked.problem]}
        </p>
      ) : null}
      {question.reason ? (
        <p className="note warn">
          {question.state === 'withdrawn'
            ? words.withdrawn(question.reason)
            : words.returned(question.reason)}
        </p>
      ) : null}
      {mends ? (
        <QuestionForm
          locale={locale}
          desk={desk}
          id={question.id}
          told={undefined}
          typed={asked?.question}
          problem={asked?.problem}
        />
      ) : (
        <ReadQuestion />
      )}
      {desk.mayDecide || desk.mayWithdraw ? <Decide reason={asked?.reason} /> : null}
      {question.state === 'submitted' && desk.isMine ? <p className="note">{words.waits}</p> : null}
    </>
  );
}

function ReadQuestion() {
  const { locale, desk, question } = useLoaderData<typeof loader>();
  const text = questionsText(locale);
  const both = [
    { language: 'th', asked: question.questionTh, answer: question.answerTh },
    ...(question.questionEn
      ? [{ language: 'en', asked: question.questionEn, answer: question.answerEn }]
      : []),
  ];
  return (
    <section className="card">
      {both.map(({ language, asked, answer }) => (
        <div key={language} lang={language}>
          <h2>{asked}</h2>
          <p className="said">{answer}</p>
        </div>
      ))}
      {desk.sections.length > 0 ? (
        <p>
          {text.law}: {desk.sections.map(({ title, number }) => text.section(title, number)).join(' · ')}
        </p>
      ) : null}
      {question.standards.length > 0 ? (
        <p className="soft small">
          {text.standards}:{' '}
          {desk.standards
            .filter(({ code }) => question.standards.includes(code))
            .map(({ name }) => name)
            .join(' · ')}
        </p>
      ) : null}
    </section>
  );
}

function Decide({ reason }: { readonly reason: string | undefined }) {
  const { locale, desk, question } = useLoaderData<typeof loader>();
  const isBusy = useNavigation().state !== 'idle';
  const words = questionsText(locale).office;
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{words.decide}</h2>
      <p className="hint">{words.decideHint}</p>
      <Form method="post">
        <input type="hidden" name="revision" value={question.revision} />
        {desk.mayDecide ? (
          <p>
            <button type="submit" name="step" value="published" className="button act" disabled={isBusy}>
              {words.publish}
            </button>
          </p>
        ) : null}
        <div className="field">
          <label htmlFor="reason">{words.reason}</label>
          <textarea id="reason" name="reason" className="short" maxLength={1000} defaultValue={reason} />
        </div>
        <button
          type="submit"
          name="step"
          value={desk.mayDecide ? 'returned' : 'withdrawn'}
          className="button"
          disabled={isBusy}
        >
          {desk.mayDecide ? words.return : words.withdraw}
        </button>
      </Form>
    </section>
  );
}
