/** /office/seminars/:id/attendance/people/:seat: one person's scans, corrections and apologies, and how to correct. */
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
import seminarStyles from '#interface/styles/seminars.css?url';
import { formatDateTime, formatTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { scanSources } from '../attendance.ts';
import { attendanceText, sessionName } from '../text.ts';
import { refusal } from './board-request.ts';
import { EnterForPerson } from './enter-for-person.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const whose = { seminarId: params['id'] ?? '', registrationId: params['seat'] ?? '' };
  const person = await app.attendance.person(signedIn, whose, locale);
  const asked = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      person,
      /** Made here, so that a form sent twice enters once. */
      ids: { correct: crypto.randomUUID(), apologise: crypto.randomUUID() },
      done: (['correct', 'apologise'] as const).find((act) => act === asked),
    },
    { status: person ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return refusal('malformed');
  const entry = {
    id: textOf(form, 'id'),
    seminarId: params['id'] ?? '',
    registrationId: params['seat'] ?? '',
    session: textOf(form, 'session'),
    reason: textOf(form, 'reason'),
  };
  const intent = textOf(form, 'intent') === 'apologise' ? 'apologise' : 'correct';
  const outcome =
    intent === 'apologise'
      ? await app.attendance.enterApology(signedIn, entry)
      : await app.attendance.correct(signedIn, { ...entry, present: textOf(form, 'present') === 'yes' });
  if (!outcome.ok) return refusal(outcome.code);
  return redirect(
    `/office/seminars/${entry.seminarId}/attendance/people/${entry.registrationId}?done=${intent}`,
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; person?: { name: string } } }) => {
  const text = attendanceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.person?.name ?? text.heading) }];
};

export default function PersonPage() {
  const { locale, person, ids, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!person) return <SeminarMissing locale={locale} />;
  const { person: text, board, verdicts, sources, problems, back } = attendanceText(locale);
  const named = (key: string) => {
    const session = person.sessions.find((one) => one.key === key);
    return session ? sessionName(session, locale) : key;
  };
  return (
    <SeminarFrame locale={locale} seminar={person.seminar} tab="attendance" canOrganise>
      <p className="small">
        <Link to={`/office/seminars/${person.seminar.id}/attendance`}>{back}</Link>
      </p>
      <h2 lang="th">{person.name}</h2>
      <p className="soft">
        {[person.positionTh, person.centre].filter(Boolean).join(' · ')}{' '}
        {person.state === 'confirmed' ? null : <span className="tag">{board.notSeated}</span>}
      </p>
      {done ? (
        <p className="note good" role="status">
          {text.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problems[problem]}
        </p>
      ) : null}
      <h3>{text.sessions}</h3>
      <ul className="plain-list rows measure">
        {person.sessions.map((session) => (
          <li key={session.key} className="row">
            <span className="grow">{sessionName(session, locale)}</span>
            {person.present.includes(session.key) ? (
              <span className="tag good">{board.isIn}</span>
            ) : (
              <span className="tag">{board.isMissing}</span>
            )}
          </li>
        ))}
      </ul>
      <h3>{text.scans}</h3>
      {person.scans.length === 0 ? (
        <p className="soft">{text.noScans}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.scans}</caption>
          <thead>
            <tr>
              <th scope="col">{text.session}</th>
              <th scope="col">{text.source}</th>
              <th scope="col">{board.atDoor}</th>
              <th scope="col">{board.atServer}</th>
              <th scope="col">{board.when}</th>
            </tr>
          </thead>
          <tbody>
            {person.scans.map((scan) => (
              <tr key={scan.id}>
                <th scope="row">{named(scan.session)}</th>
                <td>
                  {sources[scanSources.find((source) => source === scan.source)!]}{' '}
                  <span className="small soft">{scan.deviceName ?? scan.typist}</span>
                </td>
                <td>{scan.deviceVerdict ? verdicts[scan.deviceVerdict] : null}</td>
                <td>{verdicts[scan.serverVerdict]}</td>
                <td>
                  {formatDateTime(new Date(scan.at), locale)}{' '}
                  <span className="small soft">
                    {text.received(formatTime(new Date(scan.receivedAt), locale))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{text.corrections}</h3>
      {person.corrections.length === 0 ? <p className="soft">{text.noCorrections}</p> : null}
      <ul className="plain-list rows measure">
        {person.corrections.map((correction) => (
          <li key={String(correction.at)}>
            <strong>{text.corrected(correction.present)}</strong> {named(correction.session)}
            <div className="kept-lines">{correction.reason}</div>
            <div className="small soft">
              {text.by(correction.by)} {formatDateTime(new Date(correction.at), locale)}
            </div>
          </li>
        ))}
      </ul>
      <h3>{text.apologies}</h3>
      {person.apologies.length === 0 ? <p className="soft">{text.noApologies}</p> : null}
      <ul className="plain-list rows measure">
        {person.apologies.map((apology) => (
          <li key={String(apology.at)}>
            {named(apology.session)}: <span className="kept-lines">{apology.reason}</span>
            <div className="small soft">
              {apology.byHerself ? text.herself : text.organiser}{' '}
              {formatDateTime(new Date(apology.at), locale)}
            </div>
          </li>
        ))}
      </ul>
      {person.sessions.length > 0 ? (
        <EnterForPerson key={ids.correct} locale={locale} sessions={person.sessions} ids={ids} />
      ) : null}
    </SeminarFrame>
  );
}
