/** /office/survey/:id: one survey, from its opening to its results. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import chartStyles from '#interface/styles/charts.css?url';
import surveyStyles from '#interface/styles/survey.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type SurveyRefusal, statusOf } from '../outcome.ts';
import { surveyText } from '../text.ts';
import { peopleIn } from './posted-people.ts';
import { RoundTag } from './round-tag.tsx';
import { RunRound } from './run-round.tsx';
import { Scores } from './scores.tsx';

export const links = () => [
  { rel: 'stylesheet', href: chartStyles },
  { rel: 'stylesheet', href: surveyStyles },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.survey.view(signedIn, params['id'] ?? '', locale);
  const asked = new URL(request.url).searchParams;
  return data(
    {
      locale,
      view,
      done: asked.get('done') ?? '',
      problem: asked.get('problem') ?? '',
      // Another sheet is another form.
      sheet: crypto.randomUUID(),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const roundId = params['id'] ?? '';
  const form = await readForm(request, 16 * 1024);
  const what = form ? textOf(form, 'what') : '';
  const outcome =
    what === 'people'
      ? await app.survey.sayEntitled(signedIn, { roundId, entitled: peopleIn(form!) })
      : await app.survey.step(signedIn, { roundId, step: what === 'publish' ? 'publish' : 'close' });
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  const done = what === 'people' ? 'savedPeople' : what === 'publish' ? 'published' : 'closed';
  return redirect(`/office/survey/${roundId}?done=${done}`);
}

export const meta = ({
  loaderData,
}: {
  loaderData?: { locale: Locale; view?: { round: { centre: string; fiscalYear: number } } };
}) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  const round = loaderData?.view?.round;
  return [{ title: text.title(round ? text.round.of(round.centre, round.fiscalYear) : text.heading) }];
};

export default function RoundPage() {
  const { locale, view, done, problem: asked, sheet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = surveyText(locale);
  const words = text.round;
  if (!view) return <p className="card empty">{text.problems['not-found']}</p>;
  const { round, questionnaire, results } = view;
  const problem = answer?.problem ?? (asked in text.problems ? (asked as SurveyRefusal) : undefined);
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const query = `lang=${locale}`;
  const told =
    done === 'opened' || done === 'closed' || done === 'published' || done === 'savedPeople'
      ? done
      : undefined;
  const total = Object.values(view.entitled).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <p className="small">
        <Link to="/office/survey">{words.back}</Link>
      </p>
      <h1>{words.of(round.centre, round.fiscalYear)}</h1>
      <p>
        <RoundTag state={round.state} locale={locale} />{' '}
        <span className="soft">{text.desk.until(day(round.opensOn), day(round.closesOn))}</span>
      </p>
      {told && !problem ? (
        <p className="note good" role="status">
          {words[told]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {round.state === 'open' || round.state === 'counting' || round.state === 'planned' ? (
        <p className="note">{words.next[round.state]}</p>
      ) : null}
      {view.mayAnswer ? (
        <section className="card">
          <h2>{words.answerLead}</h2>
          <Link className="button act" to={`/office/survey/${round.id}/token`}>
            {text.desk.answer}
          </Link>
        </section>
      ) : null}
      <section className="card">
        <dl className="facts">
          {round.entitledNote ? (
            <>
              <dt>{words.entitledNote}</dt>
              <dd>{round.entitledNote}</dd>
            </>
          ) : null}
          {results ? null : (
            <>
              <dt>{words.soFar}</dt>
              <dd>
                {words.atLeast(view.answeredSoFar, total || undefined)}
                <br />
                <span className="small soft">{words.soFarHint(questionnaire.smallestGroup)}</span>
              </dd>
            </>
          )}
          {results && view.codesPrinted > 0 ? (
            <>
              <dt>{words.slips}</dt>
              <dd>{words.codesPrinted(view.codesPrinted, total)}</dd>
            </>
          ) : null}
          <dt>{words.questionnaire}</dt>
          <dd>
            <Link to={`/office/survey/questionnaires/${questionnaire.id}`}>
              {text.editor.version(questionnaire.fiscalYear, questionnaire.version)}
            </Link>{' '}
            {questionnaire.status === 'unconfirmed' ? (
              <span className="tag warn" title={text.unconfirmedHint}>
                {text.unconfirmed}
              </span>
            ) : null}
            <br />
            <span className="small soft">
              {words.smallest(questionnaire.smallestGroup)} · {questionnaire.basis[locale]}
            </span>
          </dd>
          <dt>{words.public}</dt>
          <dd>
            <a href={`${locale === 'en' ? '/en' : ''}/survey/${round.code}/${round.fiscalYear}`}>
              {`/survey/${round.code}/${round.fiscalYear}`}
            </a>
          </dd>
        </dl>
      </section>
      {view.mayRun ? <RunRound locale={locale} view={view} sheet={sheet} /> : null}
      {results ? (
        <>
          <p className="row small">
            <a href={`/office/survey/${round.id}/results.xlsx?${query}`}>{text.results.excel}</a>
            <a href={`/office/survey/${round.id}/results.csv?${query}`}>{text.results.csv}</a>
            <a href={`/office/survey/${round.id}/results.pdf`}>{text.results.memo}</a>
          </p>
          <Scores
            {...{ locale, questionnaire }}
            groups={results.groups}
            before={results.before}
            beforeItems={results.beforeItems}
          />
          {results.words ? <Said locale={locale} said={results.words} /> : null}
        </>
      ) : null}
    </>
  );
}

function Said({ locale, said }: { readonly locale: Locale; readonly said: readonly string[] }) {
  const words = surveyText(locale).results;
  return (
    <>
      <h2>{words.words}</h2>
      <p className="small soft">{words.wordsLead}</p>
      {said.length === 0 ? <p className="card empty">{words.noWords}</p> : null}
      <ul className="plain-list rows">
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}
