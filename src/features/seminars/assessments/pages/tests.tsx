/** /office/seminars/:id/tests: blueprint, the two tests, and how many are at it. */
import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { fieldsOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText, timeText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { type Refused, refused, statusOf } from '../assessment.ts';
import { phases } from '../test.ts';
import { assessmentsText } from '../text.ts';
import { BlueprintForm } from './blueprint-form.tsx';
import { TestCard } from './test-card.tsx';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.assessments.view(signedIn, params['id'] ?? '');
  return data(
    {
      locale,
      view,
      ids: { pre: crypto.randomUUID(), post: crypto.randomUUID() },
      saved: new URL(request.url).searchParams.get('done') === 'saved',
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 32 * 1024)) ?? new FormData();
  const seminarId = params['id'] ?? '';
  const phase = phases.find((each) => each === textOf(form, 'phase')) ?? 'pre';
  const what = textOf(form, 'what');
  const fields = fieldsOf(form);
  const answer = (outcome: { readonly ok: true } | Refused) =>
    outcome.ok
      ? redirect(`/office/seminars/${seminarId}/tests?done=saved`)
      : data({ refusal: outcome, phase, what, fields }, { status: statusOf(outcome.code) });
  const { assessments } = app;
  if (what === 'blueprint') {
    const blueprint = Object.entries(fields)
      .filter(([name]) => name.startsWith('count-'))
      .map(([name, count]) => ({ competency: name.slice(6), questions: Number(count || 0) }));
    return answer(await assessments.saveBlueprint(signedIn, { seminarId, blueprint }));
  }
  if (what === 'release') return answer(await assessments.release(signedIn, { seminarId, phase }));
  if (what === 'open' || what === 'close' || what === 'withdraw')
    return answer(await assessments.move(signedIn, { seminarId, phase, move: what }));
  const opensAt = instant(dateText(form, 'opensOn'), timeText(form, 'opensTime'));
  const closesAt = instant(dateText(form, 'closesOn'), timeText(form, 'closesTime'));
  if (!opensAt || !closesAt) return answer(refused('times-wrong'));
  const minutes = textOf(form, 'minutes');
  return answer(
    await assessments.saveTest(signedIn, {
      id: textOf(form, 'id'),
      seminarId,
      phase,
      opensAt,
      closesAt,
      minutes: minutes === '' ? undefined : Number(minutes),
      graceMinutes: Number(textOf(form, 'graceMinutes')),
      tries: Number(textOf(form, 'tries')),
      showsAnswers: form.get('showsAnswers') === '1',
      changedAt: textOf(form, 'changedAt') || undefined,
    }),
  );
}

/** A day and a time of day in Bangkok, which knows no other offset. */
function instant(day: string, time: string): Date | undefined {
  return parseCivilDate(day) && /^\d{2}:\d{2}$/.test(time) ? new Date(`${day}T${time}:00+07:00`) : undefined;
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.tests.heading) }];
};

const liveEveryMs = 15_000;

export default function TestsPage() {
  const { locale, view, ids, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const revalidator = useRevalidator();
  const isLive = view?.tests.some(({ stage }) => stage === 'open') ?? false;
  useEffect(() => {
    if (!isLive) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && revalidator.state === 'idle')
        void revalidator.revalidate();
    }, liveEveryMs);
    return () => clearInterval(timer);
  }, [isLive, revalidator]);
  if (!view) return <SeminarMissing locale={locale} />;
  const { tests: text, problems, shortage } = assessmentsText(locale);
  const base = `/office/seminars/${view.seminar.id}/tests`;
  return (
    <SeminarFrame locale={locale} seminar={view.seminar} tab="tests" canOrganise>
      <h2 className="visually-hidden">{text.heading}</h2>
      <p className="row no-print">
        <Link className="button main" to={`${base}/results`}>
          {text.results}
        </Link>
        <Link className="button" to={`${base}/preview`}>
          {text.preview}
        </Link>
        <Link className="button" to="/office/question-bank">
          {text.bank}
        </Link>
      </p>
      {saved && !answer ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {answer ? (
        <div className="note bad" role="alert">
          <p>{problems[answer.refusal.code]}</p>
          {answer.refusal.shortages ? (
            <ul>
              {answer.refusal.shortages.map(({ competency, needed, found }) => (
                <li key={competency}>{shortage(competency, needed, found)}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      <div className="test-cards">
        {phases.map((phase) => (
          <TestCard
            key={phase}
            {...{ locale, view, phase }}
            newId={ids[phase]}
            fields={answer?.what === 'test' && answer.phase === phase ? answer.fields : undefined}
          />
        ))}
      </div>
      <BlueprintForm
        locale={locale}
        view={view}
        fields={answer?.what === 'blueprint' ? answer.fields : undefined}
      />
    </SeminarFrame>
  );
}
