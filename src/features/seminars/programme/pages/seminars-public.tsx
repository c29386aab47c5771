/** /seminars: the calendar of seminars, coming and past, by month; no script. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import seminarStyles from '#interface/styles/seminars-public.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate, formatDate, partsOf } from '#platform/calendar/bangkok.ts';
import { buddhistYear, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import { seminarsText } from '../../text.ts';
import type { PublicSeminar } from '../public-seminars.ts';
import { programmeText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = new URL(request.url).searchParams;
  const show = asked.get('show') === 'past' ? ('past' as const) : ('coming' as const);
  const year = Number(asked.get('year') ?? '') || undefined;
  const unitId = Number(asked.get('centre') ?? '') || undefined;
  return { locale, show, year, unitId, ...(await app.programmes.listPublic({ show, year, unitId })) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  const text = programmeText(locale).calendar;
  return [
    { title: seminarsText(locale).title(text.heading) },
    { name: 'description', content: text.lead },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'text/calendar',
      title: text.subscribe,
      href: citizenPath(locale, '/seminars.ics'),
    },
  ];
};

export default function PublicSeminars() {
  const { locale, show, year, unitId, seminars, years, organisers } = useLoaderData<typeof loader>();
  const text = programmeText(locale).calendar;
  const base = citizenPath(locale, '/seminars');
  const isFiltered = year !== undefined || unitId !== undefined;
  const months = [...Map.groupBy(seminars, ({ startsOn }) => startsOn.slice(0, 7))];
  return (
    <PublicFrame locale={locale} path="/seminars">
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <nav className="row seminar-times" aria-label={text.showLabel}>
        {(['coming', 'past'] as const).map((each) => (
          <a
            key={each}
            className="button"
            href={each === 'past' ? `${base}?show=past` : base}
            aria-current={each === show ? 'page' : undefined}
          >
            {text.show[each]}
          </a>
        ))}
      </nav>
      {years.length > 1 || organisers.length > 1 ? (
        <form method="get" className="seminar-filter" aria-label={text.filters}>
          {show === 'past' ? <input type="hidden" name="show" value="past" /> : null}
          <label>
            {text.year}
            <select name="year" defaultValue={year ?? ''}>
              <option value="">{text.allYears}</option>
              {years.map((each) => (
                <option key={each} value={each}>
                  {formatFiscalYear(buddhistYear(each), locale)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {text.organiser}
            <select name="centre" defaultValue={unitId ?? ''}>
              <option value="">{text.allOrganisers}</option>
              {organisers.map((each) => (
                <option key={each.id} value={each.id}>
                  {locale === 'en' ? each.nameEn : each.nameTh}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {text.apply}
          </button>
        </form>
      ) : null}
      {months.map(([month, held]) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <Heading level={2} id={`month-${month}`}>
            {monthName(month, locale)}
          </Heading>
          <ul className="plain-list seminar-cards">
            {held.map((seminar) => (
              <li key={seminar.id}>
                <SeminarCard seminar={seminar} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {seminars.length === 0 ? (
        <div className="card empty">
          {isFiltered ? (
            <p>
              {text.noneFound} <a href={show === 'past' ? `${base}?show=past` : base}>{text.clear}</a>
            </p>
          ) : (
            <>
              <p>
                <strong>{text.none[show]}</strong>
              </p>
              <p>{text.noneBody}</p>
            </>
          )}
        </div>
      ) : null}
      <p className="small">
        <a href={citizenPath(locale, '/seminars.ics')}>{text.subscribe}</a>
      </p>
    </PublicFrame>
  );
}

/** The month of a date and its year, without the day. */
function monthName(month: string, locale: Locale): string {
  const first = asCivilDate(`${month}-01`);
  return formatDate(first, locale).slice(String(partsOf(first).day).length + 1);
}

function SeminarCard({ seminar, locale }: { readonly seminar: PublicSeminar; readonly locale: Locale }) {
  const text = programmeText(locale).calendar;
  const venue = locale === 'en' ? seminar.venueEn || seminar.venueTh : seminar.venueTh;
  return (
    <article className="card">
      <p className="seminar-date">
        {datesOf(seminar, locale)}{' '}
        {seminar.state === 'cancelled' ? <span className="tag late">{text.cancelled}</span> : null}
      </p>
      <h3 lang={titleLang(seminar, locale)}>
        <a href={citizenPath(locale, `/seminars/${seminar.slug}`)}>
          <Words>{titleOf(seminar, locale)}</Words>
        </a>
      </h3>
      <p className="small soft">
        {venue ? (
          <>
            {venue}
            {' · '}
          </>
        ) : null}
        {text.by(locale === 'en' ? seminar.unitNameEn : seminar.unitNameTh)}
      </p>
    </article>
  );
}
