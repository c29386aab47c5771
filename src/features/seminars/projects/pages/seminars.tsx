/** /office/seminars: seminars of the officer's centres in every state, and what others have published. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { buddhistYear, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { moneyText } from '../../money/text.ts';
import { SeminarStateTag } from '../../pages/seminar-state-tag.tsx';
import { datesOf, titleLang, titleOf } from '../../pages/seminar-words.ts';
import { seminarStates } from '../../seminar.ts';
import { seminarsText } from '../../text.ts';
import { projectsText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const year = Number(asked.get('year') ?? '') || undefined;
  const state = seminarStates.find((each) => each === asked.get('state'));
  const own = asked.get('own') === '1';
  const [all, organising] = await Promise.all([
    app.projects.list(signedIn),
    app.projects.listOrganising(signedIn),
  ]);
  return {
    locale,
    filter: { year, state, own },
    mayMake: organising.length > 0,
    years: [...new Set(all.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a),
    isEmpty: all.length === 0,
    seminars: all.filter(
      (each) =>
        (year === undefined || each.fiscalYear === year) &&
        (state === undefined || each.state === state) &&
        (!own || each.isOwn),
    ),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seminarsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Seminars() {
  const { locale, filter, mayMake, years, isEmpty, seminars } = useLoaderData<typeof loader>();
  const shared = seminarsText(locale);
  const text = projectsText(locale).list;
  return (
    <>
      <div className="row page-head">
        <h1>{shared.heading}</h1>
        {mayMake ? (
          <Link className="button act" to="/office/seminars/new">
            {text.make}
          </Link>
        ) : null}
      </div>
      <p className="soft">
        {text.lead} <Link to="/office/seminars/rules">{moneyText(locale).rulesLink}</Link>
      </p>
      {isEmpty ? (
        <div className="card empty">
          <p>
            <strong>{text.none}</strong>
          </p>
          <p>{text.noneBody}</p>
        </div>
      ) : (
        <form method="get" className="seminar-filter" aria-label={text.filters}>
          <label>
            {text.year}
            <select name="year" defaultValue={filter.year ?? ''} key={`year ${filter.year}`}>
              <option value="">{text.allYears}</option>
              {years.map((year) => (
                <option key={year} value={year}>
                  {formatFiscalYear(buddhistYear(year), locale)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {text.state}
            <select name="state" defaultValue={filter.state ?? ''} key={`state ${filter.state}`}>
              <option value="">{text.allStates}</option>
              {seminarStates.map((state) => (
                <option key={state} value={state}>
                  {shared.states[state]}
                </option>
              ))}
            </select>
          </label>
          <label className="choice">
            <input
              type="checkbox"
              name="own"
              value="1"
              defaultChecked={filter.own}
              key={`own ${filter.own}`}
            />
            {text.own}
          </label>
          <button type="submit" className="button">
            {text.show}
          </button>
        </form>
      )}
      {!isEmpty && seminars.length === 0 ? (
        <p className="card empty">
          {text.noneFound} <Link to="/office/seminars">{text.clear}</Link>
        </p>
      ) : null}
      {seminars.length > 0 ? (
        <table className="stacked">
          <caption className="visually-hidden">{text.caption(seminars.length)}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.title}</th>
              <th scope="col">{text.columns.when}</th>
              <th scope="col">{text.columns.centre}</th>
              <th scope="col">{text.columns.seats}</th>
              <th scope="col">{text.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {seminars.map((seminar) => (
              <tr key={seminar.id}>
                <td>
                  <Link to={`/office/seminars/${seminar.id}`} lang={titleLang(seminar, locale)}>
                    {titleOf(seminar, locale)}
                  </Link>
                </td>
                <td>{datesOf(seminar, locale, 'short')}</td>
                <td>{locale === 'en' ? seminar.unitNameEn : seminar.unitNameTh}</td>
                <td>{shared.seats(seminar.seats)}</td>
                <td>
                  <SeminarStateTag state={seminar.state} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {seminars.length > 0 ? (
        <p className="row no-print">
          {(['csv', 'xlsx'] as const).map((form) => (
            <a
              key={form}
              className="button"
              href={`/office/seminars.${form}?${asShown(filter, locale)}`}
              download
            >
              {text[form]}
            </a>
          ))}
        </p>
      ) : null}
    </>
  );
}

/** The filter as a file of the list is asked for by it. */
function asShown(
  { year, state, own }: { readonly year?: number; readonly state?: string; readonly own: boolean },
  locale: Locale,
): string {
  const asked = new URLSearchParams({ lang: locale });
  if (year) asked.set('year', String(year));
  if (state) asked.set('state', state);
  if (own) asked.set('own', '1');
  return asked.toString();
}
