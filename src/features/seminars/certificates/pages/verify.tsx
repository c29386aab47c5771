/** /certificates/:code: whether a certificate is valid, with every field that is printed on it. No script, no cookie. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';
import { PrintedFields } from './printed-fields.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const checked = await app.certificates.check(params['code'] ?? '');
  const found = checked?.found;
  return data(
    {
      locale,
      code: checked?.code,
      certificate: found && {
        snapshot: found.snapshot,
        hash: found.hash.toString('hex'),
        revokedOn: found.revokedAt && civilDate(found.revokedAt),
        revokedKind: found.revokedKind,
      },
    },
    { status: found ? 200 : 404 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.check.heading) }];
};

export default function VerifyPage() {
  const { locale, code, certificate } = useLoaderData<typeof loader>();
  const { check: text, revocations } = certificatesText(locale);
  const another = (
    <p>
      <a href={citizenPath(locale, '/certificates')}>{text.another}</a>
    </p>
  );
  if (!certificate)
    return (
      <PublicFrame locale={locale} path="/certificates" narrow>
        <Heading>{text.unknown}</Heading>
        <p className="note bad">{text.unknownBody}</p>
        {another}
      </PublicFrame>
    );
  const { snapshot, hash, revokedOn, revokedKind } = certificate;
  const isRevoked = revokedOn !== undefined && revokedKind !== undefined;
  return (
    <PublicFrame locale={locale} path={`/certificates/${code}`} narrow>
      <Heading>{isRevoked ? text.revoked : text.valid}</Heading>
      <p className={isRevoked ? 'note bad' : 'note good'}>
        {isRevoked ? text.revokedOn(formatDate(revokedOn, locale), revocations[revokedKind]) : text.validBody}
      </p>
      <section className="card" aria-labelledby="printed">
        <Heading level={2} id="printed">
          {text.printed}
        </Heading>
        <PrintedFields locale={locale} snapshot={snapshot} />
      </section>
      <section aria-labelledby="machine">
        <Heading level={2} id="machine">
          {text.machine}
        </Heading>
        <p>{text.machineLead}</p>
        <p className="small">
          {text.hash}
          <br />
          <code>{hash}</code>
        </p>
        <ul>
          <li>
            <a href={`/certificates/${code}/record.json`} download>
              {text.json}
            </a>
          </li>
          <li>
            <a href={`/certificates/${code}/credential.jwt`} download>
              {text.credential}
            </a>
          </li>
        </ul>
      </section>
      {another}
    </PublicFrame>
  );
}
