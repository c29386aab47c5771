/** /office/honours/nominations/:id: to mend, support, consent to, score, and to read what became of it. */
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
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { honoursText } from '../text.ts';
import { ConsentCard } from './consent-card.tsx';
import { nominationLimit, postedNomination } from './posted-nomination.ts';
import { ReasonsForm } from './reasons-form.tsx';
import { Said } from './said.tsx';
import { ScoreForm } from './score-form.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];
const doneWords = ['saved', 'supported', 'consented', 'scored'] as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.ethics.honours.view(signedIn, params['id'] ?? '', locale);
  const asked = new URL(request.url).searchParams.get('done');
  return data({ locale, view, done: doneWords.find((word) => word === asked) }, { status: view ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, nominationLimit);
  if (!form) return data({ problem: 'malformed' as const }, { status: 422 });
  const id = params['id'] ?? '';
  const { honours } = app.ethics;
  const acts = {
    save: () => honours.nominate(signedIn, { ...postedNomination(form), id }),
    support: () => honours.support(signedIn, { id }),
    yes: () => honours.consent(signedIn, { id, isGiven: true }),
    no: () => honours.consent(signedIn, { id, isGiven: false }),
    score: () =>
      honours.score(signedIn, {
        id,
        scores: form.getAll('position').map((at) => Number(textOf(form, `score${at}`) || Number.NaN)),
      }),
  };
  const intent = textOf(form, 'intent') as keyof typeof acts;
  if (!Object.hasOwn(acts, intent)) return data({ problem: 'malformed' as const }, { status: 422 });
  const outcome = await acts[intent]();
  const done = { save: 'saved', support: 'supported', yes: 'consented', no: 'consented', score: 'scored' };
  return outcome.ok
    ? redirect(`/office/honours/nominations/${id}?done=${done[intent]}`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function NominationPage() {
  const { locale, view, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = honoursText(locale);
  const words = text.one;
  const back = (
    <p className="small">
      <Link to="/office/honours">{text.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <h1>{text.heading}</h1>
        <p className="note">{words.notFound}</p>
      </>
    );
  const { nomination, round, category, standing } = view;
  return (
    <>
      {back}
      <h1>{words.heading(view.name)}</h1>
      <p>
        {locale === 'en' ? category.nameEn : category.nameTh} · {view.centre} ·{' '}
        {formatFiscalYear(round.fiscalYear, locale)}{' '}
        <span className={standing === 'on-roll' ? 'tag good' : 'tag'}>{text.standings[standing]}</span>
      </p>
      <p className="small soft">{words.by(view.nominators.join(', '))}</p>
      <Said locale={locale} done={done && words.done[done]} problem={problem} />
      {standing === 'on-roll' || standing === 'not-on-roll' || standing === 'too-few' ? (
        <p className="note">{words.result[standing]}</p>
      ) : null}
      {view.consent ? (
        <ConsentCard locale={locale} isGiven={view.consent.isGiven} state={round.state} standing={standing} />
      ) : null}
      {view.scores ? <ScoreForm locale={locale} category={category} scores={view.scores} /> : null}
      {view.mayMend ? (
        <Form method="post" className="narrow-form">
          <p className="note">{words.waitsFor}</p>
          <input type="hidden" name="roundId" value={round.id} />
          <input type="hidden" name="category" value={category.code} />
          <input type="hidden" name="unitId" value={nomination.unitId} />
          <input type="hidden" name="personId" value={nomination.personId ?? ''} />
          <ReasonsForm
            locale={locale}
            category={category}
            reasons={view.reasons}
            citation={nomination.citation}
          />
          <button type="submit" name="intent" value="save" className="button act" disabled={isBusy}>
            {text.form.save}
          </button>
        </Form>
      ) : (
        <>
          {view.reasons.map((one) => {
            const criterion = category.criteria[one.position - 1];
            return (
              <section key={one.position} className="card">
                <h2>{locale === 'en' ? criterion?.en : criterion?.th}</h2>
                <p className="honour-words" lang="th">
                  {one.reason}
                </p>
                {one.evidence ? <p className="small">{words.evidence(one.evidence)}</p> : null}
                {one.link ? (
                  <p className="small">
                    <a href={one.link} rel="noreferrer">
                      {words.open}
                    </a>
                  </p>
                ) : null}
              </section>
            );
          })}
          <section className="card">
            <h2>{words.citation}</h2>
            <p className="honour-words" lang="th">
              {nomination.citation}
            </p>
          </section>
        </>
      )}
      {view.maySupport ? (
        <Form method="post">
          <p className="hint">{words.supportHint}</p>
          <button type="submit" name="intent" value="support" className="button act" disabled={isBusy}>
            {words.support}
          </button>
        </Form>
      ) : null}
    </>
  );
}
