/** /office/learning: an officer's seminars, competence and plans, and the plans of her officers that wait for her. */
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import chartStyles from '#interface/styles/charts.css?url';
import learningStyles from '#interface/styles/learning.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { EvidenceTable } from '../../competence/pages/evidence-table.tsx';
import { LevelChart } from '../../competence/pages/level-chart.tsx';
import { AnswerFields } from '../../followup/pages/answer-fields.tsx';
import { LooksTable } from '../../followup/pages/looks-table.tsx';
import type { PlanLine } from '../../followup/superior.ts';
import { titleLang, titleOf } from '../../pages/seminar-words.ts';
import { learningText } from '../text.ts';
import { OwnSeats } from './own-seats.tsx';
import { refuse, unreadable } from './refuse.ts';

export const links = () => [chartStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const mine = await app.learning.mine(signedIn, locale);
  return {
    locale,
    ...mine,
    tokens: Object.fromEntries(mine.seats.map(({ seminar, token }) => [seminar.id, token])),
    /** Made here, one for each plan, so that an answer sent twice is one. */
    ids: Object.fromEntries(mine.answers.map(({ plan }) => [plan.id, crypto.randomUUID()])),
    isAnswered: new URL(request.url).searchParams.has('answered'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return unreadable();
  const typed = Object.fromEntries(['id', 'step', 'done', 'note'].map((name) => [name, textOf(form, name)]));
  const outcome = await app.learning.plans.answerAsSuperior(signedIn, {
    ...typed,
    planId: textOf(form, 'planId'),
  });
  return outcome.ok ? redirect('/office/learning?answered#answers') : refuse(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = learningText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.mine.heading) }];
};

export default function LearningPage() {
  const { locale, seats, profile, plans, answers, tokens, ids, isAnswered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = learningText(locale);
  const words = text.mine;
  const waiting = answers.filter((line) => line.waiting);
  const others = answers.filter((line) => !line.waiting);
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : null}
      {answers.length > 0 ? (
        <section aria-labelledby="answers">
          <h2 id="answers">{words.answers}</h2>
          {isAnswered && !answer ? (
            <p className="note good" role="status">
              {words.answered}
            </p>
          ) : null}
          {waiting.length === 0 ? <p className="card empty">{words.noAnswers}</p> : null}
          <div className="learning-cards">
            {waiting.map((line) => (
              <Waiting key={line.plan.id} line={line} id={ids[line.plan.id]!} locale={locale} />
            ))}
          </div>
          {others.length > 0 ? (
            <details>
              <summary>{`${words.others} (${others.length})`}</summary>
              <div className="learning-cards">
                {others.map((line) => (
                  <PlanCard key={line.plan.id} line={line} locale={locale} name={line.nameTh} />
                ))}
              </div>
            </details>
          ) : null}
        </section>
      ) : null}
      <OwnSeats seats={seats} locale={locale} />
      <section aria-labelledby="plans">
        <h2 id="plans">{words.plans}</h2>
        {plans.length === 0 ? <p className="card empty">{words.noPlans}</p> : null}
        <div className="learning-cards">
          {plans.map((line) => (
            <PlanCard key={line.plan.id} line={line} locale={locale} token={tokens[line.seminar.id]} />
          ))}
        </div>
      </section>
      <section aria-labelledby="competence">
        <h2 id="competence">{words.competence}</h2>
        <LevelChart profile={profile} locale={locale} />
        <h3>{words.evidence}</h3>
        {profile.evidence.length === 0 ? (
          <p className="card empty">{words.noEvidence}</p>
        ) : (
          <EvidenceTable evidence={profile.evidence} locale={locale} />
        )}
        <p>
          <Link to="/office/competence">{words.competenceMore}</Link>
        </p>
      </section>
    </>
  );
}

type PlanCardProps = {
  readonly line: PlanLine;
  readonly locale: Locale;
  readonly name?: string;
  /** Of the officer's own link, to answer there. */
  readonly token?: string | undefined;
};

function PlanWords({ line: { plan, seminar }, locale, name }: PlanCardProps) {
  const words = learningText(locale).mine;
  return (
    <>
      <h3>{name ?? plan.what}</h3>
      {name ? <p>{plan.what}</p> : null}
      <p>{words.seenBy(plan.seenBy)}</p>
      <p className="soft">
        {words.by(formatDate(asCivilDate(plan.dueOn), locale))} ·{' '}
        <span lang={titleLang(seminar, locale)}>{titleOf(seminar, locale)}</span>
      </p>
    </>
  );
}

function PlanCard(props: PlanCardProps) {
  const { line, locale, token } = props;
  const words = learningText(locale).mine;
  return (
    <section className="card">
      <PlanWords {...props} />
      <LooksTable looks={line.looks} locale={locale} />
      {token ? (
        <p>
          <a href={`${locale === 'en' ? '/en' : ''}/seat/${token}/plan`}>{words.openPlan}</a>{' '}
          {line.waiting ? <span className="tag warn">{words.waitsOwn}</span> : null}
        </p>
      ) : null}
    </section>
  );
}

type WaitingProps = { readonly line: PlanLine; readonly id: string; readonly locale: Locale };

function Waiting({ line, id, locale }: WaitingProps) {
  const text = learningText(locale);
  const isBusy = useNavigation().state !== 'idle';
  const said = line.waiting?.participant;
  return (
    <section className="card">
      <PlanWords line={line} locale={locale} name={line.nameTh} />
      {said ? (
        <p className="note">
          {text.mine.participantSaid(`${text.plan.doneWords[said.done]}${said.note ? `: ${said.note}` : ''}`)}
        </p>
      ) : null}
      <Form method="post" key={id}>
        <input type="hidden" name="planId" value={line.plan.id} />
        <AnswerFields locale={locale} id={id} step={line.waiting?.step ?? 1} typed={{}} isWrong={false} />
        <button type="submit" className="button act" disabled={isBusy}>
          {text.plan.answer}
        </button>
      </Form>
    </section>
  );
}
