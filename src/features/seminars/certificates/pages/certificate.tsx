/** /office/seminars/:id/certificates/:certificate: one certificate, and how its centre's head revokes it. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { type CertificateRefusal, revocationKinds } from '../certificate.ts';
import { certificatesText } from '../text.ts';
import { PrintedFields } from './printed-fields.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const one = await app.certificates.one(signedIn, params['certificate'] ?? '');
  const found = one && one.seminar.id === params['id'] ? one : undefined;
  const { hash: _, ...certificate } = found?.certificate ?? {};
  return data(
    {
      locale,
      one: found && { ...found, certificate: certificate as Omit<typeof found.certificate, 'hash'> },
      isDone: new URL(request.url).searchParams.get('done') === 'revoke',
    },
    { status: found ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return refusal('malformed');
  const id = params['certificate'] ?? '';
  const outcome = await app.certificates.revoke(signedIn, {
    id,
    kind: textOf(form, 'kind'),
    reason: textOf(form, 'reason'),
  });
  return outcome.ok
    ? redirect(`/office/seminars/${params['id']}/certificates/${id}?done=revoke`)
    : refusal(outcome.code);
}

const refusal = (code: CertificateRefusal) =>
  data({ problem: code }, { status: code === 'forbidden' ? 403 : code === 'not-found' ? 404 : 409 });

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function CertificatePage() {
  const { locale, one, isDone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!one) return <SeminarMissing locale={locale} />;
  const { one: text, issued, revocations, problems, check, back } = certificatesText(locale);
  const { certificate, seminar, mayRevoke } = one;
  const { revokedAt, revokedKind } = certificate;
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="certificates" canOrganise>
      <p className="small">
        <Link to={`/office/seminars/${seminar.id}/certificates`}>{back}</Link>
      </p>
      <h2 lang="th">{certificate.snapshot.holder}</h2>
      {isDone ? (
        <p className="note good" role="status">
          {text.done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problems[problem]}
        </p>
      ) : null}
      {revokedAt && revokedKind ? (
        <div className="note bad">
          <p>
            <strong>{issued.revoked}</strong> {formatDateTime(new Date(revokedAt), locale)}{' '}
            {revocations[revokedKind]}
          </p>
          <p>
            {text.revokedBecause}: <span className="kept-lines">{certificate.revokedReason}</span>
          </p>
        </div>
      ) : null}
      <p className="row">
        {revokedAt ? null : (
          <a className="button main" href={`/office/certificates/${certificate.id}/certificate.pdf`}>
            {text.pdf}
          </a>
        )}
        <a className="button" href={`/certificates/${certificate.code}`}>
          {text.verify}
        </a>
      </p>
      <section className="card measure">
        <h3>{check.printed}</h3>
        <PrintedFields locale={locale} snapshot={certificate.snapshot} />
      </section>
      {revokedAt ? null : mayRevoke ? (
        <Form method="post" className="card measure">
          <h3>{text.revoke}</h3>
          <p>{text.revokeLead}</p>
          <div className="field">
            <label htmlFor="kind">{text.kind}</label>
            <select id="kind" name="kind">
              {revocationKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {revocations[kind]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="reason">{text.reason}</label>
            <input id="reason" name="reason" required minLength={3} maxLength={500} />
          </div>
          <button type="submit" className="button danger">
            {text.submit}
          </button>
        </Form>
      ) : (
        <p className="hint">{text.onlyHead}</p>
      )}
    </SeminarFrame>
  );
}
