/** /office/seminars/:id/attendance: who is there now, who is missing, by session and centre. */
import { useEffect } from 'react';
import { data, Form, Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { filterBoard, readFilter, shows } from '../board-filter.ts';
import { attendanceText, sessionName } from '../text.ts';
import { queryWith } from './board-request.ts';
import { Differences } from './differences.tsx';
import { PeopleTable } from './people-table.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const query = new URL(request.url).searchParams;
  const session = query.get('session') ?? undefined;
  const board = await app.attendance.board(signedIn, params['id'] ?? '', { session, locale });
  if (!board) return data({ locale, board: undefined, filter: undefined }, { status: 404 });
  const filter = readFilter(query);
  const seated = board.people.filter(({ state }) => state === 'confirmed');
  return data({
    locale,
    board: {
      ...board,
      people: filterBoard(board, filter),
      seated: seated.length,
      present: seated.filter(({ present }) => board.shown && present.includes(board.shown)).length,
    },
    filter,
  });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = attendanceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

const liveEveryMs = 15_000;

export default function AttendancePage() {
  const { locale, board, filter } = useLoaderData<typeof loader>();
  const revalidator = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && revalidator.state === 'idle')
        void revalidator.revalidate();
    }, liveEveryMs);
    return () => clearInterval(timer);
  }, [revalidator]);
  if (!board || !filter) return <SeminarMissing locale={locale} />;
  const { board: text, halves } = { ...attendanceText(locale), halves: board.sessions };
  const base = `/office/seminars/${board.seminar.id}/attendance`;
  const now = {
    session: board.shown,
    show: filter.show === 'all' ? undefined : filter.show,
    centre: filter.centre === undefined ? undefined : String(filter.centre),
  };
  const download = (name: string) => `${base}/${name}${queryWith({ ...now, lang: locale }, {})}`;
  const empty = halves.length === 0 ? text.noSessions : board.seated === 0 ? text.noSeats : undefined;
  return (
    <SeminarFrame locale={locale} seminar={board.seminar} tab="attendance" canOrganise>
      <h2 className="visually-hidden">{attendanceText(locale).heading}</h2>
      <p className="row no-print">
        <Link className="button" to={`${base}/devices`}>
          {text.devices}
        </Link>
        {empty ? null : (
          <>
            <Link className="button" to={`${base}/paper${queryWith({ session: board.shown }, {})}`}>
              {text.paper}
            </Link>
            <a className="button" href={download('sign-in.pdf')}>
              {text.signIn}
            </a>
            <a className="button" href={download('badges.pdf')}>
              {text.badges}
            </a>
          </>
        )}
      </p>
      {empty ? (
        <p className="card empty">{empty}</p>
      ) : (
        <>
          <nav className="row state-filter" aria-label={text.sessions}>
            {board.sessions.map((session) => (
              <Link
                key={session.key}
                className="button"
                to={queryWith(now, { session: session.key })}
                preventScrollReset
                aria-current={session.key === board.shown ? 'true' : undefined}
              >
                {sessionName(session, locale)}
              </Link>
            ))}
          </nav>
          <section className="card attendance-now" aria-labelledby="present">
            <h3 id="present">{text.present}</h3>
            <p className="attendance-count">{text.of(board.present, board.seated)}</p>
            <progress value={board.present} max={board.seated} aria-labelledby="present" />
            <p className="small soft">
              {text.rule(text.bys[board.rule.by], board.rule.attendancePercent)}{' '}
              {board.rule.isOwn || board.rule.isConfirmed ? null : (
                <span className="tag warn">{text.unconfirmed}</span>
              )}{' '}
              {text.live}
            </p>
          </section>
          <Differences locale={locale} board={board} />
          <h2 id="people">{text.people}</h2>
          <Form method="get" className="seminar-filter" preventScrollReset>
            {board.shown ? <input type="hidden" name="session" value={board.shown} /> : null}
            <label>
              {text.show}
              <select name="show" defaultValue={filter.show}>
                {shows.map((show) => (
                  <option key={show} value={show}>
                    {text.shows[show]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {text.centre}
              <select name="centre" defaultValue={filter.centre ?? ''}>
                <option value="">{text.allCentres}</option>
                {board.centres.map((centre) => (
                  <option key={centre.unitId} value={centre.unitId}>
                    {centre.name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button">
              {text.filter}
            </button>
          </Form>
          <PeopleTable locale={locale} board={board} base={base} />
          <p>
            <a className="button" href={download('attendance.xlsx')}>
              {text.xlsx}
            </a>
          </p>
          <h2>{text.byCentre}</h2>
          <table>
            <caption className="visually-hidden">{text.byCentre}</caption>
            <thead>
              <tr>
                <th scope="col">{text.centre}</th>
                <th scope="col">{text.present}</th>
                <th scope="col">{text.missing}</th>
              </tr>
            </thead>
            <tbody>
              {board.centres.map((centre) => (
                <tr key={centre.unitId}>
                  <th scope="row">
                    <Link to={queryWith(now, { centre: String(centre.unitId), show: 'missing' })}>
                      {centre.name}
                    </Link>
                  </th>
                  <td>{text.of(centre.present, centre.seats)}</td>
                  <td>{centre.seats - centre.present}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </SeminarFrame>
  );
}
