/** /office/disclosure/:code/:year: a centre's year: how ready it is, what to do next, every item. */
import { useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { ProgressBar } from '#interface/charts/progress-bar.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { statusOf } from '../outcome.ts';
import { disclosureText } from '../text.ts';
import { UnconfirmedTag } from './disclosure-tags.tsx';
import { ItemTable } from './item-table.tsx';
import { NextSteps } from './next-steps.tsx';
import { YearChoice } from './year-choice.tsx';

export const links = () => [{ rel: 'stylesheet', href: chartStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const code = params['code'] ?? '';
  const year = Number(params['year']);
  const view = await app.disclosure.view(signedIn, code, year, locale);
  if (!view) throw redirect('/office/disclosure');
  if (view.fiscalYear !== year) throw redirect(`/office/disclosure/${code}/${view.fiscalYear}`);
  const calendar = await app.duties.list(signedIn, year, locale);
  const due = calendar.lines
    .filter(({ duty }) => duty.code === 'DISCLOSURE' || duty.code === 'ASSESSMENT_END')
    .map(({ duty, due: on }) => ({
      code: duty.code,
      name: locale === 'en' ? duty.nameEn : duty.nameTh,
      on,
      isConfirmed: duty.isConfirmed,
    }));
  const isChecking = view.run !== undefined && view.run.finishedAt === undefined;
  return {
    locale,
    ...view,
    me: signedIn.person.id,
    due,
    isChecking,
    checkId: crypto.randomUUID(),
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 4 * 1024);
  if (!form) return data({ problem: 'malformed' as const }, { status: 400 });
  const outcome = await app.disclosure.check(signedIn, {
    id: textOf(form, 'id'),
    unitCode: params['code'] ?? '',
    fiscalYear: Number(params['year']),
  });
  return outcome.ok
    ? redirect(`/office/disclosure/${params['code']}/${params['year']}`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>> }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  const name = loaderData ? text.centre.of(loaderData.centre.name, loaderData.fiscalYear) : text.heading;
  return [{ title: text.title(name) }];
};

export default function CentrePage() {
  const view = useLoaderData<typeof loader>();
  const { locale, centre, fiscalYear, years, set, gaps, lines, readiness, before, band, pass, due } = view;
  const problem = useActionData<typeof action>()?.problem;
  const text = disclosureText(locale);
  const words = text.centre;
  const path = `/office/disclosure/${centre.code}/${fiscalYear}`;
  return (
    <>
      <p className="small">
        <Link to="/office/disclosure">{text.heading}</Link>
      </p>
      <h1>{words.of(centre.name, fiscalYear)}</h1>
      <YearChoice
        locale={locale}
        years={years}
        year={fiscalYear}
        hrefOf={(year) => `/office/disclosure/${centre.code}/${year}`}
      />
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {set.status === 'unconfirmed' ? (
        <p className="note warn">
          <UnconfirmedTag locale={locale} /> {text.unconfirmedHint}
          {gaps.length > 0 ? ` ${text.gaps(gaps.join(', '))}` : ''}
        </p>
      ) : null}
      <div className="two-columns">
        <section className="card stack" aria-labelledby="figures">
          <h2 id="figures">
            {words.ready} {readiness.readyPercent} %
          </h2>
          <ProgressBar
            label={words.ready}
            locale={locale}
            value={readiness.ready}
            max={readiness.items}
            tone="good"
          />
          <ProgressBar label={words.met} locale={locale} value={readiness.met} max={readiness.items} />
          <p>
            {readiness.links === 0
              ? words.notChecked
              : readiness.broken > 0
                ? words.broken(readiness.broken, readiness.links)
                : words.noBroken(readiness.links)}
            {before && before.begun > 0
              ? ` · ${words.change(readiness.readyPercent - before.readyPercent)}`
              : ''}
          </p>
          <p>
            {words.estimate(readiness.estimate)}
            {band ? ` · ${words.band(locale === 'en' ? band.nameEn : band.nameTh)}` : ''}
            {pass ? ` (${words.pass(pass.fromPercent)})` : ''}{' '}
            {band?.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
          </p>
          <p className="hint">{words.ownEstimate}</p>
          <p className="hint">{text.notPurity}</p>
        </section>
        <section className="card stack" aria-labelledby="next">
          <h2 id="next">{words.next}</h2>
          <NextSteps locale={locale} view={view} path={path} />
          {due.length > 0 ? (
            <>
              <h3>{words.due}</h3>
              <ul className="plain-list rows">
                {due.map((one) => (
                  <li key={one.code}>
                    {formatDate(asCivilDate(one.on), locale)} · {one.name}{' '}
                    {one.isConfirmed ? null : <UnconfirmedTag locale={locale} />}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      </div>
      <CheckLinks locale={locale} view={view} />
      <h2 id="items">{words.items}</h2>
      <ItemTable locale={locale} lines={lines} path={path} />
      <p className="row small">
        <a href={`${locale === 'en' ? '/en' : ''}/disclosure/${centre.code}`}>{words.public}</a>
        <Link to={`/office/disclosure/sets/${set.id}`}>{words.source}</Link>
      </p>
    </>
  );
}

type CheckLinksProps = {
  readonly locale: Parameters<typeof disclosureText>[0];
  readonly view: Pick<
    Awaited<ReturnType<typeof loader>>,
    'run' | 'isChecking' | 'checkId' | 'mayWrite' | 'mayReview' | 'lines'
  >;
};

/** Asks for a look at all addresses, and shows how far it has come: the page renews itself while it runs. */
function CheckLinks({ locale, view }: CheckLinksProps) {
  const { run, isChecking, checkId, mayWrite, mayReview, lines } = view;
  const words = disclosureText(locale).centre;
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isChecking) return;
    const timer = setInterval(() => void revalidate(), 2_000);
    return () => clearInterval(timer);
  }, [isChecking, revalidate]);
  if (!lines.some(({ links: some }) => some.length > 0)) return null;
  return (
    <div className="card stack">
      {isChecking && run ? (
        <p role="status">{run.total > 0 ? words.checking(run.done, run.total) : words.checkAsked}</p>
      ) : (
        <>
          {run?.finishedAt ? (
            <p>{words.checked(formatDateTime(new Date(run.finishedAt), locale))}</p>
          ) : (
            <p>{words.notChecked}</p>
          )}
          {mayWrite || mayReview ? (
            <Form method="post">
              <input type="hidden" name="id" value={checkId} />
              <button type="submit" className="button">
                {words.check}
              </button>
            </Form>
          ) : null}
        </>
      )}
    </div>
  );
}
