/** /office/risks/:id/results?half=6|12: what was done about each risk, and what risk remains. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDue } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Half } from '../risk.ts';
import { owesResult } from '../risk-rules.ts';
import { riskText } from '../text.ts';
import { ResultForm } from './result-form.tsx';
import { UnconfirmedTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.risks.view(signedIn, params['id'] ?? '', locale);
  if (!view) return data({ locale, page: undefined }, { status: 404 });
  const { map, framework, may, closings, today } = view;
  const risks = view.risks
    .filter((risk) => owesResult(framework.scheme, risk))
    /** Made here, so that a result sent twice is entered once; anew after each saving. */
    .map((risk) => ({ risk, id: crypto.randomUUID() }));
  return {
    locale,
    page: { map, framework, mayReport: may.report, closings, today, risks, results: view.results },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form)
    return data({ risk: '', code: 'malformed' as const, fields: [] as readonly string[] }, { status: 409 });
  const names = [
    'id',
    'half',
    'progress',
    'done',
    'measured',
    'evidence',
    'controlQuality',
    'likelihood',
    'impact',
  ] as const;
  const words = Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<
    (typeof names)[number],
    string
  >;
  const risk = textOf(form, 'risk');
  const outcome = await app.risks.reportResult(signedIn, {
    ...words,
    riskId: risk,
    mapId: params['id'] ?? '',
  });
  if (outcome.ok) return { risk, code: undefined, fields: [] as readonly string[] };
  return data(
    { risk, code: outcome.code, fields: outcome.fields ?? [] },
    { status: outcome.code === 'forbidden' ? 403 : 409 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.results.heading) }];
};

export default function RiskResults() {
  const { locale, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const text = riskText(locale);
  const words = text.results;
  if (!page) return <p className="card empty">{text.problems['not-found']}</p>;
  const { map, framework, mayReport, closings, today, risks, results } = page;
  const hasHalf = risks.every(({ risk }) => results.some((one) => one.riskId === risk.id && one.half === 6));
  const half: Half = query.has('half') ? (query.get('half') === '12' ? 12 : 6) : hasHalf ? 12 : 6;
  const closes = asCivilDate(half === 6 ? closings.half : closings.year);
  const reported = risks.filter(({ risk }) =>
    results.some((one) => one.riskId === risk.id && one.half === half),
  ).length;
  return (
    <>
      <p className="small">
        <Link to={`/office/risks/${map.id}`}>{text.mapOfYear(map.kind, map.fiscalYear)}</Link>
      </p>
      <h1>{words.heading}</h1>
      <nav className="row state-filter" aria-label={words.heading}>
        {([6, 12] as const).map((one) => (
          <Link
            key={one}
            className="button"
            to={`?half=${one}`}
            aria-current={one === half ? 'true' : undefined}
          >
            {words.halves[one]}
          </Link>
        ))}
      </nav>
      <p>
        {words.closes(formatDate(closes, locale), formatDue(closes, asCivilDate(today), locale))}{' '}
        {framework.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
        <br />
        <strong role="status">{words.progress(reported, risks.length)}</strong>
      </p>
      <p className="soft small measure">{words.lead}</p>
      {map.state !== 'approved' ? (
        <p className="note">{words.onlyApproved}</p>
      ) : risks.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <>
          {mayReport ? null : <p className="note">{words.noRight}</p>}
          {risks.map(({ risk, id }) => (
            <ResultForm
              key={`${risk.id} ${half}`}
              {...{ locale, risk, id, half, mayReport, scheme: framework.scheme }}
              result={results.find((one) => one.riskId === risk.id && one.half === half)}
              before={results.find((one) => one.riskId === risk.id && one.half === 6)}
              answer={answer?.risk === risk.id ? answer : undefined}
            />
          ))}
        </>
      )}
    </>
  );
}
