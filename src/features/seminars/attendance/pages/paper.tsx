/** /office/seminars/:id/attendance/paper: type a sign-in sheet in, many at once. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { filterBoard, readFilter } from '../board-filter.ts';
import { attendanceText, sessionName } from '../text.ts';
import { refusal } from './board-request.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const query = new URL(request.url).searchParams;
  const session = query.get('session') ?? undefined;
  const board = await app.attendance.board(signedIn, params['id'] ?? '', { session, locale });
  if (!board)
    return data({ locale, board: undefined, id: '', entered: undefined, centre: undefined }, { status: 404 });
  const { centre } = readFilter(query);
  const entered = query.get('entered');
  return data({
    locale,
    board: { ...board, people: filterBoard(board, { show: 'missing', centre }) },
    centre,
    /** Made here, so that a list sent twice is entered once. */
    id: crypto.randomUUID(),
    entered: entered === null ? undefined : Number(entered),
  });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 512 * 1024, 10_000);
  if (!form) return refusal('malformed');
  const seminarId = params['id'] ?? '';
  const session = textOf(form, 'session');
  const outcome = await app.attendance.enterPaper(signedIn, {
    id: textOf(form, 'id'),
    seminarId,
    session,
    registrationIds: form.getAll('seat').map(String),
  });
  if (!outcome.ok) return refusal(outcome.code);
  const query = new URLSearchParams({ session, entered: String(outcome.value.entered) });
  return redirect(`/office/seminars/${seminarId}/attendance/paper?${query}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = attendanceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.paper.heading) }];
};

export default function PaperPage() {
  const { locale, board, id, entered, centre } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!board) return <SeminarMissing locale={locale} />;
  const { paper: text, board: words, problems, back } = attendanceText(locale);
  return (
    <SeminarFrame locale={locale} seminar={board.seminar} tab="attendance" canOrganise>
      <p className="small">
        <Link to={`/office/seminars/${board.seminar.id}/attendance`}>{back}</Link>
      </p>
      <h2>{text.heading}</h2>
      {entered === undefined ? null : (
        <p className="note good" role="status">
          {text.done(entered)}
        </p>
      )}
      {problem ? (
        <p className="note bad" role="alert">
          {problems[problem]}
        </p>
      ) : null}
      <p className="measure">{text.lead}</p>
      {board.shown ? (
        <Form method="get" className="seminar-filter">
          <label>
            {words.sessions}
            <select name="session" defaultValue={board.shown}>
              {board.sessions.map((session) => (
                <option key={session.key} value={session.key}>
                  {sessionName(session, locale)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.centre}
            <select name="centre" defaultValue={centre ?? ''}>
              <option value="">{words.allCentres}</option>
              {board.centres.map((one) => (
                <option key={one.unitId} value={one.unitId}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {text.open}
          </button>
        </Form>
      ) : (
        <p className="card empty">{words.noSessions}</p>
      )}
      {board.shown && board.people.length === 0 ? <p className="card empty">{text.nobody}</p> : null}
      {board.shown && board.people.length > 0 ? (
        <Form method="post" key={id}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="session" value={board.shown} />
          <fieldset className="paper-names">
            <legend>{sessionName(board.sessions.find(({ key }) => key === board.shown)!, locale)}</legend>
            {board.people.map((person) => (
              <label className="choice" key={person.id}>
                <input type="checkbox" name="seat" value={person.id} />
                <span>
                  <span lang="th">{person.name}</span>
                  <small>{person.centre}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button act">
            {text.enter}
          </button>
        </Form>
      ) : null}
    </SeminarFrame>
  );
}
