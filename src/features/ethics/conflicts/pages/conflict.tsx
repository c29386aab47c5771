/** /office/conflicts/:id: one declaration and what the superior decided. */
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
import ethicsStyles from '#interface/styles/ethics.css?url';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { actions, type ConflictView } from '../conflict.ts';
import { conflictsText } from '../text.ts';
import { ConflictTag } from './conflict-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const conflict = isUuid(id) ? await app.ethics.conflicts.view(signedIn, id, locale) : undefined;
  const asked = new URL(request.url).searchParams.get('done');
  const done = (['declare', 'decide'] as const).find((act) => act === asked);
  return data({ locale, conflict, done, actId: crypto.randomUUID() }, { status: conflict ? 200 : 404 });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const conflictId = params['id'] ?? '';
  const chosen = actions.find((each) => each === textOf(form, 'action'));
  if (!chosen) return data({ problem: 'malformed' as const }, { status: 422 });
  const outcome = await app.ethics.conflicts.decide(signedIn, {
    id: textOf(form, 'id'),
    conflictId,
    action: chosen,
    reasons: textOf(form, 'reasons'),
  });
  return outcome.ok
    ? redirect(`/office/conflicts/${conflictId}?done=decide`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; conflict?: ConflictView } }) => {
  const text = conflictsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.conflict?.about ?? text.heading) }];
};

export default function ConflictPage() {
  const { locale, conflict, done, actId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = conflictsText(locale);
  const { view } = text;
  const back = (
    <p className="small">
      <Link to="/office/conflicts">{text.back}</Link>
    </p>
  );
  if (!conflict)
    return (
      <>
        {back}
        <h1>{text.heading}</h1>
        <p className="note">{view.notFound}</p>
      </>
    );
  return (
    <>
      {back}
      <h1>{conflict.about}</h1>
      {done ? (
        <p className="note good" role="status">
          {view.done[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <p>
        {view.now}: <ConflictTag action={conflict.action} locale={locale} />
      </p>
      <Facts conflict={conflict} locale={locale} />
      {conflict.caseId ? (
        <p>
          <Link to={`/office/cases/${conflict.caseId}`}>{view.openCase}</Link>
        </p>
      ) : null}
      {conflict.decisions.length > 0 ? (
        <section aria-labelledby="history">
          <h2 id="history">{view.history}</h2>
          <ul className="plain-list rows">
            {conflict.decisions.map((decision) => (
              <li key={decision.id}>
                <ConflictTag action={decision.action} locale={locale} />{' '}
                <span className="small soft">
                  {view.by(decision.by, formatDateTime(new Date(decision.at), locale))}
                </span>
                <p className="kept-lines">{decision.reasons}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {conflict.isOwn && !conflict.action ? <p className="note">{view.ownMatter}</p> : null}
      {conflict.isMineToDecide ? (
        <Decide key={conflict.decisions.length} conflict={conflict} actId={actId} locale={locale} />
      ) : null}
    </>
  );
}

type PartProps = { readonly conflict: ConflictView; readonly locale: Locale };

function Facts({ conflict, locale }: PartProps) {
  const text = conflictsText(locale);
  const { facts } = text.view;
  const choice = (chosen: ConflictView['relation']) =>
    chosen ? (
      <>
        {locale === 'th' ? chosen.nameTh : chosen.nameEn}
        <div className="small soft">
          {locale === 'th' ? chosen.basisTh : chosen.basisEn}{' '}
          {chosen.status === 'unconfirmed' ? <span className="tag warn">{text.unconfirmed}</span> : null}
        </div>
      </>
    ) : null;
  return (
    <dl className="short-facts">
      <dt>{facts.matter}</dt>
      <dd>{text.matters[conflict.matter]}</dd>
      <dt>{facts.relation}</dt>
      <dd>{choice(conflict.relation)}</dd>
      <dt>{facts.interest}</dt>
      <dd>{choice(conflict.interest)}</dd>
      <dt>{facts.detail}</dt>
      <dd className="kept-lines">{conflict.detail}</dd>
      <dt>{facts.person}</dt>
      <dd>{conflict.person}</dd>
      <dt>{facts.centre}</dt>
      <dd>{conflict.unitName}</dd>
      <dt>{facts.declared}</dt>
      <dd>{formatDateTime(new Date(conflict.declaredAt), locale)}</dd>
    </dl>
  );
}

function Decide({ conflict, locale, actId }: PartProps & { readonly actId: string }) {
  const text = conflictsText(locale);
  const { view } = text;
  const [ownId] = useState(actId);
  const isBusy = useNavigation().state !== 'idle';
  const heading = conflict.decisions.length > 0 ? view.decideAgain : view.decideHeading;
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{heading}</h2>
      <Form method="post">
        <input type="hidden" name="id" value={ownId} />
        <fieldset>
          <legend>{view.now}</legend>
          {actions.map((action) => (
            <label key={action} className="choice">
              <input type="radio" name="action" value={action} required />
              <span>
                {text.actions[action]}
                <small>{text.actionHints[action]}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="reasons">{view.reasons}</label>
          <textarea id="reasons" name="reasons" className="short" required maxLength={2000} />
        </div>
        <button type="submit" className="button act" disabled={isBusy}>
          {view.decide}
        </button>
      </Form>
    </section>
  );
}
