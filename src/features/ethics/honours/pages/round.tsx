/** /office/honours/round: the ministry opens and closes, names the committee, and a second person approves the roll. */
import { useState } from 'react';
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
import { DateField } from '#interface/fields/date-field.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { honoursText } from '../text.ts';
import { Committee } from './committee.tsx';
import { Roll } from './roll.tsx';
import { Said } from './said.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];
const doneWords = ['opened', 'closed', 'named', 'extended', 'scored', 'approved'] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const { honours } = app.ethics;
  const desk = await honours.desk(signedIn, locale);
  const centre = Number(asked.get('centre')) || undefined;
  const view = await honours.round(signedIn, locale, centre);
  const mayOpen = desk.runs && desk.round === undefined && desk.categories.length > 0;
  return {
    locale,
    id: crypto.randomUUID(),
    centre,
    fiscalYear: desk.fiscalYear,
    hasRight: desk.runs || desk.approves,
    mayOpen,
    // Last year's round is read on the public page.
    view: desk.round ? view : undefined,
    done: doneWords.find((word) => word === asked.get('done')),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 422 });
  const id = textOf(form, 'id');
  const { honours } = app.ethics;
  const acts = {
    opened: () => honours.open(signedIn, { id }),
    closed: () => honours.closeNominations(signedIn, { id, until: dateText(form, 'until') }),
    named: () => honours.nameMember(signedIn, { id, personId: textOf(form, 'personId') }),
    extended: () => honours.extend(signedIn, { id, until: dateText(form, 'until') }),
    scored: () => honours.closeScoring(signedIn, { id }),
    approved: () => honours.approve(signedIn, { id }),
  };
  const intent = textOf(form, 'intent') as keyof typeof acts;
  if (!Object.hasOwn(acts, intent)) return data({ problem: 'malformed' as const }, { status: 422 });
  const outcome = await acts[intent]();
  return outcome.ok
    ? redirect(`/office/honours/round?done=${intent}`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.runRound) }];
};

export default function RoundPage() {
  const { locale, id, centre, fiscalYear, hasRight, mayOpen, view, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const [ownId] = useState(id);
  const text = honoursText(locale);
  const words = text.round;
  const state = view?.round.state;
  const roll = { empty: words.emptyRoll, undecided: words.undecided };
  return (
    <>
      <p className="small">
        <Link to="/office/honours">{text.back}</Link>
      </p>
      <h1>{words.heading(formatFiscalYear(fiscalYear, locale))}</h1>
      <p>
        <span className={state === 'published' ? 'tag good' : 'tag'}>{text.states[state ?? 'none']}</span>
      </p>
      <Said locale={locale} done={done && words.done[done]} problem={problem} />
      {hasRight ? null : <p className="note">{words.forbidden}</p>}
      {hasRight && !view && !mayOpen ? <p className="card empty">{words.noRound}</p> : null}
      {mayOpen && !view ? (
        <StepForm id={ownId} intent="opened" words={words.open} hint={words.openHint} />
      ) : null}
      {view?.isNominee ? <p className="note">{words.asNominee}</p> : null}
      {view?.runs && state === 'nominating' ? (
        <StepForm id={view.round.id} intent="closed" words={words.close} hint={words.closeHint}>
          <DateField name="until" label={words.until} locale={locale} required />
        </StepForm>
      ) : null}
      {view?.runs && state === 'scoring' ? (
        <>
          <p>{words.scoringUntil(formatDate(asCivilDate(view.round.scoringUntil!), locale))}</p>
          <details>
            <summary>{words.extend}</summary>
            <StepForm id={view.round.id} intent="extended" words={words.extend}>
              <DateField name="until" label={words.extendTo} locale={locale} required />
            </StepForm>
          </details>
          <Committee locale={locale} view={view} centre={centre} />
          <h2>{words.asked}</h2>
          <p className="soft measure">{words.askedHint}</p>
          {view.asked.length === 0 ? <p className="soft">{words.noneAsked}</p> : null}
          <ul className="standings">
            {view.asked.map((one) => (
              <li key={one.name}>
                <span className="name">{one.name}</span>
                <span className={one.isAnswered ? 'tag good' : 'tag'}>
                  {one.isAnswered ? words.answered : words.notAnswered}
                </span>
              </li>
            ))}
          </ul>
          {view.isNominee ? null : (
            <StepForm
              id={view.round.id}
              intent="scored"
              words={words.closeScoring}
              hint={words.closeScoringHint}
            />
          )}
        </>
      ) : null}
      {view && (state === 'scored' || state === 'published') && !(view.isNominee && state === 'scored') ? (
        <>
          <h2>{words.roll}</h2>
          <Roll sections={view.sections} level={3} words={roll} />
        </>
      ) : null}
      {view && state === 'scored' && view.hasClosed ? <p className="note">{words.second}</p> : null}
      {view && state === 'scored' && !view.approves ? <p className="note">{words.waitsApproval}</p> : null}
      {view?.approves && state === 'scored' && !view.hasClosed && !view.isNominee ? (
        <StepForm id={view.round.id} intent="approved" words={words.approve} hint={words.approveHint} />
      ) : null}
    </>
  );
}

type StepProps = {
  readonly id: string;
  readonly intent: (typeof doneWords)[number];
  readonly words: string;
  readonly hint?: string;
  readonly children?: React.ReactNode;
};

function StepForm({ id, intent, words, hint, children }: StepProps) {
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className="card honour-step">
      <input type="hidden" name="id" value={id} />
      {children}
      {hint ? <p className="hint">{hint}</p> : null}
      <button type="submit" name="intent" value={intent} className="button act" disabled={isBusy}>
        {words}
      </button>
    </Form>
  );
}
