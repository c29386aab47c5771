/** /office/nominations: seminars to which the officer's centre may send people, with its quota and the deadline. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seatStyles from '#interface/styles/office-seats.css?url';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDue } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import type { NominationLine } from '../nominations.ts';
import { nominatingUnits } from '../seat-people.ts';
import { seatsText } from '../text.ts';
import { QuotaWords } from './quota-words.tsx';

export const links = () => [{ rel: 'stylesheet', href: seatStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    lines: await app.seats.listNominations(signedIn),
    mayNominate: nominatingUnits(signedIn.appointments).length > 0,
    today: civilDate(app.ground.now()),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.nominations.heading) }];
};

export default function NominationsPage() {
  const { locale, lines, mayNominate, today } = useLoaderData<typeof loader>();
  const words = seatsText(locale).nominations;
  const isOneCentre = new Set(lines.map(({ unitId }) => unitId)).size <= 1;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      {mayNominate ? null : <p className="note">{words.noRole}</p>}
      {mayNominate && lines.length === 0 ? <p className="card empty">{words.empty}</p> : null}
      {lines.map((line) => (
        <section className="card" key={`${line.seminar.id} ${line.unitId}`}>
          <h2 lang={titleLang(line.seminar, locale)}>
            <Link to={`/office/nominations/${line.seminar.id}?unit=${line.unitId}`}>
              {titleOf(line.seminar, locale)}
            </Link>
          </h2>
          <p className="soft">
            {datesOf(line.seminar, locale)}
            {isOneCentre ? '' : ` · ${words.for(locale === 'th' ? line.unitNameTh : line.unitNameEn)}`}
          </p>
          <p>
            <Deadline line={line} locale={locale} today={today} />
          </p>
          <QuotaWords kinds={line.kinds} locale={locale} />
          {line.toApprove > 0 ? (
            <p>
              <Link
                className="button act"
                to={`/office/nominations/${line.seminar.id}?unit=${line.unitId}#names`}
              >
                {words.toApprove(line.toApprove)}
              </Link>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

type DeadlineProps = {
  readonly line: Pick<NominationLine, 'seminar'>;
  readonly locale: Locale;
  readonly today: string;
};

export function Deadline({ line: { seminar }, locale, today }: DeadlineProps) {
  const words = seatsText(locale).nominations;
  if (!seminar.nominateBy) return words.noDue;
  const due = asCivilDate(seminar.nominateBy);
  const date = formatDate(due, locale);
  if (due < today) return <span className="tag">{words.over(date)}</span>;
  return <strong>{words.due(date, formatDue(due, asCivilDate(today), locale))}</strong>;
}
