/** /office/offences: every entry with its present version; the way to its versions. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { inForce } from '../offence-rules.ts';
import { penaltyWords } from '../penalty-words.ts';
import { offencesText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { versions, mayEnter, today } = await app.offences.versions(signedIn);
  return {
    locale,
    mayEnter,
    rows: inForce(versions, today).map((one) => ({
      code: one.code,
      title: locale === 'th' ? one.titleTh : one.titleEn,
      instrument: one.instrument,
      section: one.section,
      penalties: one.penalties,
      version: one.version,
      status: one.status,
    })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = offencesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

export default function OfficeOffences() {
  const { locale, mayEnter, rows } = useLoaderData<typeof loader>();
  const text = offencesText(locale);
  return (
    <>
      <h1>{text.office.heading}</h1>
      <p className="soft">{text.office.lead}</p>
      {mayEnter ? null : <p className="note">{text.office.readOnly}</p>}
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{text.allHeading}</th>
            <th scope="col">{text.penalty}</th>
            <th scope="col">{text.office.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td>
                <Link to={`/office/offences/${row.code}`}>{row.title}</Link>
                <br />
                <span className="soft small">
                  {text.instruments[row.instrument]} {text.section(row.section)}
                </span>
              </td>
              <td>{row.penalties[0] ? penaltyWords(row.penalties[0], text) : text.forfeiture}</td>
              <td>
                <span className={row.status === 'confirmed' ? 'tag good' : 'tag warn'}>
                  {text.statuses[row.status]}
                </span>{' '}
                <span className="soft small">{text.version(row.version)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
