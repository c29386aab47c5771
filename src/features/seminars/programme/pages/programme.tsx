/** /office/seminars/:id/programme: the timetable of a day to move parts in, and the whole programme as a list. */
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import timetableStyles from '#interface/styles/timetable.css?url';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { isOpen } from '../../projects/project-rules.ts';
import { seminarsText } from '../../text.ts';
import { daysOf } from '../programme-rules.ts';
import { programmeText } from '../text.ts';
import { ProgrammeGrid } from './programme-grid.tsx';
import { ProgrammeTable } from './programme-table.tsx';
import { titleIn } from './programme-words.ts';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: timetableStyles },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const asked = new URL(request.url).searchParams;
  const programme = opened && (await app.programmes.read(signedIn, id));
  const done = (['saved', 'removed'] as const).find((each) => each === asked.get('done'));
  return data({ locale, opened, programme, day: asked.get('day'), done }, { status: opened ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(programmeText(locale).heading) }];
};

export default function ProgrammePage() {
  const { locale, opened, programme, day, done } = useLoaderData<typeof loader>();
  if (!opened || !programme) return <SeminarMissing locale={locale} />;
  const { seminar, may } = opened;
  const text = programmeText(locale);
  const mayEdit = may.organise && isOpen(seminar.state);
  const days = daysOf(seminar, programme.slots);
  const shown = days.find((each) => each === day) ?? days[0]!;
  const base = `/office/seminars/${seminar.id}/programme`;
  const isEmpty = programme.slots.length === 0;
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="programme" canOrganise={may.organise}>
      <div className="row page-head">
        <h2>{text.heading}</h2>
        {mayEdit ? (
          <p className="row no-print">
            <Link className="button" to={`${base}/people`}>
              {text.roomsAndSpeakers}
            </Link>
            <Link className="button act" to={`${base}/new?day=${shown}`}>
              {text.addPart}
            </Link>
          </p>
        ) : null}
      </div>
      {done ? (
        <p className="note good" role="status">
          {text.slot[done]}
        </p>
      ) : null}
      {may.organise ? null : <p className="soft">{text.readOnly}</p>}
      {isEmpty ? (
        <div className="card empty">
          <p>
            <strong>{text.none}</strong>
          </p>
          <p>{mayEdit ? text.noneBody : text.nonePublic}</p>
        </div>
      ) : null}
      {mayEdit && !isEmpty ? (
        <>
          {days.length > 1 ? (
            <nav className="row state-filter no-print" aria-label={text.daysLabel}>
              {days.map((each) => (
                <Link
                  key={each}
                  className="button"
                  to={`?day=${each}`}
                  preventScrollReset
                  aria-current={each === shown ? 'true' : undefined}
                >
                  {formatDate(each, locale, 'short', { weekday: true })}
                </Link>
              ))}
            </nav>
          ) : null}
          <ProgrammeGrid
            key={shown}
            locale={locale}
            seminarId={seminar.id}
            day={shown}
            programme={programme}
          />
          <h2>{text.listHeading}</h2>
        </>
      ) : null}
      <ProgrammeTable
        locale={locale}
        programme={programme}
        days={days}
        level={3}
        beside={(slot) =>
          mayEdit ? (
            <Link
              className="small no-print"
              to={`${base}/${slot.id}`}
              aria-label={text.editOf(titleIn(locale, slot))}
            >
              {text.edit}
            </Link>
          ) : null
        }
      />
    </SeminarFrame>
  );
}
