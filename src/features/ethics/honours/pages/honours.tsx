/** /office/honours: where the year's round stands, what waits for the officer, nominations that she may see. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { honoursText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, desk: await app.ethics.honours.desk(signedIn, locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Honours() {
  const { locale, desk } = useLoaderData<typeof loader>();
  const text = honoursText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const isOpen = desk.categories.some((one) => one.isOpen);
  const waiting = [
    ...desk.toSupport.map(
      (one) => [`/office/honours/nominations/${one.id}`, text.toSupport(one.name)] as const,
    ),
    ...desk.toConsent.map(
      (one) => [`/office/honours/nominations/${one.id}`, text.toConsent(one.name)] as const,
    ),
    ...desk.toAnswer.map((centre) => ['/office/honours/clearance', text.toAnswer(centre)] as const),
    ...desk.toScore.map((one) => [`/office/honours/nominations/${one.id}`, text.toScore(one.name)] as const),
  ];
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <div className="row">
          <a className="button" href={`${locale === 'en' ? '/en' : ''}/ethics/honours`}>
            {text.publicPage}
          </a>
          <Link className="button" to="/office/honours/categories">
            {text.categories}
          </Link>
          {desk.runs || desk.approves ? (
            <Link className="button" to="/office/honours/round">
              {text.runRound}
            </Link>
          ) : null}
        </div>
      </div>
      <p className="soft measure">{text.lead(formatFiscalYear(desk.fiscalYear, locale))}</p>
      <p>
        <span className={desk.round?.state === 'published' ? 'tag good' : 'tag'}>
          {text.states[desk.round?.state ?? 'none']}
        </span>
      </p>
      {isOpen && desk.mayNominate ? (
        <p>
          <Link className="button act" to="/office/honours/nominate">
            {text.nominate}
          </Link>
        </p>
      ) : null}
      {desk.categories.length === 0 ? <p className="card empty">{text.noCategories}</p> : null}
      <ul className="honour-categories">
        {desk.categories.map((one) => (
          <li key={one.code} className="card">
            <strong>{locale === 'en' ? one.nameEn : one.nameTh}</strong>{' '}
            <span className={one.status === 'confirmed' ? 'tag good' : 'tag warn'}>
              {text.statuses[one.status]}
            </span>
            <p className="small">
              {text.kinds[one.nominee]} · {text.days(day(one.opensOn), day(one.closesOn))} ·{' '}
              {text.facts(String(one.most), String(one.threshold))}
            </p>
          </li>
        ))}
      </ul>
      <h2>{text.waits}</h2>
      {waiting.length === 0 ? (
        <p className="soft">{text.nothingWaits}</p>
      ) : (
        <ul className="honour-waiting">
          {waiting.map(([to, words]) => (
            <li key={to + words}>
              <Link to={to}>{words}</Link>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <Link to="/office/honours/clearance">{text.clearanceLink}</Link>
      </p>
      <h2>{text.nominations}</h2>
      {desk.rows.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.nominations}</caption>
          <thead>
            <tr>
              <th scope="col">{text.nominee}</th>
              <th scope="col">{text.category}</th>
              <th scope="col">{text.centre}</th>
              <th scope="col">{text.standing}</th>
            </tr>
          </thead>
          <tbody>
            {desk.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={`/office/honours/nominations/${row.id}`}>{row.name}</Link>
                </td>
                <td data-label={text.category}>{row.category}</td>
                <td data-label={text.centre}>{row.centre}</td>
                <td>
                  <span className={row.standing === 'on-roll' ? 'tag good' : 'tag'}>
                    {text.standings[row.standing]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
