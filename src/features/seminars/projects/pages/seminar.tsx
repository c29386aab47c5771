/** /office/seminars/:id: what the seminar is, where it stands, what comes next, and what happened. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { citizenPath } from '#interface/public-frame.tsx';
import seminarStyles from '#interface/styles/seminars.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { buddhistYear, formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { datesOf, titleOf } from '../../pages/seminar-words.ts';
import { seminarStates } from '../../seminar.ts';
import { seminarsText } from '../../text.ts';
import { isOpen } from '../project-rules.ts';
import { projectsText } from '../text.ts';
import { SeminarSteps } from './seminar-steps.tsx';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const overview = await app.projects.overview(signedIn, params['id'] ?? '');
  const asked = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      overview,
      stepIds: Object.fromEntries((overview?.open ?? []).map((name) => [name, crypto.randomUUID()])),
      done: (['saved', 'copied', ...seminarStates] as const).find((each) => each === asked),
    },
    { status: overview ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  const seminarId = params['id'] ?? '';
  if (form && textOf(form, 'intent') === 'copy') {
    const copied = await app.projects.copy(signedIn, { seminarId, fromId: textOf(form, 'from') });
    if (copied.ok) return redirect(`/office/seminars/${seminarId}?done=copied`);
    return data({ problem: copied.code }, { status: statusOf(copied.code) });
  }
  const outcome = await app.projects.takeStep(signedIn, {
    id: form && textOf(form, 'id'),
    seminarId,
    step: form && textOf(form, 'step'),
    reason: form ? textOf(form, 'reason') : '',
  });
  if (outcome.ok) return redirect(`/office/seminars/${seminarId}?done=${outcome.value.state}`);
  return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

type Titled = { locale: Locale; overview?: { seminar: { titleTh: string } } };
export const meta = ({ loaderData }: { loaderData?: Titled }) => {
  const text = seminarsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.overview?.seminar.titleTh ?? text.heading) }];
};

export default function SeminarPage() {
  const { locale, overview, stepIds, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!overview) return <SeminarMissing locale={locale} />;
  const { seminar, may } = overview;
  const text = projectsText(locale);
  const words = text.overview;
  const base = `/office/seminars/${seminar.id}`;
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const venue = locale === 'en' ? seminar.venueEn || seminar.venueTh : seminar.venueTh;
  const summary = locale === 'en' ? seminar.summaryEn || seminar.summaryTh : seminar.summaryTh;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.when, datesOf(seminar, locale)],
    [words.venue, venue || words.noVenue],
    [words.organiser, locale === 'en' ? overview.unitNameEn : overview.unitNameTh],
    [words.seats, seminarsText(locale).seats(seminar.seats)],
    [words.nominateBy, seminar.nominateBy && day(seminar.nominateBy)],
    [words.releaseOn, seminar.releaseOn && day(seminar.releaseOn)],
    [words.year, String(locale === 'th' ? buddhistYear(seminar.fiscalYear) : seminar.fiscalYear)],
  ];
  const last = overview.taken.at(-1);
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="overview" canOrganise={may.organise}>
      {done ? (
        <p className="note good" role="status">
          {done === 'saved' || done === 'copied' ? text[done] : text.stepDone[done]}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {(seminar.state === 'returned' || seminar.state === 'cancelled') && last?.reason ? (
        <div className="note warn">
          <p>
            <strong>{words[seminar.state]}</strong>
          </p>
          <p className="kept-lines">{words.because(last.reason)}</p>
        </div>
      ) : null}
      <div className="seminar-overview">
        <section aria-labelledby="facts">
          <h2 id="facts" className="visually-hidden">
            {seminarsText(locale).tabs.overview}
          </h2>
          <dl className="facts two-columns">
            {facts.map(([label, value]) =>
              value ? (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ) : null,
            )}
          </dl>
          {summary ? (
            <>
              <h3>{words.about}</h3>
              <p className="kept-lines">{summary}</p>
            </>
          ) : null}
          <p className="row">
            {may.organise && isOpen(seminar.state) ? (
              <Link className="button" to={`${base}/edit`}>
                {words.edit}
              </Link>
            ) : null}
            {seminar.state === 'published' || seminar.state === 'closed' || seminar.state === 'cancelled' ? (
              <a href={citizenPath(locale, `/seminars/${seminar.slug}`)}>{words.publicPage}</a>
            ) : null}
          </p>
          <p>
            {overview.parts > 0 ? words.parts(overview.parts) : words.noParts}{' '}
            <Link to={`${base}/programme`}>{words.toProgramme}</Link>
          </p>
          {overview.partsOutside > 0 ? (
            <p className="note warn">{words.outside(overview.partsOutside)}</p>
          ) : null}
        </section>
        {may.organise ? (
          <section className="card" aria-labelledby="next">
            <h2 id="next">{words.next}</h2>
            {overview.missing.length > 0 ? (
              <>
                <p>{words.missing}</p>
                <ul>
                  {overview.missing.map((item) => (
                    <li key={item}>{text.items[item]}</li>
                  ))}
                </ul>
                <p>
                  <Link className="button main" to={`${base}/project`}>
                    {words.toProject}
                  </Link>
                </p>
              </>
            ) : null}
            {overview.copyable ? (
              <Form method="post" className="seminar-step">
                <input type="hidden" name="intent" value="copy" />
                <input type="hidden" name="from" value={overview.copyable.id} />
                <button type="submit" className="button">
                  {words.copy(
                    titleOf(overview.copyable, locale),
                    formatDate(asCivilDate(overview.copyable.startsOn), locale, 'short'),
                  )}
                </button>
                <p className="hint">{words.copyHint}</p>
              </Form>
            ) : null}
            <SeminarSteps
              locale={locale}
              open={overview.open.filter((name) => name !== 'submit' || overview.missing.length === 0)}
              ids={stepIds}
            />
          </section>
        ) : null}
      </div>
      {may.organise ? (
        <section aria-labelledby="history">
          <h2 id="history">{words.history}</h2>
          {overview.taken.length === 0 ? <p className="soft">{words.noHistory}</p> : null}
          <ol className="plain-list rows">
            {overview.taken.map((step) => (
              <li key={step.id}>
                <strong>{seminarsText(locale).states[step.to]}</strong>
                <div className="small soft">
                  {words.by(
                    locale === 'en' ? (step.byEn ?? step.byTh) : step.byTh,
                    formatDateTime(step.at, locale),
                  )}
                </div>
                {step.reason ? <p className="kept-lines">{words.because(step.reason)}</p> : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </SeminarFrame>
  );
}
