/** /office/ethics/matters/:id: finding, measures and handover of a breach; from advice, the way to a public question. */
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
import { DateField } from '#interface/fields/date-field.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { type Finding, findings } from '../matter.ts';
import { referText } from '../refer-text.ts';
import { mattersText } from '../text.ts';
import type { MatterView } from '../view-matter.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const view = isUuid(id) ? await app.ethics.matters.view(signedIn, id, locale) : undefined;
  if (!view) throw data({ locale }, { status: 404 });
  const isDone = new URL(request.url).searchParams.has('done');
  return { locale, view, isDone, ids: [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
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

function BreachCards() {
  const { locale, view, ids } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const words = mattersText(locale).matter;
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const { finding, measures, standing } = view;
  const handovers = view.handovers.filter(({ kind }) => kind === 'discipline');
  const mayAct = standing.stage === 'MEASURE' && finding?.finding === 'breach';
  return (
    <>
      <section className="card" aria-labelledby="finding">
        <h2 id="finding">{words.finding}</h2>
        {finding ? (
          <p>
            <strong>{words.findings[finding.finding]}</strong>
            {finding.standards.length > 0 ? `: ${finding.standards.join(', ')}` : null}{' '}
            <span className="soft small">{words.foundOn(day(finding.foundOn))}</span>
          </p>
        ) : (
          <p className="soft">{words.findingNone}</p>
        )}
        {standing.stage === 'FINDING' ? (
          <Form method="post" key={ids[0]}>
            <input type="hidden" name="what" value="finding" />
            <input type="hidden" name="id" value={ids[0]} />
            <fieldset>
              <legend>{words.recordFinding}</legend>
              {findings.map((one) => (
                <label key={one} className="choice">
                  <input type="radio" name="finding" value={one} required />
                  <span>{words.findings[one]}</span>
                </label>
              ))}
            </fieldset>
            <fieldset>
              <legend>{words.standards}</legend>
              {view.standards.map((standard) => (
                <label key={standard.code} className="choice">
                  <input type="checkbox" name="standards" value={standard.code} />
                  <span>
                    {standard.name}
                    <small>
                      {standard.basis}{' '}
                      {standard.unconfirmed ? <span className="tag warn">{words.unconfirmed}</span> : null}
                    </small>
                  </span>
                </label>
              ))}
            </fieldset>
            <button type="submit" className="button main" disabled={isBusy}>
              {words.recordFinding}
            </button>
          </Form>
        ) : null}
      </section>
      <section className="card" aria-labelledby="measures">
        <h2 id="measures">{words.measures}</h2>
        {measures.length === 0 ? <p className="soft">{words.measuresNone}</p> : null}
        <ul>
          {measures.map(({ id, name, takenOn }) => (
            <li key={id}>
              {name} · {day(takenOn)}
            </li>
          ))}
        </ul>
        {mayAct ? (
          <Form method="post" key={ids[1]}>
            <input type="hidden" name="what" value="measure" />
            <input type="hidden" name="id" value={ids[1]} />
            <fieldset>
              <legend>{words.measure}</legend>
              {view.possibleMeasures.map((one) => (
                <label key={one.code} className="choice">
                  <input type="radio" name="measure" value={one.code} required />
                  <span>
                    {one.name}
                    <small>
                      {one.basis}{' '}
                      {one.unconfirmed ? <span className="tag warn">{words.unconfirmed}</span> : null}
                    </small>
                  </span>
                </label>
              ))}
            </fieldset>
            <DateField
              name="takenOn"
              label={words.takenOn}
              locale={locale}
              defaultValue={view.today}
              required
            />
            <button type="submit" className="button main" disabled={isBusy}>
              {words.recordMeasure}
            </button>
          </Form>
        ) : null}
      </section>
      <section className="card" aria-labelledby="handovers">
        <h2 id="handovers">{words.handovers}</h2>
        <p className="hint">{words.handoverHint}</p>
        {handovers.length === 0 ? <p className="soft">{words.handoverNone}</p> : null}
        <ul>
          {handovers.map(({ id, to, handedOn }) => (
            <li key={id}>
              {'caseId' in to ? (
                <Link to={`/office/cases/${to.caseId}`}>{words.toCase(to.number)}</Link>
              ) : (
                words.toLetter(to.letter)
              )}{' '}
              · {day(handedOn)}
            </li>
          ))}
        </ul>
        {mayAct ? (
          <Form method="post" key={ids[2]}>
            <input type="hidden" name="what" value="handover" />
            <input type="hidden" name="id" value={ids[2]} />
            {(['toNumber', 'letter'] as const).map((name) => (
              <div className="field" key={name}>
                <label htmlFor={name}>{words[name]}</label>
                <p className="hint" id={`${name}-hint`}>
                  {words[`${name}Hint`]}
                </p>
                <input
                  id={name}
                  name={name}
                  maxLength={100}
                  autoComplete="off"
                  aria-describedby={`${name}-hint`}
                  defaultValue={asked?.typed[name]}
                />
              </div>
            ))}
            <DateField
              name="handedOn"
              label={words.handedOn}
              locale={locale}
              defaultValue={view.today}
              required
            />
            <button type="submit" className="button" disabled={isBusy}>
              {words.handOver}
            </button>
          </Form>
        ) : null}
      </section>
    </>
  );
}
