/** /seat/:token/tests/:id: a test without script and without account; every page that is sent is kept. */
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
import testStyles from '#interface/styles/tests.css?url';
import { pageContext } from '#main/page-context.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { titleLang, titleOf } from '../../pages/seminar-words.ts';
import { statusOf } from '../assessment.ts';
import { assessmentsText } from '../text.ts';
import { RunningForm } from './running-form.tsx';
import { TestResult } from './test-result.tsx';
import { TestStart } from './test-start.tsx';

export const links = () => [{ rel: 'stylesheet', href: testStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const taking = { token: params['token'] ?? '', testId: params['id'] ?? '' };
  const page = Number(new URL(request.url).searchParams.get('page') ?? '') || undefined;
  const view = await app.assessments.take.view(taking, page);
  return data(
    {
      locale,
      ...taking,
      view,
      now: app.ground.now(),
      /** Made here, so that a form sent twice is one. */
      id: crypto.randomUUID(),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const taking = { token: params['token'] ?? '', testId: params['id'] ?? '' };
  const form = await readForm(request, 64 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const { take } = app.assessments;
  const here = citizenPath(locale, `/seat/${taking.token}/tests/${taking.testId}`);
  const attemptId = textOf(form, 'attempt');
  const step = textOf(form, 'step');
  if (step === 'save') {
    const page = Number(textOf(form, 'page'));
    const outcome = await take.save({
      ...taking,
      attemptId,
      saveId: textOf(form, 'id'),
      page,
      fields: {
        get: (name) => (form.has(name) ? textOf(form, name) : undefined),
        all: (name) => form.getAll(name).map(String),
      },
    });
    if (outcome.ok) return redirect(`${here}?page=${page + 1}`);
    return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  }
  const outcome =
    step === 'finish'
      ? await take.finish({ ...taking, attemptId })
      : await take.start({ ...taking, attemptId: textOf(form, 'id') });
  return outcome.ok ? redirect(here) : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({
  loaderData,
}: {
  loaderData?: { locale: Locale; view?: { test: { phase: 'pre' | 'post' } } | undefined };
}) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.take.phases[loaderData?.view?.test.phase ?? 'post']) }];
};

export default function TakeTest() {
  const { locale, token, testId, view, now, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { take: text, problems } = assessmentsText(locale);
  if (!view)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{text.missing}</Heading>
        <p>
          <Words>{text.missingBody}</Words>
        </p>
      </PublicFrame>
    );
  const shared = { locale, view, now: new Date(now), id };
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/tests/${testId}`} narrow>
      <p className="small">
        <a href={citizenPath(locale, `/seat/${token}`)}>{text.back}</a>
      </p>
      <Heading>{text.phases[view.test.phase]}</Heading>
      <p className="soft" lang={titleLang(view.seminar, locale)}>
        {titleOf(view.seminar, locale)}
      </p>
      {problem ? (
        <p className="note bad" role="alert">
          {problems[problem]}
        </p>
      ) : null}
      {view.running ? <RunningForm {...shared} running={view.running} /> : null}
      {!view.running && view.results.length > 0 ? <TestResult {...shared} /> : null}
      {view.running ? null : <TestStart {...shared} />}
    </PublicFrame>
  );
}
