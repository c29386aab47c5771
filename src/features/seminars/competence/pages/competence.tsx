/** /office/competence: the officers of one's own centre by name; for the ministry, gaps of the network as numbers. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { HeatTable } from '#interface/charts/heat-table.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import learningStyles from '#interface/styles/learning.css?url';
import type { Locale } from '#platform/text/messages.ts';
import type { Competency } from '../competence.ts';
import { competenceText } from '../text.ts';

export const links = () => [chartStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { competence } = app.learning;
  return {
    locale,
    centres: await competence.centres(signedIn),
    network: await competence.network(signedIn),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = competenceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function CompetencePage() {
  const { locale, centres, network } = useLoaderData<typeof loader>();
  const words = competenceText(locale);
  const frame = centres[0]?.competencies ?? network?.competencies ?? [];
  const name = (centre: { nameTh: string; nameEn: string }) =>
    locale === 'en' ? centre.nameEn : centre.nameTh;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      <p className="row">
        <Link to="/office/learning">{words.own}</Link>
        <Link to="/office/settings/competence">{words.settings}</Link>
      </p>
      {centres.length === 0 && !network ? <p className="card empty">{words.noRights}</p> : null}
      {centres.map((centre) => (
        <section key={centre.unitId} className="card" aria-labelledby={`centre-${centre.unitId}`}>
          <h2 id={`centre-${centre.unitId}`}>{words.centre(name(centre))}</h2>
          {centre.people.length === 0 ? (
            <p className="empty">{words.nobody}</p>
          ) : (
            <HeatTable
              title={words.chart}
              locale={locale}
              labelHeading={words.person}
              max={4}
              columns={centre.competencies.map(({ code }) => code)}
              rows={centre.people.map((person) => ({
                label: person.nameTh,
                href: `/office/competence/${person.id}`,
                cells: person.levels.map((level) => ({ value: level, shown: words.level(level) })),
              }))}
            />
          )}
        </section>
      ))}
      {network ? (
        <section className="card" aria-labelledby="network">
          <h2 id="network">{words.network}</h2>
          <p className="soft">{words.networkLead(network.wanted)}</p>
          <HeatTable
            title={words.networkTable}
            locale={locale}
            labelHeading={words.centreHeading}
            columns={network.competencies.map(({ code }) => code)}
            rows={network.centres.map((centre) => ({
              label: name(centre),
              cells: centre.below.map((below) => ({
                value: below,
                shown: words.of(below, centre.officers),
              })),
            }))}
          />
        </section>
      ) : null}
      {frame.length > 0 ? <Codes frame={frame} locale={locale} /> : null}
    </>
  );
}

function Codes({ frame, locale }: { readonly frame: readonly Competency[]; readonly locale: Locale }) {
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{competenceText(locale).codes}</h2>
      <ul className="code-list">
        {frame.map((one) => (
          <li key={one.code}>
            <strong>{one.code}</strong> {locale === 'en' ? one.nameEn : one.nameTh}
          </li>
        ))}
      </ul>
    </section>
  );
}
