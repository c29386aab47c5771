/** /risks/:centre/:year: a centre's published assessments of a year, its treatments and results, without login or script. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import riskStyles from '#interface/styles/risks.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { PublishedMap } from '../public-maps.ts';
import type { Risk, RiskResult } from '../risk.ts';
import { spread } from '../risk-rules.ts';
import { riskText } from '../text.ts';
import { RiskMatrix } from './matrix.tsx';
import { BandTag, nameIn, UnconfirmedTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const [code, year] = [params['centre'] ?? '', Number(params['year'])];
  const maps = await app.risks.viewPublished(code, year, locale);
  return data(
    { locale, maps, path: `/risks/${code}/${params['year']}` },
    { status: maps.length > 0 ? 200 : 404 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; maps: readonly PublishedMap[] } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.maps[0]?.centre.name ?? text.public.heading) }];
};

export default function PublicRisk() {
  const { locale, maps, path } = useLoaderData<typeof loader>();
  const text = riskText(locale);
  const words = text.public;
  const first = maps[0];
  return (
    <PublicFrame locale={locale} path={path}>
      <p className="small">
        <a href={citizenPath(locale, '/risks')}>{words.all}</a>
      </p>
      {first ? (
        <>
          <Heading>{first.centre.name}</Heading>
          {locale === 'en' ? <p className="note">{words.thai}</p> : null}
        </>
      ) : (
        <>
          <Heading>{words.heading}</Heading>
          <p className="card empty">{words.missing}</p>
        </>
      )}
      {maps.map((each) => (
        <PublicMap key={each.map.id} map={each} locale={locale} path={path} />
      ))}
      <p>
        <a href={citizenPath(locale, '/report')}>{words.report}</a>
      </p>
    </PublicFrame>
  );
}

type MapProps = { readonly map: PublishedMap; readonly locale: Locale; readonly path: string };

function PublicMap({ map: { map, framework, risks, results }, locale, path }: MapProps) {
  const text = riskText(locale);
  const words = text.public;
  const day = (at: Date) => formatDate(civilDate(at), locale);
  return (
    <section aria-labelledby={map.kind}>
      <Heading level={2} id={map.kind}>
        {`${text.kinds[map.kind]} ${formatFiscalYear(map.fiscalYear, locale)}`}
      </Heading>
      <p className="small soft">
        {[
          map.version > 1 ? text.version(map.version) : '',
          map.approvedAt ? words.approvedOn(day(map.approvedAt)) : '',
          map.publishedAt ? words.publishedOn(day(map.publishedAt)) : '',
          words.results[map.resultsPublic],
        ]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {text.map.framework(framework.name[locale], framework.version)}{' '}
        {framework.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
      </p>
      <p className="row">
        <a className="button" href={`${path}/${map.kind}.pdf`} download>
          {words.pdf}
        </a>
        <a className="button" href={`${path}/${map.kind}.xlsx`} download>
          {words.xlsx}
        </a>
      </p>
      <RiskMatrix locale={locale} scheme={framework.scheme} counts={spread(framework.scheme, risks)} />
      {risks.map((risk) => (
        <PublicRiskCard
          key={risk.id}
          {...{ risk, locale, framework }}
          results={results.filter(({ riskId }) => riskId === risk.id)}
        />
      ))}
    </section>
  );
}

type CardProps = Pick<PublishedMap, 'framework'> & {
  readonly risk: Risk;
  readonly results: readonly RiskResult[];
  readonly locale: Locale;
};

function PublicRiskCard({ risk, results, framework: { scheme }, locale }: CardProps) {
  const text = riskText(locale);
  const words = text.public;
  return (
    <article className="card">
      <p className="row small">
        <BandTag scheme={scheme} band={risk.band} locale={locale} />
        <span className="soft">{nameIn(scheme.domains, risk.domain, locale)}</span>
      </p>
      <h3 lang="th">
        <Words>{risk.event}</Words>
      </h3>
      <p className="small soft" lang="th">
        {words.process(risk.process, risk.step)}
      </p>
      {risk.treatment ? (
        <p>
          <strong>{words.measure}</strong> <span lang="th">{risk.treatment}</span>
          <br />
          <span className="small soft" lang="th">
            {risk.owner}
            {risk.dueOn ? ` · ${formatDate(asCivilDate(risk.dueOn), locale, 'short')}` : ''}
          </span>
        </p>
      ) : null}
      {results.map((result) => (
        <p key={result.id} className="note good small">
          {words.result(text.results.halves[result.half], text.results.progresses[result.progress])}
          {' · '}
          {words.residual(nameIn(scheme.bands, result.band, locale))}
          <br />
          <span lang="th">{[result.done, result.measured].filter(Boolean).join(' · ')}</span>
        </p>
      ))}
    </article>
  );
}
