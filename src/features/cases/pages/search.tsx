/** Search over what the officer may read. It happens in her browser, since the server cannot read any of it. */
import { useDeferredValue, useMemo, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import casesStyles from '#interface/styles/cases.css?url';
import { asCivilDate, civilDate, formatDate } from '#platform/calendar/bangkok.ts';
import { nameIn, stages } from '../case.ts';
import { casesText } from '../text.ts';
import { type Building, useCaseSearch } from './use-case-search.ts';
import { useOfficeKeys } from './use-office-keys.ts';

/** Shows sealed matter. */
export const handle = { sealed: true };

export const links = () => [{ rel: 'stylesheet', href: casesStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = requireOfficer(context, request);
  return { locale, topics: await app.cases.listTopics(civilDate(app.ground.now())) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = casesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.search.title) }];
};

export default function Search() {
  const { locale, topics } = useLoaderData<typeof loader>();
  const text = casesText(locale);
  const words = text.search;
  const building = useCaseSearch();
  useOfficeKeys();
  // The words searched for stay out of the address, which a server's log or a shoulder could see; the filters are codes.
  const [query, setQuery] = useState('');
  const [address, setAddress] = useSearchParams();
  const stage = address.get('stage') ?? '';
  const topic = address.get('topic') ?? '';
  const asked = useDeferredValue(query);
  const results = useMemo(
    () => (building.search && building.read >= 0 ? building.search.find(asked, { stage, topic }) : []),
    [building.search, building.read, asked, stage, topic],
  );
  const filter = (name: string, value: string) =>
    setAddress(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <search className="search-form">
        <div className="field">
          <label htmlFor="query">{words.label}</label>
          <p className="hint" id="query-hint">
            {words.hint}
          </p>
          <input
            id="query"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="query-hint"
            // biome-ignore lint/a11y/noAutofocus: the page has one purpose
            autoFocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <div className="filters">
          <label>
            {words.stage}
            <select value={stage} onChange={(event) => filter('stage', event.target.value)}>
              <option value="">{words.allStages}</option>
              {stages.map((one) => (
                <option key={one} value={one}>
                  {text.stages[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {text.work.topic}
            <select value={topic} onChange={(event) => filter('topic', event.target.value)}>
              <option value="">{text.work.allTopics}</option>
              {topics.map((one) => (
                <option key={one.code} value={one.code}>
                  {nameIn(locale, one)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </search>
      <BuildingLine building={building} text={text} />
      {asked.trim() === '' || !building.search ? null : (
        <section aria-live="polite">
          <p className="soft">{results.length > 0 ? words.results(results.length) : words.nothing}</p>
          <ol className="results">
            {results.map((found) => {
              const about = topics.find(({ code }) => code === found.topic);
              return (
                <li key={found.id}>
                  <Link className="case-link" to={`/office/cases/${found.id}`}>
                    {found.title || found.number}
                  </Link>
                  <p className="said">{found.snippet}</p>
                  <p className="soft small row-facts">
                    <span className="mono">{found.number}</span>
                    <span>{text.stages[found.stage]}</span>
                    {about ? <span>{nameIn(locale, about)}</span> : null}
                    <span>{formatDate(asCivilDate(found.receivedOn), locale, 'short')}</span>
                  </p>
                </li>
              );
            })}
          </ol>
        </section>
      )}
    </>
  );
}

function BuildingLine({ building, text }: { building: Building; text: ReturnType<typeof casesText> }) {
  const words = text.search;
  return (
    <div className="small soft" role="status">
      {building.state === 'locked' ? <p>{words.locked}</p> : null}
      {building.state === 'reading' ? <p>{words.reading(building.read)}</p> : null}
      {building.state === 'ready' ? <p>{words.ready(building.read)}</p> : null}
      {building.skipped > 0 ? <p>{words.skipped(building.skipped)}</p> : null}
      {building.state === 'failed' ? (
        <p className="row">
          <span className="problem">{words.failed}</span>
          <button type="button" className="button" onClick={building.retry}>
            {words.retry}
          </button>
        </p>
      ) : null}
    </div>
  );
}
