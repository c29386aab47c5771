/** /office/risks/new: open this year's draft for a centre. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type RiskKind, riskKinds } from '../framework.ts';
import { inForce } from '../framework-rules.ts';
import { riskText } from '../text.ts';
import { UnconfirmedTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    /** Made here, so that a form sent twice begins once. */
    id: crypto.randomUUID(),
    ...(await app.risks.startChoices(signedIn, locale)),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 409 });
  const outcome = await app.risks.start(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    kind: textOf(form, 'kind') as RiskKind,
    fiscalYear: Number(textOf(form, 'fiscalYear')),
    framework: textOf(form, 'framework'),
    copyLast: form.has('copyLast'),
  });
  if (outcome.ok) return redirect(`/office/risks/${outcome.value.id}?done=started`);
  return data({ problem: outcome.code }, { status: outcome.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.start.heading) }];
};

export default function RiskNew() {
  const { locale, id, centres, years, thisYear, frameworks } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const [kind, setKind] = useState<RiskKind>('corruption');
  const [year, setYear] = useState(thisYear);
  const text = riskText(locale);
  const words = text.start;
  const offered = inForce(frameworks, kind, year);
  return (
    <>
      <p className="small">
        <Link to="/office/risks">{text.map.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {centres.length === 0 ? (
        <p className="note">{words.mayNot}</p>
      ) : (
        <Form method="post" className="narrow-form">
          <input type="hidden" name="id" value={id} />
          <div className="two-columns">
            <div className="field">
              <label htmlFor="unitId">{words.unit}</label>
              <select id="unitId" name="unitId">
                {centres.map((centre) => (
                  <option key={centre.unitId} value={centre.unitId}>
                    {centre.name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="fiscalYear">{text.list.year}</label>
              <select
                id="fiscalYear"
                name="fiscalYear"
                value={year}
                onChange={(event) => setYear(Number(event.target.value))}
              >
                {years.map((one) => (
                  <option key={one} value={one}>
                    {formatFiscalYear(one, locale)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="kind">{text.list.kind}</label>
              <select
                id="kind"
                name="kind"
                value={kind}
                onChange={(event) => setKind(event.target.value as RiskKind)}
              >
                {riskKinds.map((one) => (
                  <option key={one} value={one}>
                    {text.kinds[one]}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <fieldset key={`${kind} ${year}`}>
            <legend>{words.framework}</legend>
            {offered.length === 0 ? <p className="note warn">{words.noFramework}</p> : null}
            {offered.map((framework, at) => (
              <label className="choice" key={framework.code}>
                <input type="radio" name="framework" value={framework.code} defaultChecked={at === 0} />
                <span>
                  {framework.name[locale]}{' '}
                  {framework.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
                  <small>{words.force(framework.fromYear, framework.toYear)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <label className="choice">
            <input type="checkbox" name="copyLast" defaultChecked />
            <span>
              {words.copyLast}
              <small>{words.copyHint}</small>
            </span>
          </label>
          <button type="submit" className="button act" disabled={isBusy || offered.length === 0}>
            {words.begin}
          </button>
        </Form>
      )}
    </>
  );
}
