/** /office/ethics/matters/:id: finding, measures and handover of a breach; from advice, the way to a public question. */
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
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import type { Finding } from '../matter.ts';
import { referText } from '../refer-text.ts';
import { mattersText } from '../text.ts';
import type { MatterView } from '../view-matter.ts';
import { BreachCards } from './breach-cards.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const view = isUuid(id) ? await app.ethics.matters.view(signedIn, id, locale) : undefined;
  if (!view) throw data({ locale }, { status: 404 });
  const isDone = new URL(request.url).searchParams.has('done');
  return { locale, view, isDone, ids: Array.from({ length: 4 }, () => crypto.randomUUID()) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) throw new Response(null, { status: 413 });
  const caseId = params['id'] ?? '';
  const common = { id: textOf(form, 'id'), caseId };
  const what = textOf(form, 'what');
  const { matters } = app.ethics;
  const outcome =
    what === 'finding'
      ? await matters.recordFinding(signedIn, {
          ...common,
          finding: textOf(form, 'finding') as Finding,
          standards: form.getAll('standards').map(String),
        })
      : what === 'measure'
        ? await matters.recordMeasure(signedIn, {
            ...common,
            measure: textOf(form, 'measure'),
            takenOn: dateText(form, 'takenOn'),
          })
        : what === 'no-measure'
          ? await matters.recordNoMeasure(signedIn, { ...common, reason: textOf(form, 'reason') })
          : await matters.handOver(signedIn, {
              ...common,
              toNumber: textOf(form, 'toNumber'),
              letter: textOf(form, 'letter'),
              handedOn: dateText(form, 'handedOn'),
            });
  return outcome.ok
    ? redirect(`/office/ethics/matters/${caseId}?done`)
    : data(
        {
          problem: outcome.code,
          what,
          typed: { toNumber: textOf(form, 'toNumber'), letter: textOf(form, 'letter') },
        },
        { status: statusOf(outcome.code) },
      );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; view: MatterView } }) => {
  const text = mattersText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.matter.heading(loaderData?.view.standing.number ?? '')) }];
};

export default function Matter() {
  const { locale, view, isDone } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const text = mattersText(locale);
  const words = text.matter;
  const { standing } = view;
  return (
    <>
      <p className="no-print">
        <Link to="/office/ethics">← {text.back}</Link>
      </p>
      <h1>{words.heading(standing.number)}</h1>
      <p className="row">
        <span className="tag">{text.kinds[standing.matter]}</span>
        <span className="tag deep">{text.stages[standing.stage as keyof typeof text.stages]}</span>
        <Link to={`/office/cases/${standing.id}`}>{words.openCase}</Link>
      </p>
      <p className="soft measure">{words.lead}</p>
      {asked?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[asked.problem]}
        </p>
      ) : isDone ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      {standing.matter === 'ethics-advice' ? <AdviceCard view={view} locale={locale} /> : <BreachCards />}
      <ReferralCard view={view} locale={locale} />
    </>
  );
}

function AdviceCard({ view, locale }: { readonly view: MatterView; readonly locale: Locale }) {
  const words = mattersText(locale).matter;
  return (
    <section className="card" aria-labelledby="advice">
      <h2 id="advice">{words.advice}</h2>
      {view.questionId ? (
        <p>
          <Link to={`/office/ethics/questions/${view.questionId}`}>{words.seeQuestion}</Link>
        </p>
      ) : (
        <>
          <p className="hint">{words.writeHint}</p>
          {view.standing.stage === 'RECEIVED' ? null : (
            <Link className="button main" to={`/office/ethics/matters/${view.standing.id}/question`}>
              {words.writeQuestion}
            </Link>
          )}
        </>
      )}
    </section>
  );
}

/** Filed with the case officers: the link for who may read both ends, and to whoever filed it the day alone. */
function ReferralCard({ view, locale }: { readonly view: MatterView; readonly locale: Locale }) {
  const words = referText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const referred = view.handovers.filter(({ kind }) => kind === 'referral');
  return (
    <section className="card" aria-labelledby="referral">
      <h2 id="referral">{words.card}</h2>
      <p className="hint">{words.cardHint}</p>
      {referred.map(({ id, to, handedOn }) =>
        'caseId' in to ? (
          <p key={id}>
            <Link to={`/office/cases/${to.caseId}`}>{words.linked(to.number)}</Link> · {day(handedOn)}
          </p>
        ) : null,
      )}
      {view.ownReferrals.map((date, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two on one day differ by their place alone
        <p key={`${date} ${at}`} className="soft">
          {words.own(day(date))}
        </p>
      ))}
      <Link className="button" to={`/office/ethics/matters/${view.standing.id}/refer`}>
        {words.open}
      </Link>
    </section>
  );
}
