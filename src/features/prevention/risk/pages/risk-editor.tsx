/** /office/risks/:id/risk/:risk (or new): one risk on one screen; by keyboard alone if one likes; what is typed is kept. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { RiskWords } from '../risk.ts';
import { riskText } from '../text.ts';
import { problemOf } from './act-on-map.ts';
import { RiskForm } from './risk-form.tsx';
import { RiskReading } from './risk-reading.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.risks.view(signedIn, params['id'] ?? '', locale);
  const asked = params['risk'] ?? '';
  const risk = view?.risks.find(({ id }) => id === asked);
  if (!view || (asked !== 'new' && !risk)) return data({ locale, page: undefined }, { status: 404 });
  const code = new URL(request.url).searchParams.get('form');
  const forms = await app.risks.forms(locale);
  const form = risk ? undefined : forms.find((one) => one.code === code);
  const at = view.risks.findIndex(({ id }) => id === asked);
  const earlier = risk ? view.results.filter(({ riskId }) => riskId === risk.id) : [];
  return {
    locale,
    page: {
      /** Made here, so that a form sent twice enters one risk. */
      id: risk?.id ?? crypto.randomUUID(),
      mapId: view.map.id,
      fiscalYear: view.map.fiscalYear,
      kind: view.map.kind,
      isOpen: view.may.map,
      scheme: view.framework.scheme,
      risk,
      from: form ? wordsOf(form) : undefined,
      formTitle: form?.title,
      forms: forms.map(({ code, title }) => ({ code, title })),
      gaps: risk ? (view.gaps[risk.id] ?? []) : [],
      remark: risk && view.remarks.find((one) => one.risk === risk.lineage)?.text,
      results: earlier,
      previous: at > 0 ? view.risks[at - 1]!.id : undefined,
      next: at >= 0 ? view.risks[at + 1]?.id : undefined,
    },
  };
}

/** A form of the library as the beginning of a risk, to be fitted by its writer. */
function wordsOf(form: {
  code: string;
  title: string;
  how: string;
  weak: readonly string[];
  helped: readonly string[];
}): Partial<RiskWords> {
  return {
    event: form.title,
    how: form.how,
    cause: form.weak.join('\n'),
    treatment: form.helped.join('\n'),
    typology: form.code,
    isKnown: true,
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 128 * 1024);
  if (!form) return problemOf({ code: 'malformed' });
  const mapId = params['id'] ?? '';
  const names = [
    'id',
    'revision',
    'domain',
    'process',
    'step',
    'event',
    'who',
    'how',
    'cause',
    'control',
    'controlQuality',
    'likelihood',
    'impact',
    'treatment',
    'owner',
    'indicator',
    'typology',
  ] as const;
  const words = Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<
    (typeof names)[number],
    string
  >;
  const outcome = await app.risks.saveRisk(signedIn, {
    ...words,
    dueOn: dateText(form, 'dueOn'),
    mapId,
    isKnown: textOf(form, 'isKnown') !== 'no',
  });
  if (!outcome.ok) return problemOf(outcome);
  return redirect(
    textOf(form, 'then') === 'next'
      ? `/office/risks/${mapId}/risk/new?done=saved`
      : `/office/risks/${mapId}?done=saved`,
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.editor.viewHeading) }];
};

export default function RiskEditor() {
  const { locale, page } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = riskText(locale);
  if (!page)
    return (
      <>
        <p className="small">
          <Link to="/office/risks">{text.map.back}</Link>
        </p>
        <h1>{text.editor.viewHeading}</h1>
        <p className="card empty">{text.problems['not-found']}</p>
      </>
    );
  const heading = page.isOpen
    ? page.risk
      ? text.editor.editHeading
      : text.editor.newHeading
    : text.editor.viewHeading;
  return (
    <>
      <p className="small row">
        <Link to={`/office/risks/${page.mapId}`}>{text.mapOfYear(page.kind, page.fiscalYear)}</Link>
        {page.previous ? (
          <Link to={`/office/risks/${page.mapId}/risk/${page.previous}`}>← {text.editor.previous}</Link>
        ) : null}
        {page.next ? (
          <Link to={`/office/risks/${page.mapId}/risk/${page.next}`}>{text.editor.next} →</Link>
        ) : null}
      </p>
      <h1>{heading}</h1>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem.code]}
        </p>
      ) : null}
      {page.remark ? (
        <p className="note warn">
          {text.map.remark}: <span lang="th">{page.remark}</span>
        </p>
      ) : null}
      {page.isOpen ? (
        <RiskForm key={page.id} {...{ locale, page }} wrong={problem?.fields ?? []} />
      ) : page.risk ? (
        <>
          <p className="note">{text.editor.readOnly}</p>
          <RiskReading {...{ locale, risk: page.risk, scheme: page.scheme, results: page.results }} />
        </>
      ) : (
        <p className="note">{text.editor.readOnly}</p>
      )}
    </>
  );
}
