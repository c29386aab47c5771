/** /office/disclosure: the officer's centres, each with how ready it is; doors to the network and to the year's items. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { ProgressBar } from '#interface/charts/progress-bar.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { disclosureText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = Number(new URL(request.url).searchParams.get('year')) || undefined;
  const own = [];
  for (const centre of await app.disclosure.ownCentres(signedIn, locale)) {
    const view = await app.disclosure.view(signedIn, centre.code, asked, locale);
    if (view) own.push({ centre, fiscalYear: view.fiscalYear, readiness: view.readiness });
  }
  return { locale, own, oversees: await app.disclosure.oversees(signedIn) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function DisclosurePage() {
  const { locale, own, oversees } = useLoaderData<typeof loader>();
  const text = disclosureText(locale);
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft measure">{text.lead}</p>
      <p className="row">
        {oversees ? (
          <Link className="button" to="/office/disclosure/network">
            {text.network.heading}
          </Link>
        ) : null}
        <Link className="button" to="/office/disclosure/sets">
          {text.centre.sets}
        </Link>
      </p>
      {own.length === 0 ? <p className="card empty">{text.noSets}</p> : null}
      {own.map(({ centre, fiscalYear, readiness }) => (
        <section key={centre.code} className="card stack" aria-labelledby={`centre-${centre.code}`}>
          <h2 id={`centre-${centre.code}`}>{centre.name}</h2>
          <p className="soft">{text.year(fiscalYear)}</p>
          <ProgressBar
            label={text.centre.ready}
            locale={locale}
            value={readiness.ready}
            max={readiness.items}
            tone="good"
          />
          <p>
            <Link className="button main" to={`/office/disclosure/${centre.code}/${fiscalYear}`}>
              {text.centre.open(centre.name)}
            </Link>
          </p>
        </section>
      ))}
      <p className="note">{text.notPurity}</p>
    </>
  );
}
