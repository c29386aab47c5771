/** /office/ethics/matters/:id/question: a public question from an answered advice, compared with its sealed words here. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { useOpenedCase } from '#features/cases/browser/index.ts';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { questionsText } from '../text.ts';
import { namesToldIn } from './names-told.ts';
import { readQuestion } from './posted-question.ts';
import { QuestionForm } from './question-form.tsx';

/** Opens sealed matter. */
export const handle = { sealed: true };
export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const matter = isUuid(id) ? await app.ethics.matters.view(signedIn, id, locale) : undefined;
  const view = matter?.standing.matter === 'ethics-advice' ? await app.cases.view(signedIn, id) : undefined;
  if (!view) throw data({ locale }, { status: 404 });
  const desk = (await app.ethics.questions.desk(signedIn, locale))!;
  return { locale, view, desk, id: crypto.randomUUID() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const question = readQuestion(await request.formData());
  const outcome = await app.ethics.questions.write(signedIn, question);
  return outcome.ok
    ? redirect(`/office/ethics/questions/${outcome.value.id}`)
    : data({ problem: outcome.code, question }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.newHeading) }];
};

export default function QuestionNew() {
  const { locale, view, desk, id } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const text = questionsText(locale).office;
  const opening = useOpenedCase(view);
  const told = opening.state === 'open' ? namesToldIn(opening.opened) : undefined;
  return (
    <>
      <p className="no-print">
        <Link to={`/office/ethics/matters/${view.header.id}`}>← {text.back}</Link>
      </p>
      <h1>{text.newHeading}</h1>
      <p className="soft measure">{text.lead}</p>
      <p>
        <Link to={`/office/cases/${view.header.id}`}>{text.source}</Link>
      </p>
      <QuestionForm
        locale={locale}
        desk={desk}
        id={asked?.question.id ?? id}
        caseId={view.header.id}
        told={told}
        typed={asked?.question}
        problem={asked?.problem}
      />
    </>
  );
}
