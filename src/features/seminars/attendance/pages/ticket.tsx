/** /seat/:token/ticket: the participant's QR code, printable, and an apology for a part she cannot come to. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import { qrPicture } from '../qr-picture.ts';
import { attendanceText, sessionName } from '../text.ts';
import { refusal } from './board-request.ts';
import { Qr } from './qr.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const view = await app.attendance.ticket(token, locale);
  return data(
    {
      locale,
      token,
      view,
      qr: view?.ticket && qrPicture(view.ticket),
      /** Made here, so that a form sent twice apologises once. */
      id: crypto.randomUUID(),
      done: new URL(request.url).searchParams.get('done') === 'apologise',
    },
    { status: view ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const view = await app.attendance.ticket(token, locale);
  const form = await readForm(request, 16 * 1024);
  if (!view) return refusal('not-found');
  if (!form) return refusal('malformed');
  const outcome = await app.attendance.apologise(view.registrationId, {
    id: textOf(form, 'id'),
    session: textOf(form, 'session'),
    reason: textOf(form, 'reason'),
  });
  return outcome.ok
    ? redirect(citizenPath(locale, `/seat/${token}/ticket?done=apologise`))
    : refusal(outcome.code);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = attendanceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.ticket.heading) }];
};

export default function TicketPage() {
  const { locale, token, view, qr, id, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { ticket: text, problems } = attendanceText(locale);
  if (!view)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{text.missing}</Heading>
        <p>{text.missingBody}</p>
      </PublicFrame>
    );
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/ticket`} narrow>
      <p className="small no-print">
        <a href={citizenPath(locale, `/seat/${token}`)}>{text.backToSeat}</a>
      </p>
      <Heading>{text.heading}</Heading>
      {done ? (
        <p className="note good" role="status">
          {text.done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problems[problem]}
        </p>
      ) : null}
      <section className="card stack ticket">
        <p>
          <strong lang={titleLang(view.seminar, locale)}>{titleOf(view.seminar, locale)}</strong>
          <br />
          <span className="soft">{datesOf(view.seminar, locale)}</span>
        </p>
        <p>
          <strong lang="th">{view.name}</strong>
          <br />
          <span className="soft">{view.centre}</span>
        </p>
        {qr ? (
          <>
            <Qr picture={qr} label={text.qr(view.name)} side={280} />
            <p>
              {text.code} <strong className="mono">{view.code}</strong>
            </p>
            <p className="small soft">
              {text.show} <span className="no-print">{text.print}</span>
            </p>
          </>
        ) : (
          <p className="note">{text.notYet}</p>
        )}
      </section>
      {view.apologies.length > 0 ? (
        <section className="no-print">
          <Heading level={2}>{text.sent}</Heading>
          <ul>
            {view.apologies.map((apology) => (
              <li key={`${apology.session} ${apology.reason}`}>
                {nameOf(apology.session, view.sessions, locale)}: {apology.reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {qr && view.ahead.length > 0 ? (
        <section className="no-print">
          <Heading level={2}>{text.apologise}</Heading>
          <p>{text.apologiseLead}</p>
          <form method="post" className="card">
            <input type="hidden" name="id" value={id} />
            <div className="field">
              <label htmlFor="session">{text.session}</label>
              <select id="session" name="session">
                {view.ahead.map((session) => (
                  <option key={session.key} value={session.key}>
                    {sessionName(session, locale)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="reason">{text.reason}</label>
              <p className="hint" id="reason-hint">
                {text.reasonHint}
              </p>
              <input id="reason" name="reason" maxLength={500} required aria-describedby="reason-hint" />
            </div>
            <button type="submit" className="button main">
              {text.send}
            </button>
          </form>
        </section>
      ) : null}
    </PublicFrame>
  );
}

type Sessions = NonNullable<Awaited<ReturnType<typeof loader>>['data']['view']>['sessions'];

function nameOf(key: string, sessions: Sessions, locale: Locale): string {
  const session = sessions.find((one) => one.key === key);
  return session ? sessionName(session, locale) : '';
}
