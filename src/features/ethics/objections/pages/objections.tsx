/** /office/objections: an officer's own written objections, sealed and opened here alone; for ethics officers those shown to them. */
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer, useVault } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { objectionsText } from '../text.ts';
import { ObjectionCard } from './objection-card.tsx';
import { ObjectionForm } from './objection-form.tsx';

/** Shows sealed matter. */
export const handle = { sealed: true };
export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, desk: await app.ethics.objections.desk(signedIn, locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = objectionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Objections() {
  const { locale, desk } = useLoaderData<typeof loader>();
  const vault = useVault();
  const text = objectionsText(locale);
  const [follows, setFollows] = useState<string>();
  const [saved, setSaved] = useState<string>();
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="measure">{text.lead}</p>
      <p className="note">{text.who}</p>
      {vault === 'absent' ? (
        <p className="note warn">
          {text.noKeys} <Link to="/office/keys">{text.makeKeys}</Link>
        </p>
      ) : vault === 'locked' ? (
        <p className="note">{text.locked}</p>
      ) : null}
      {saved ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      <section aria-labelledby="own">
        <h2 id="own">{text.own}</h2>
        {desk.own.length === 0 ? <p className="card empty">{text.ownNone}</p> : null}
        {desk.own.map((one) => (
          <ObjectionCard
            key={one.id}
            sealed={one}
            sharedWith={one.sharedWith}
            above={desk.above}
            grounds={desk.grounds}
            locale={locale}
            onUpdate={() => setFollows(one.id)}
          />
        ))}
      </section>
      {vault === 'open' ? (
        <ObjectionForm
          key={saved ?? 'new'}
          desk={desk}
          locale={locale}
          follows={follows}
          onSaved={(id) => {
            setSaved(id);
            setFollows(undefined);
          }}
        />
      ) : null}
      {desk.shared.length > 0 ? (
        <section aria-labelledby="shared">
          <h2 id="shared">{text.shared}</h2>
          <p className="soft measure">{text.sharedHint}</p>
          {desk.shared.map((one) => (
            <ObjectionCard
              key={one.id}
              sealed={one}
              by={one.by}
              above={[]}
              grounds={desk.grounds}
              locale={locale}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}
