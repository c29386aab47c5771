/** /office/nominations/:id: a centre names people for a seminar; its head approves; a substitute takes over a seat. */
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
import seatStyles from '#interface/styles/office-seats.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { Suggested } from '../../competence/pages/suggested.tsx';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import { statusOf } from '../seat-outcome.ts';
import { nominatingUnits } from '../seat-people.ts';
import { seatSteps } from '../seat-steps.ts';
import { seatsText } from '../text.ts';
import { NamedPeople } from './named-people.tsx';
import { NominateForms } from './nominate-forms.tsx';
import { Deadline } from './nominations.tsx';
import { personOf } from './person-of.ts';
import { QuotaWords } from './quota-words.tsx';

export const links = () => [{ rel: 'stylesheet', href: seatStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const unitOf = (text: string | null) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const id = params['id'] ?? '';
  const view = isUuid(id)
    ? await app.seats.openNominations(signedIn, id, unitOf(asked.get('unit')))
    : undefined;
  const done = (['confirmed', 'waitlisted', 'approved', 'nominated', 'step'] as const).find(
    (each) => each === asked.get('done'),
  );
  return data(
    {
      locale,
      view,
      done,
      suggested: view ? await app.learning.competence.suggestNominees(signedIn, id, view.unitId) : [],
      today: civilDate(app.ground.now()),
      isHead: signedIn.appointments.some(({ unitId, role }) => unitId === view?.unitId && role === 'head'),
      otherUnits: nominatingUnits(signedIn.appointments).filter((unit) => unit !== view?.unitId),
      /** One for each form of the page, so that a form sent twice names once. */
      newIds: [...(view?.colleagues ?? []), ...(view?.names ?? []), 0].map(() => crypto.randomUUID()),
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const seminarId = params['id'] ?? '';
  const form = await readForm(request, 64 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const unit = textOf(form, 'unitId');
  const back = (done: string) => redirect(`/office/nominations/${seminarId}?unit=${unit}&done=${done}`);
  const intent = textOf(form, 'intent');
  const personId = textOf(form, 'personId') || undefined;
  if (intent === 'nominate') {
    const outcome = await app.seats.nominate(signedIn, {
      // Of somebody with an account the name is that of the account.
      ...(personId ? { nameTh: '--' } : personOf(form)),
      id: textOf(form, 'id'),
      seminarId,
      unitId: Number(unit),
      kind: textOf(form, 'kind'),
      personId,
    });
    return outcome.ok ? back(outcome.value.state) : refuse(outcome.code);
  }
  if (intent === 'substitute') {
    const outcome = await app.seats.substitute(signedIn, {
      ...(personId ? { nameTh: '--' } : personOf(form)),
      id: textOf(form, 'id'),
      replaces: textOf(form, 'seat'),
      personId,
      reason: textOf(form, 'reason'),
    });
    return outcome.ok ? back('step') : refuse(outcome.code);
  }
  const step = seatSteps.find((each) => each === textOf(form, 'step'));
  const ids = form.getAll('seat').map(String).filter(isUuid);
  if (!step || ids.length === 0) return refuse('nothing-chosen');
  if (ids.length > 1) {
    const many = await app.seats.stepMany(signedIn, { ids, step });
    return many.ok ? back('step') : refuse(many.code);
  }
  const outcome = await app.seats.step(signedIn, { id: ids[0]!, step, reason: textOf(form, 'reason') });
  return outcome.ok ? back('step') : refuse(outcome.code);
}

type Refusal = Parameters<typeof statusOf>[0];
const refuse = (code: Refusal) => data({ problem: code }, { status: statusOf(code) });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.nominations.heading) }];
};

export default function NominationPage() {
  const { locale, view, done, suggested, today, isHead, otherUnits, newIds } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const words = text.nominations;
  const back = (
    <p className="small">
      <Link to="/office/nominations">{words.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <h1>{words.heading}</h1>
        <p className="card empty">{text.problems['not-found']}</p>
      </>
    );
  const { seminar } = view;
  const toApprove = view.names.filter(({ steps }) => steps.includes('approve'));
  return (
    <>
      {back}
      <h1 lang={titleLang(seminar, locale)}>{titleOf(seminar, locale)}</h1>
      <p className="soft">
        {datesOf(seminar, locale)}
        {' · '}
        {words.for(locale === 'th' ? view.unitNameTh : view.unitNameEn)}
      </p>
      {otherUnits.length > 0 ? (
        <p className="small">
          <Link to={`?unit=${otherUnits[0]}`}>{words.otherCentre}</Link>
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {done && !problem ? (
        <p className="note good" role="status">
          {words.done[done]}
        </p>
      ) : null}
      <p>
        <Deadline line={view} locale={locale} today={today} />
      </p>
      <section className="card" aria-labelledby="quota">
        <h2 id="quota">{words.quotaHeading}</h2>
        <QuotaWords kinds={view.kinds} locale={locale} />
        <p className="hint">{words.beyond}</p>
      </section>
      <section aria-labelledby="names">
        <h2 id="names">{words.namesHeading}</h2>
        {isHead ? null : <p className="soft small">{words.notAll}</p>}
        {toApprove.length > 1 ? (
          <Form method="post">
            <input type="hidden" name="unitId" value={view.unitId} />
            {toApprove.map(({ id }) => (
              <input type="hidden" name="seat" value={id} key={id} />
            ))}
            <button type="submit" name="step" value="approve" className="button act" disabled={isBusy}>
              {words.approveAll(toApprove.length)}
            </button>
          </Form>
        ) : null}
        {view.names.length === 0 ? <p className="card empty">{words.noNames}</p> : null}
        <NamedPeople view={view} locale={locale} newIds={newIds.slice(view.colleagues.length)} />
      </section>
      {view.closed ? null : <Suggested nominees={suggested} locale={locale} />}
      {view.closed ? (
        <p className="note">{text.problems[view.closed]}</p>
      ) : (
        <NominateForms view={view} locale={locale} isHead={isHead} newIds={newIds} />
      )}
    </>
  );
}
