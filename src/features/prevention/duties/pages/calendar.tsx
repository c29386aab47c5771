/** /office/calendar: what is due when, for whom and on what basis; with the feed to subscribe to. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import type { DutyLine } from '#features/prevention/duties/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { DutyState } from '../duty.ts';
import { dutiesText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const present = fiscalYearOf(civilDate(app.ground.now()));
  const asked = Number(new URL(request.url).searchParams.get('year'));
  const year = [present - 1, present, present + 1].includes(asked) ? asked : present;
  const calendar = await app.duties.list(signedIn, year, locale);
  const feed = calendar.centre
    ? new URL(`${locale === 'en' ? '/en' : ''}/calendar/${calendar.centre.code}.ics`, app.ground.publicUrl)
        .href
    : undefined;
  const { mayEnter } = await app.duties.listVersions(signedIn);
  return { locale, ...calendar, years: [present - 1, present, present + 1], feed, mayEnter };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = dutiesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Calendar() {
  const { locale, fiscalYear, years, centre, lines, feed, mayEnter } = useLoaderData<typeof loader>();
  const text = dutiesText(locale);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {mayEnter ? (
          <Link className="button" to="/office/settings/duties">
            {text.settings}
          </Link>
        ) : null}
      </div>
      <p className="soft measure">{text.lead}</p>
      <h2>
        {text.year(fiscalYear)} {centre ? text.of(centre.name) : ''}
      </h2>
      <nav className="row state-filter" aria-label={text.otherYears}>
        {years.map((year) => (
          <Link
            key={year}
            className="button"
            to={`?year=${year}`}
            aria-current={year === fiscalYear ? 'true' : undefined}
          >
            {locale === 'th' ? year : year - 543}
          </Link>
        ))}
      </nav>
      {lines.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.due}</th>
              <th scope="col">{text.columns.duty}</th>
              <th scope="col">{text.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <DutyRow key={line.duty.code} line={line} locale={locale} />
            ))}
          </tbody>
        </table>
      )}
      {feed ? (
        <section className="card" aria-labelledby="feed">
          <h2 id="feed">{text.subscribe}</h2>
          <p className="hint" id="feed-hint">
            {text.subscribeHint}
          </p>
          <div className="copy-line">
            <input readOnly value={feed} aria-labelledby="feed" aria-describedby="feed-hint" />
          </div>
        </section>
      ) : null}
    </>
  );
}

const tones: Record<DutyState, string> = {
  done: 'tag good',
  late: 'tag late',
  soon: 'tag warn',
  'to-come': 'tag',
  unknown: 'tag',
};

function DutyRow({ line, locale }: { readonly line: DutyLine; readonly locale: Locale }) {
  const text = dutiesText(locale);
  const { duty, due, on, own, centres, late } = line;
  const shown = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  const all = centres ? Object.values(centres).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <tr>
      <td>
        <strong className={own === 'late' ? 'late' : undefined}>{shown(due)}</strong>
        {due === on ? null : <p className="small soft">{text.moved(shown(on))}</p>}
      </td>
      <td>
        {duty.href ? (
          <Link to={duty.href}>{locale === 'en' ? duty.nameEn : duty.nameTh}</Link>
        ) : (
          <span>{locale === 'en' ? duty.nameEn : duty.nameTh}</span>
        )}
        <details className="small">
          <summary>
            {text.basis} {duty.isConfirmed ? null : <span className="tag warn">{text.unconfirmed}</span>}
          </summary>
          <p>{locale === 'en' ? duty.basisEn : duty.basisTh}</p>
          <p className="soft">
            {text.source}: {duty.source}
          </p>
        </details>
      </td>
      <td>
        {own ? <span className={tones[own]}>{text.states[own]}</span> : null}
        {centres ? (
          <p className="small">
            {text.done(centres.done, all)}
            {late.length > 0 ? (
              <details>
                <summary className="late">{text.lateCentres(late.length)}</summary>
                <p>{late.join(', ')}</p>
              </details>
            ) : null}
          </p>
        ) : null}
      </td>
    </tr>
  );
}
