/** Certificates of the seminar in order of their numbers. */
import { Link } from 'react-router';
import type { CertificatesView } from '#features/seminars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

type IssuedProps = {
  readonly locale: Locale;
  readonly issued: CertificatesView['issued'];
  readonly seminarId: string;
};

export function IssuedList({ locale, issued, seminarId }: IssuedProps) {
  const { issued: text, kinds } = certificatesText(locale);
  return (
    <section aria-labelledby="issued">
      <h3 id="issued">{text.heading}</h3>
      {issued.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.heading}</caption>
          <thead>
            <tr>
              <th scope="col">{text.number}</th>
              <th scope="col">{text.holder}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.state}</th>
            </tr>
          </thead>
          <tbody>
            {issued.map((certificate) => (
              <tr key={certificate.id}>
                <th scope="row">
                  <Link to={`/office/seminars/${seminarId}/certificates/${certificate.id}`} lang="th">
                    {certificate.number}
                  </Link>
                </th>
                <td lang="th">{certificate.holder}</td>
                <td>{kinds[certificate.kind]}</td>
                <td>
                  {certificate.revokedAt ? (
                    <span className="tag late">{text.revoked}</span>
                  ) : (
                    <span className="tag good">{text.valid}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
