/** My work: what the centre has to do, in the order of the clock, with the reason of each date. */
import { type ReactNode, useCallback, useRef } from 'react';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import casesStyles from '#interface/styles/cases.css?url';
import { nameIn } from '../case.ts';
import type { WorkFilter } from '../list-work.ts';
import { casesText } from '../text.ts';
import { StageLinks } from './stage-links.tsx';
import { useOfficeKeys } from './use-office-keys.ts';
import { useTitles } from './use-titles.ts';
import { addressOf } from './work-address.ts';
import { WorkRowLine } from './work-row.tsx';

/** Shows sealed matter. */
export const handle = { sealed: true };

export const links = () => [{ rel: 'stylesheet', href: casesStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const page = await app.cases.listWork(signedIn, new URL(request.url).searchParams);
  return { locale, page, hasRole: signedIn.actor.caseUnits.length > 0 };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = casesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.work.title) }];
};

export default function Work() {
  const { locale, page, hasRole } = useLoaderData<typeof loader>();
  const text = casesText(locale);
  const words = text.work;
  const titleOf = useTitles(page.rows);
  const list = useRef<HTMLTableSectionElement>(null);
  useOfficeKeys(useCallback((key: string) => moveFocus(list.current, key), []));
  const { filter } = page;
  const filtered = Boolean(filter.stage || filter.topic || filter.mine || filter.centre);
  if (!hasRole) return <Empty title={words.noRole} />;
  return (
    <>
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <StageLinks page={page} text={text} />
      <Filters {...{ page, locale, text, filtered }} />
      {page.rows.length === 0 ? (
        <Empty title={filtered || filter.after ? words.emptyFiltered : words.emptyTitle}>
          {filtered || filter.after ? (
            <Link className="button" to="/office/work">
              {words.clear}
            </Link>
          ) : (
            <>
              <p>{words.emptyBody}</p>
              <Link className="button" to="/office/keys">
                {words.emptyKeys}
              </Link>
            </>
          )}
        </Empty>
      ) : (
        <table className="stacked queue">
          <thead>
            <tr>
              <th scope="col">{words.due}</th>
              <th scope="col">{words.matter}</th>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.received}</th>
            </tr>
          </thead>
          <tbody ref={list}>
            {page.rows.map((row) => (
              <WorkRowLine key={row.id} {...{ row, page, locale, text }} title={titleOf(row)} />
            ))}
          </tbody>
        </table>
      )}
      <p className="row">
        {page.next ? (
          <Link className="button" to={addressOf(filter, { after: page.next })}>
            {words.next}
          </Link>
        ) : null}
        {filter.after ? <Link to={addressOf(filter, { after: undefined })}>{words.first}</Link> : null}
      </p>
      <p className="soft small keyboard-hint">{words.keyboard}</p>
    </>
  );
}

type FiltersProps = {
  readonly page: Awaited<ReturnType<typeof loader>>['page'];
  readonly locale: 'th' | 'en';
  readonly text: ReturnType<typeof casesText>;
  readonly filtered: boolean;
};

function Filters({ page, locale, text, filtered }: FiltersProps) {
  const words = text.work;
  const { filter } = page;
  return (
    <Form method="get" className="filters" role="search" aria-label={words.filters} key={keyOf(filter)}>
      {filter.stage ? <input type="hidden" name="stage" value={filter.stage} /> : null}
      <label>
        {words.topic}
        <select name="topic" defaultValue={filter.topic ?? ''}>
          <option value="">{words.allTopics}</option>
          {page.topics.map((topic) => (
            <option key={topic.code} value={topic.code}>
              {nameIn(locale, topic)}
            </option>
          ))}
        </select>
      </label>
      {page.centres.length > 0 ? (
        <label>
          {words.centre}
          <select name="centre" defaultValue={filter.centre ?? ''}>
            <option value="">{words.allCentres}</option>
            {page.centres.map((centre) => (
              <option key={centre.code} value={centre.code}>
                {nameIn(locale, centre)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="tick">
        <input type="checkbox" name="mine" value="1" defaultChecked={filter.mine === '1'} />
        {words.mine}
      </label>
      <button type="submit" className="button">
        {words.apply}
      </button>
      {filtered ? <Link to="/office/work">{words.clear}</Link> : null}
    </Form>
  );
}

/** Fields take their first values anew when the address changes. */
const keyOf = (filter: WorkFilter) => [filter.stage, filter.topic, filter.mine, filter.centre].join('/');

function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty card">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** j and k go down and up the rows; Enter follows the focused link by itself. */
function moveFocus(list: HTMLElement | null, key: string): boolean {
  if (key !== 'j' && key !== 'k') return false;
  const rows = [...(list?.querySelectorAll<HTMLElement>('a.case-link') ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0);
  rows[next]?.focus();
  return true;
}
