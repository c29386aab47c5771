/** /office/survey/questionnaires/:id: what a questionnaire asks; while it is a draft the ministry changes it here. */
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
import surveyStyles from '#interface/styles/survey.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../outcome.ts';
import { draftOf } from '../posted-draft.ts';
import type { Questionnaire } from '../survey.ts';
import { surveyText } from '../text.ts';
import { DraftFields } from './draft-fields.tsx';

export const links = () => [{ rel: 'stylesheet', href: surveyStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { all, mayWrite } = await app.survey.questionnaires(signedIn);
  const found = all.find(({ id }) => id === params['id']);
  const done = new URL(request.url).searchParams.get('done');
  return data({ locale, found, mayWrite, done }, { status: found ? 200 : 404 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 256 * 1024);
  const { all } = await app.survey.questionnaires(signedIn);
  const before = all.find(({ id }) => id === params['id']);
  if (!form || !before) return data({ problem: 'not-found' as const, draft: undefined }, { status: 404 });
  const draft = draftOf(before, (name) => textOf(form, name));
  const use = textOf(form, 'what') === 'use';
  const outcome = await app.survey.saveDraft(signedIn, draft, use);
  if (outcome.ok)
    return redirect(`/office/survey/questionnaires/${before.id}?done=${use ? 'used' : 'saved'}`);
  return data({ problem: outcome.code, draft }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.editor.heading) }];
};

export default function QuestionnairePage() {
  const { locale, found, mayWrite, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = surveyText(locale);
  const words = text.editor;
  if (!found) return <p className="card empty">{text.problems['not-found']}</p>;
  return (
    <>
      <p className="small">
        <Link to="/office/survey/questionnaires">{words.back}</Link>
      </p>
      <h1>{words.version(found.fiscalYear, found.version)}</h1>
      <p>
        <span className={found.state === 'in-force' ? 'tag good' : 'tag'}>{words.states[found.state]}</span>{' '}
        <span className={found.status === 'confirmed' ? 'tag good' : 'tag warn'}>
          {words.statuses[found.status]}
        </span>
      </p>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : done === 'saved' || done === 'used' ? (
        <p className="note good" role="status">
          {words[done]}
        </p>
      ) : null}
      {found.state === 'draft' && mayWrite ? (
        <Form method="post" className="stack" key={JSON.stringify(found)}>
          <DraftFields locale={locale} questionnaire={{ ...found, ...answer?.draft }} />
          <p className="hint">{words.useHint}</p>
          <div className="row">
            <button type="submit" className="button" name="what" value="save" disabled={isBusy}>
              {words.save}
            </button>
            <button type="submit" className="button act" name="what" value="use" disabled={isBusy}>
              {words.use}
            </button>
          </div>
        </Form>
      ) : (
        <Asked locale={locale} questionnaire={found} />
      )}
    </>
  );
}

function Asked({
  locale,
  questionnaire,
}: {
  readonly locale: Locale;
  readonly questionnaire: Questionnaire;
}) {
  const {
    title,
    basis,
    source,
    indicators,
    items,
    choices,
    bands,
    bandQuestion,
    wordsQuestion,
    smallestGroup,
  } = questionnaire;
  const text = surveyText(locale);
  return (
    <>
      <p>
        <strong>{title[locale]}</strong>
      </p>
      <p className="small soft">
        {text.round.smallest(smallestGroup)} · {basis[locale]} · {text.source}: {source}
      </p>
      {indicators.map(({ code, name }) => (
        <section key={code} className="card" aria-labelledby={`i-${code}`}>
          <h2 id={`i-${code}`}>{name[locale]}</h2>
          <ol>
            {items
              .filter(({ indicator }) => indicator === code)
              .map((item) => (
                <li key={item.code}>{item.prompt[locale]}</li>
              ))}
          </ol>
        </section>
      ))}
      <section className="card">
        <h2>{text.editor.choices}</h2>
        <ul>
          {choices.map(({ code, label, points }) => (
            <li key={code}>
              {label[locale]} {points === undefined ? '' : `(${points})`}
            </li>
          ))}
        </ul>
        <h2>{bandQuestion[locale]}</h2>
        <ul>
          {bands.map(({ code, label }) => (
            <li key={code}>{label[locale]}</li>
          ))}
        </ul>
        {wordsQuestion[locale] ? <p>{wordsQuestion[locale]}</p> : null}
      </section>
    </>
  );
}
