/** /office/risks/:id/review: the map beside the last approved one, remarks on single risks, and the decision. */
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
  useSearchParams,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import { type RiskField, textLimits } from '../risk.ts';
import type { RiskChange } from '../risk-rules.ts';
import { riskText } from '../text.ts';
import { actOnMap, problemOf } from './act-on-map.ts';
import { fieldName, RiskReading, shownField } from './risk-reading.tsx';
import { BandTag, StateTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.risks.review(signedIn, params['id'] ?? '', locale);
  const isOwn = view?.map.submittedBy === signedIn.person.id;
  return data({ locale, view, isOwn, id: crypto.randomUUID() }, { status: view ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 512 * 1024);
  if (!form) return problemOf({ code: 'malformed' });
  const { outcome, to } = await actOnMap(app, signedIn, params['id'] ?? '', form);
  return outcome.ok ? redirect(to) : problemOf(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.review.heading) }];
};

const kinds = ['added', 'changed', 'removed', 'same'] as const;

export default function RiskReview() {
  const { locale, view, isOwn, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [query] = useSearchParams();
  const isBusy = useNavigation().state !== 'idle';
  const text = riskText(locale);
  const words = text.review;
  if (!view) return <p className="card empty">{text.problems['not-found']}</p>;
  const { map, centre, changes, against, framework, next } = view;
  const shown = kinds.find((kind) => kind === query.get('show'));
  const count = (kind: RiskChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const decides = next.includes('verified') || next.includes('returned');
  return (
    <>
      <p className="small">
        <Link to={`/office/risks/${map.id}`}>{text.mapOfYear(map.kind, map.fiscalYear)}</Link>
      </p>
      <p className="small">
        <StateTag state={map.state} locale={locale} /> <span className="soft">{centre.name}</span>
      </p>
      <h1>{words.heading}</h1>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem.code]}
        </p>
      ) : null}
      <p className="note">
        {against ? (
          <Link to={`/office/risks/${against.id}`}>{words.against(against.fiscalYear, against.version)}</Link>
        ) : (
          words.first
        )}
        <br />
        {words.summary(count('added'), count('changed'), count('removed'), count('same'))}
      </p>
      <nav className="row state-filter" aria-label={words.show}>
        <Link className="button" to="?" aria-current={shown ? undefined : 'true'}>
          {text.list.all} ({changes.length})
        </Link>
        {kinds.map((kind) => (
          <Link
            key={kind}
            className="button"
            to={`?show=${kind}`}
            aria-current={shown === kind ? 'true' : undefined}
          >
            {words.kinds[kind]} ({count(kind)})
          </Link>
        ))}
      </nav>
      <Form method="post" className="stack">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="revision" value={map.revision} />
        {changes.every(({ kind }) => shown && kind !== shown) ? (
          <p className="card empty">{words.nothing}</p>
        ) : null}
        {changes.map((change) => (
          <Change
            key={change.kind === 'removed' ? change.before.id : change.after.id}
            {...{ change, locale, scheme: framework.scheme, mayRemark: next.includes('returned') }}
            isShown={!shown || change.kind === shown}
          />
        ))}
        {decides ? (
          <section className="card" aria-labelledby="decide">
            <h2 id="decide">{words.heading}</h2>
            <div className="field">
              <label htmlFor="reason">{words.reason}</label>
              <p className="hint" id="reason-hint">
                {text.stepHints.returned}
              </p>
              <textarea
                id="reason"
                name="reason"
                className="short"
                maxLength={2000}
                aria-describedby="reason-hint"
              />
            </div>
            <p className="row">
              {next.includes('verified') ? (
                <button
                  type="submit"
                  name="intent"
                  value="verified"
                  className="button main"
                  disabled={isBusy}
                >
                  {text.steps.verified}
                </button>
              ) : null}
              {next.includes('returned') ? (
                <button type="submit" name="intent" value="returned" className="button" disabled={isBusy}>
                  {text.steps.returned}
                </button>
              ) : null}
            </p>
            {next.includes('verified') ? <p className="hint">{text.stepHints.verified}</p> : null}
          </section>
        ) : (
          <p className="note">{isOwn ? words.own : words.notNow}</p>
        )}
      </Form>
    </>
  );
}

type ChangeProps = {
  readonly change: RiskChange;
  readonly locale: Locale;
  readonly scheme: Scheme;
  readonly mayRemark: boolean;
  /** Hidden ones stay in the form, so that a remark typed before filtering is sent too. */
  readonly isShown: boolean;
};

const tones = { added: 'tag good', changed: 'tag warn', removed: 'tag', same: 'tag' } as const;

function Change({ change, locale, scheme, mayRemark, isShown }: ChangeProps) {
  const text = riskText(locale);
  const words = text.review;
  const risk = change.kind === 'removed' ? change.before : change.after;
  return (
    <article className="card change" hidden={!isShown}>
      <p className="row small">
        <span className={tones[change.kind]}>{words.kinds[change.kind]}</span>
        <BandTag scheme={scheme} band={risk.band} locale={locale} />
        {change.kind === 'changed' && change.before.band !== change.after.band ? (
          <span className="soft">
            {words.before}: <BandTag scheme={scheme} band={change.before.band} locale={locale} />
          </span>
        ) : null}
      </p>
      <h2 lang="th">{risk.event}</h2>
      {change.kind === 'changed' ? <Fields {...{ change, locale, scheme }} /> : null}
      <details open={change.kind === 'added' || undefined}>
        <summary>{text.editor.viewHeading}</summary>
        <RiskReading {...{ locale, risk, scheme, results: [] }} isBare />
      </details>
      {mayRemark && change.kind !== 'removed' ? (
        <div className="field">
          <label htmlFor={`remark-${risk.lineage}`}>
            {words.remarkLabel}
            <span className="visually-hidden">{words.remark(risk.event)}</span>
          </label>
          <input id={`remark-${risk.lineage}`} name={`remark-${risk.lineage}`} maxLength={1000} />
        </div>
      ) : null}
    </article>
  );
}

type FieldsProps = {
  readonly change: Extract<RiskChange, { kind: 'changed' }>;
  readonly locale: Locale;
  readonly scheme: Scheme;
};

/** Only what changed, before and now. */
function Fields({ change, locale, scheme }: FieldsProps) {
  const words = riskText(locale).review;
  const lang = (field: RiskField) => (field in textLimits ? 'th' : undefined);
  return (
    <table className="stacked diff">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.map((field) => (
          <tr key={field}>
            <th scope="row">{fieldName(locale, scheme, field)}</th>
            <td lang={lang(field)}>
              <span className="stacked-label">{words.before}: </span>
              <del>{shownField(locale, scheme, change.before, field) || words.empty}</del>
            </td>
            <td lang={lang(field)}>
              <span className="stacked-label">{words.after}: </span>
              <ins>{shownField(locale, scheme, change.after, field) || words.empty}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
