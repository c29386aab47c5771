/** /office/seminars/:id/register/:seat: one person's registration: where it stands, what comes next, answers, history. */
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
import { citizenPath } from '#interface/public-frame.tsx';
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import { answerInWords } from '../../form/answer-words.ts';
import type { OneSeat } from '../../register-lines.ts';
import { statusOf } from '../../seat-outcome.ts';
import { seatSteps } from '../../seat-steps.ts';
import { seatsText } from '../../text.ts';
import { PersonFields } from '../person-fields.tsx';
import { personOf } from '../person-of.ts';
import { SeatStateTag } from '../seat-state-tag.tsx';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const [id, seatId] = [params['id'] ?? '', params['seat'] ?? ''];
  const opened = await app.projects.open(signedIn, id);
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(seatId);
  const one = opened?.may.organise && isId ? await app.seats.one(signedIn, id, seatId) : undefined;
  return data(
    {
      locale,
      one,
      substituteId: crypto.randomUUID(),
      isDone: new URL(request.url).searchParams.has('done'),
    },
    { status: one ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  const seatId = params['seat'] ?? '';
  const base = `/office/seminars/${params['id']}/register`;
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const intent = textOf(form, 'intent');
  if (intent === 'substitute') {
    const reason = textOf(form, 'reason');
    const id = textOf(form, 'id');
    const outcome = await app.seats.substitute(signedIn, { ...personOf(form), id, replaces: seatId, reason });
    if (outcome.ok) return redirect(`${base}/${outcome.value.id}?done=substitute`);
    return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  }
  const step = seatSteps.find((each) => each === textOf(form, 'step'));
  const outcome =
    intent === 'correct'
      ? await app.seats.correct(signedIn, { ...personOf(form), id: seatId })
      : step
        ? await app.seats.step(signedIn, { id: seatId, step, reason: textOf(form, 'reason') })
        : ({ ok: false, code: 'malformed' } as const);
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`${base}/${seatId}?done=${intent}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).one.heading) }];
};

export default function RegistrationPage() {
  const { locale, one, substituteId, isDone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!one) return <SeminarMissing locale={locale} />;
  const { seat, seminar } = one;
  const text = seatsText(locale);
  const words = organiseText(locale).one;
  const kind = one.kinds.find(({ code }) => code === seat.kind);
  const base = `/office/seminars/${seminar.id}/register`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [text.columns.centre, locale === 'th' ? seat.unitNameTh : seat.unitNameEn],
    [text.columns.kind, locale === 'th' ? kind?.nameTh : kind?.nameEn],
    [text.columns.position, seat.positionTh || undefined],
    [text.columns.email, seat.email ?? text.nominations.noEmail],
    [text.columns.phone, seat.phone],
  ];
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="register">
      <p className="small">
        <Link to={base}>{organiseText(locale).register.back}</Link>
      </p>
      <h2 lang="th">{text.nameOf(seat.prefixTh, seat.nameTh)}</h2>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {isDone && !problem ? (
        <p className="note good" role="status">
          {words.done}
        </p>
      ) : null}
      <p>
        <SeatStateTag state={seat.state} locale={locale} />{' '}
        {one.queuePlace === undefined ? null : words.queuePlace(one.queuePlace)}
        {seat.state === 'confirmed' ? (
          <span className="soft">{words.seatFrom[seat.fromPool ? 'pool' : 'quota']}</span>
        ) : null}
        {seat.offerUntil
          ? organiseText(locale).overview.offerUntil(formatDateTime(seat.offerUntil, locale))
          : null}
      </p>
      {seat.reason ? (
        <p className="kept-lines" lang="th">
          {seat.reason}
        </p>
      ) : null}
      {one.before ? (
        <p>
          <Link to={`${base}/${one.before.id}`}>{words.before(one.before.nameTh)}</Link>
        </p>
      ) : null}
      {one.after ? (
        <p>
          <Link to={`${base}/${one.after.id}`}>{words.after(one.after.nameTh)}</Link>
        </p>
      ) : null}
      <dl className="facts two-columns">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p>
        <a href={citizenPath(locale, `/seat/${one.token}`)}>{words.link}</a>{' '}
        <span className="small soft">{words.linkHint}</span>
      </p>
      <Steps one={one} locale={locale} substituteId={substituteId} />
      <section aria-labelledby="answers">
        <h2 id="answers">{words.answers}</h2>
        {one.answers.length === 0 ? <p className="soft">{words.noAnswers}</p> : null}
        <dl className="facts">
          {one.answers.map(({ field, value, erasedAt }) => (
            <div key={field.code}>
              <dt>{locale === 'th' ? field.labelTh : field.labelEn}</dt>
              <dd>
                {erasedAt
                  ? words.answerErased(formatDate(civilDate(erasedAt), locale))
                  : value === undefined
                    ? words.noAnswer
                    : answerInWords(field, value, locale)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <ol className="plain-list rows seat-history">
          {one.events.map((event) => (
            <li key={`${event.at.getTime()} ${event.to} ${event.what}`}>
              <strong>{event.what === 'corrected' ? words.corrected : text.states[event.to]}</strong>
              <div className="small soft">
                {formatDateTime(event.at, locale)}{' '}
                {event.bySide === 'officer'
                  ? words.by.officer((locale === 'en' ? event.byEn : undefined) ?? event.byTh ?? '')
                  : words.by[event.bySide]}
              </div>
              {event.reason ? <p lang="th">{event.reason}</p> : null}
            </li>
          ))}
        </ol>
      </section>
    </SeatsFrame>
  );
}

type StepsProps = { readonly one: OneSeat; readonly locale: Locale; readonly substituteId: string };

function Steps({ one, locale, substituteId }: StepsProps) {
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const words = organiseText(locale).one;
  const plain = one.steps.filter((step) => step !== 'reject' && step !== 'substitute');
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {one.isOwn && one.seat.state === 'nominated' ? <p className="note">{words.own}</p> : null}
      {plain.length > 0 ? (
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="step" />
          {plain.map((step) => (
            <button
              key={step}
              type="submit"
              name="step"
              value={step}
              className={
                step === 'withdraw'
                  ? 'button danger'
                  : step === 'approve' || step === 'place'
                    ? 'button act'
                    : 'button'
              }
              disabled={isBusy}
            >
              {text.steps[step]}
            </button>
          ))}
        </Form>
      ) : null}
      {one.steps.includes('reject') ? (
        <details>
          <summary>{text.steps.reject}</summary>
          <Form method="post">
            <input type="hidden" name="intent" value="step" />
            <input type="hidden" name="step" value="reject" />
            <div className="field">
              <label htmlFor="reason">{words.reason}</label>
              <p className="hint" id="reason-hint">
                {words.reasonHint}
              </p>
              <input id="reason" name="reason" maxLength={300} required aria-describedby="reason-hint" />
            </div>
            <button type="submit" className="button danger" disabled={isBusy}>
              {text.steps.reject}
            </button>
          </Form>
        </details>
      ) : null}
      {one.steps.includes('substitute') ? (
        <details>
          <summary>{text.steps.substitute}</summary>
          <Form method="post" className="narrow-form">
            <input type="hidden" name="intent" value="substitute" />
            <input type="hidden" name="id" value={substituteId} />
            <p className="hint">{words.substituteHint}</p>
            <PersonFields locale={locale} prefix="instead" />
            <div className="field">
              <label htmlFor="substitute-reason">{words.substituteReason}</label>
              <input id="substitute-reason" name="reason" maxLength={300} />
            </div>
            <button type="submit" className="button main" disabled={isBusy}>
              {text.steps.substitute}
            </button>
          </Form>
        </details>
      ) : null}
      <details>
        <summary>{words.correct}</summary>
        <Form method="post" className="narrow-form">
          <input type="hidden" name="intent" value="correct" />
          <p className="hint">{words.correctHint}</p>
          <PersonFields locale={locale} prefix="correct" person={one.seat} />
          <button type="submit" className="button" disabled={isBusy}>
            {words.save}
          </button>
        </Form>
      </details>
    </section>
  );
}
