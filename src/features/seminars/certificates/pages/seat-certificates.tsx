/** /seat/:token/certificates: the participant's own certificate: paper, credential, and the page on which others check it. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const own = await app.certificates.ofSeat(token);
  return data(
    {
      locale,
      token,
      own: own?.map(({ id, code, snapshot, revokedAt }) => ({
        id,
        code,
        number: snapshot.number,
        seminar: snapshot.seminarTh,
        isRevoked: revokedAt !== undefined,
      })),
    },
    { status: own ? 200 : 404 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.seat.heading) }];
};

export default function SeatCertificates() {
  const { locale, token, own } = useLoaderData<typeof loader>();
  const { seat: text, one, check, issued } = certificatesText(locale);
  if (!own)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{text.missing}</Heading>
        <p>{text.missingBody}</p>
      </PublicFrame>
    );
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/certificates`} narrow>
      <p className="small">
        <a href={citizenPath(locale, `/seat/${token}`)}>{text.back}</a>
      </p>
      <Heading>{text.heading}</Heading>
      {own.length === 0 ? <p className="card empty">{text.none}</p> : null}
      {own.map((certificate) => (
        <section className="card stack" key={certificate.id}>
          <p>
            <strong lang="th">{certificate.seminar}</strong>
            <br />
            <span className="soft" lang="th">
              {certificate.number}
            </span>{' '}
            {certificate.isRevoked ? (
              <span className="tag late">{issued.revoked}</span>
            ) : (
              <span className="tag good">{issued.valid}</span>
            )}
          </p>
          {certificate.isRevoked ? null : (
            <p>
              <a
                className="button main"
                href={`/seat/${token}/certificates/${certificate.id}/certificate.pdf`}
                download
              >
                {one.pdf}
              </a>
            </p>
          )}
          <ul>
            <li>
              <a href={citizenPath(locale, `/certificates/${certificate.code}`)}>{text.verify}</a>
            </li>
            <li>
              <a href={`/certificates/${certificate.code}/credential.jwt`} download>
                {check.credential}
              </a>
            </li>
          </ul>
        </section>
      ))}
    </PublicFrame>
  );
}
