/** The centres of the network, found by name in either language, with the word whether each receives reports itself. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { PublicCentre } from '../addressing.ts';
import { centresMatching } from '../centre-search.ts';
import { reportsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const query = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100);
  const all = await app.reports.listCentres();
  const found = query.trim() === '' ? all : centresMatching(query, all);
  const names = Object.fromEntries(all.map((centre) => [centre.code, centre[locale]]));
  return { locale, query, found, names, total: all.length };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: reportsText(loaderData?.locale ?? 'th').centres.title },
];

export default function Centres() {
  const { locale, query, found, names, total } = useLoaderData<typeof loader>();
  const text = reportsText(locale).centres;
  const here = citizenPath(locale, '/centres');
  return (
    <PublicFrame locale={locale} path="/centres">
      <Heading>{text.title}</Heading>
      <p>{text.lead(total)}</p>
      <form className="finder" method="get" action={here}>
        <label htmlFor="q">{text.search}</label>
        <p className="hint" id="q-hint">
          {text.searchHint}
        </p>
        <div className="row">
          <input
            type="search"
            id="q"
            name="q"
            defaultValue={query}
            aria-describedby="q-hint"
            autoComplete="off"
          />
          <button className="button main" type="submit">
            {text.go}
          </button>
          {query === '' ? null : <a href={here}>{text.clear}</a>}
        </div>
      </form>
      {query === '' ? <p className="soft">{text.explain}</p> : null}
      {query === '' ? null : <p role="status">{found.length === 0 ? text.none : text.found(found.length)}</p>}
      {groupsOf(found, locale).map(({ heading, centres }) => (
        <section key={heading}>
          <Heading level={2}>{heading}</Heading>
          <ul className="centres">
            {centres.map((centre) => (
              <li key={centre.code}>
                <strong>{centre[locale]}</strong>
                <span className="soft small">
                  {centre.short ?? ''} {centre[locale === 'th' ? 'en' : 'th']}
                </span>
                <Receives centre={centre} locale={locale} names={names} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PublicFrame>
  );
}

type ReceivesProps = {
  readonly centre: PublicCentre;
  readonly locale: Locale;
  readonly names: Readonly<Record<string, string>>;
};

function Receives({ centre, locale, names }: ReceivesProps) {
  const text = reportsText(locale).centres;
  if (centre.seal === null) return <span className="tag">{text.closed}</span>;
  if (centre.seal === centre.code) return <span className="tag good">{text.direct}</span>;
  return <span className="small soft">{text.through(names[centre.seal] ?? centre.seal)}</span>;
}

/** By kind; provinces by region. */
function groupsOf(centres: readonly PublicCentre[], locale: Locale) {
  const text = reportsText(locale).centres;
  const groups = Map.groupBy(centres, ({ kind, region }) =>
    kind === 'province'
      ? `${text.kinds.province} · ${text.regions[(region ?? 'none') as keyof typeof text.regions]}`
      : text.kinds[kind],
  );
  return [...groups].map(([heading, list]) => ({ heading, centres: list }));
}
