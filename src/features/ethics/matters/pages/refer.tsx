/** /office/ethics/matters/:id/refer: what looks like corruption is told anew to the case officers, sealed in this browser. */
import { useState } from 'react';
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer, useVault } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { referText } from '../refer-text.ts';
import { mattersText } from '../text.ts';
import { ReferForm } from './refer-form.tsx';

/** Shows sealed matter. */
export const handle = { sealed: true };
export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const form = isUuid(id) ? await app.ethics.matters.referralForm(signedIn, id) : undefined;
  const centre = form && (await app.reports.listCentres()).find(({ code }) => code === form.centre);
  if (!form || !centre) throw data({ locale }, { status: 404 });
  return { locale, form, centre };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: mattersText(locale).title(referText(locale).heading) }];
};

export default function Refer() {
  const { locale, form, centre } = useLoaderData<typeof loader>();
  const vault = useVault();
  const text = referText(locale);
  const [number, setNumber] = useState<string>();
  const { standing } = form;
  return (
    <>
      <p className="no-print">
        <Link to={`/office/ethics/matters/${standing.id}`}>
          ← {mattersText(locale).matter.heading(standing.number)}
        </Link>
      </p>
      <h1>{text.heading}</h1>
      {number ? (
        <div className="note good" role="status">
          <p>
            <strong>{text.sent(number)}</strong>
          </p>
          <p>{text.sentHint}</p>
        </div>
      ) : (
        <>
          <p className="measure">{text.lead}</p>
          <p className="note warn">{text.leaveOut}</p>
          {vault === 'absent' ? (
            <p className="note warn">
              {text.noKeys} <Link to="/office/keys">{text.makeKeys}</Link>
            </p>
          ) : vault === 'open' ? (
            <ReferForm form={form} centre={centre} locale={locale} onSent={setNumber} />
          ) : (
            <p className="note">{text.locked}</p>
          )}
        </>
      )}
    </>
  );
}
