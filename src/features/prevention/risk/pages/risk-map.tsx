/** /office/risks/:id: the matrix, the risks behind it, the map's way and its papers. Filters stand in the address. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDue, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { spread } from '../risk-rules.ts';
import { type RiskText, riskText } from '../text.ts';
import { actOnMap, problemOf } from './act-on-map.ts';
import { MapHistory, MapPapers } from './map-foot.tsx';
import { MapRisks } from './map-risks.tsx';
import { MapSteps } from './map-steps.tsx';
import { RiskMatrix } from './matrix.tsx';
import { StateTag, UnconfirmedTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.risks.view(signedIn, params['id'] ?? '', locale);
  // One for each form of the page, so that a form sent twice acts once.
  const ids = { step: crypto.randomUUID(), version: crypto.randomUUID() };
  return data({ locale, view, ids }, { status: view ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 256 * 1024);
  if (!form) return data({ code: 'malformed' as const, fields: [] }, { status: 409 });
  const { outcome, to } = await actOnMap(app, signedIn, params['id'] ?? '', form);
  return outcome.ok ? redirect(to) : problemOf(outcome);
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>>['data'] }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  const map = loaderData?.view?.map;
  return [{ title: text.title(map ? text.mapOfYear(map.kind, map.fiscalYear) : text.heading) }];
};

export default function RiskMapPage() {
  const { locale, view, ids } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [query] = useSearchParams();
  const text = riskText(locale);
  const back = (
    <p className="small">
      <Link to="/office/risks">{text.map.back}</Link>
    </p>
  );
  if (!view)
    return (
      <>
        {back}
        <h1>{text.heading}</h1>
        <p className="card empty">{text.problems['not-found']}</p>
      </>
    );
  const { map, framework, risks, centre, may, closings, today } = view;
  const [likelihood, impact] = (query.get('cell') ?? '').split('-').map(Number);
  const cellAddress = (cell: { likelihood: number; impact: number }) => {
    const next = new URLSearchParams(query);
    next.delete('done');
    const isChosen = cell.likelihood === likelihood && cell.impact === impact;
    if (isChosen) next.delete('cell');
    else next.set('cell', `${cell.likelihood}-${cell.impact}`);
    return `?${next}`;
  };
  const due = asCivilDate(closings.mapDue);
  const isHidden = map.state === 'draft' && !may.map && risks.length === 0;
  return (
    <>
      {back}
      <Done text={text} done={query.get('done')} />
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem.code]} {problem.fields.join(', ')}
        </p>
      ) : null}
      <p className="small">
        <StateTag state={map.state} locale={locale} />{' '}
        {map.publishedAt ? <span className="tag deep">{text.isPublished}</span> : null}{' '}
        <span className="soft">
          {centre.name}
          {map.version > 1 ? ` · ${text.version(map.version)}` : ''}
        </span>
      </p>
      <h1>
        {text.kinds[map.kind]} {formatFiscalYear(map.fiscalYear, locale)}
      </h1>
      <p className="soft small">
        {text.map.framework(framework.name[locale], framework.version)}{' '}
        {framework.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
        {may.map || map.state === 'draft' ? (
          <>
            <br />
            {text.map.due(formatDate(due, locale), formatDue(due, asCivilDate(today), locale))}
          </>
        ) : null}
      </p>
      {map.changeReason ? (
        <p className="note">
          {text.map.changeReason}: <span lang="th">{map.changeReason}</span>
        </p>
      ) : null}
      <LastReturn view={view} locale={locale} />
      <p className="row">
        {may.map ? (
          <Link className="button main" to={`/office/risks/${map.id}/risk/new`}>
            {text.map.add}
          </Link>
        ) : null}
        {may.map || may['start-version'] ? (
          <Link className="button" to={`/office/risks/${map.id}/ideas`}>
            {text.map.ideas}
          </Link>
        ) : null}
        {map.state === 'approved' ? (
          <Link className={may.report ? 'button main' : 'button'} to={`/office/risks/${map.id}/results`}>
            {text.map.results}
          </Link>
        ) : null}
        {may.verify && map.state !== 'draft' ? (
          <Link className="button" to={`/office/risks/${map.id}/review`}>
            {text.map.review}
          </Link>
        ) : null}
      </p>
      {isHidden ? <p className="card empty">{text.list.hidden}</p> : null}
      {may.map && map.state === 'draft' ? <p className="small soft">{text.map.onlyYours}</p> : null}
      {isHidden ? null : (
        <div className="map-columns">
          <RiskMatrix
            locale={locale}
            scheme={framework.scheme}
            counts={spread(framework.scheme, risks)}
            to={cellAddress}
            chosen={likelihood && impact ? { likelihood, impact } : undefined}
          />
          <MapSteps {...{ locale, view, ids }} />
        </div>
      )}
      {isHidden ? null : <MapRisks {...{ locale, view, query }} />}
      <MapPapers {...{ locale, view }} />
      <MapHistory {...{ locale, view }} />
    </>
  );
}

function Done({ text, done }: { readonly text: RiskText; readonly done: string | null }) {
  if (!done || !Object.hasOwn(text.done, done)) return null;
  return (
    <p className="note good" role="status">
      {text.done[done as keyof typeof text.done]}
    </p>
  );
}

type ViewProps = {
  readonly locale: Locale;
  readonly view: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>;
};

/** Why it came back, for whoever mends it. */
function LastReturn({ view, locale }: ViewProps) {
  const text = riskText(locale);
  const last = view.steps.findLast(({ step }) => step === 'returned');
  if (view.map.state !== 'returned' || !last) return null;
  return (
    <div className="note warn">
      <p>
        <strong>{text.states.returned}</strong>
      </p>
      {last.reason ? (
        <p className="kept-lines" lang="th">
          {last.reason}
        </p>
      ) : null}
    </div>
  );
}
