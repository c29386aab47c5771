/** /office/seminars/:id/seats: live seats by kind and centre, who waits, and why nobody is offered one. */
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
import { figure, type Tone } from '#interface/charts/chart.ts';
import { StackedBar } from '#interface/charts/stacked-bar.tsx';
import seatStyles from '#interface/styles/office-seats.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime, formatTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { SeminarMissing } from '../../../pages/seminar-frame.tsx';
import { seminarsText } from '../../../text.ts';
import { statusOf } from '../../seat-outcome.ts';
import type { CentreSeats, SeatsOverview } from '../../seats-overview.ts';
import { seatsText } from '../../text.ts';
import { SeatsFrame } from './seats-frame.tsx';
import { organiseText } from './text.ts';

export const links = () => [seminarStyles, seatStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const opened = await app.projects.open(signedIn, id);
  const overview = opened?.may.organise ? await app.seats.overview(signedIn, id) : undefined;
  const settings = overview ? await app.seats.settings(signedIn, id) : undefined;
  return data(
    {
      locale,
      overview,
      hasForm: settings?.form !== undefined,
      now: app.ground.now(),
      isSettled: new URL(request.url).searchParams.has('settled'),
    },
    { status: overview ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const outcome = await app.seats.settle(signedIn, id);
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(`/office/seminars/${id}/seats?settled=${outcome.value.offered}`);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(organiseText(locale).overview.heading) }];
};

export default function SeatsPage() {
  const { locale, overview, hasForm, now, isSettled } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!overview) return <SeminarMissing locale={locale} />;
  const { seminar, total, centres, kinds } = overview;
  const text = seatsText(locale);
  const words = organiseText(locale).overview;
  const base = `/office/seminars/${seminar.id}`;
  const figures: readonly (readonly [string, number, string | undefined])[] = [
    [words.confirmed, total.confirmed, 'confirmed'],
    [words.offered, total.offered, 'offered'],
    [words.kept, total.kept, undefined],
    [words.free, total.free, undefined],
    [words.waiting, total.waiting, 'waitlisted'],
    [words.pending, total.nominated + total.approved, 'nominated'],
  ];
  return (
    <SeatsFrame locale={locale} seminar={seminar} place="overview">
      <h2>{words.heading}</h2>
      <p className="soft small">
        {words.live(formatTime(now, locale))} <Link to="?">{words.refresh}</Link>
      </p>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {isSettled && !problem ? (
        <p className="note good" role="status">
          {words.settled}
        </p>
      ) : null}
      {hasForm ? null : (
        <p className="note warn">
          {words.noForm} <Link to={`${base}/seats/form`}>{words.makeForm}</Link>
        </p>
      )}
      {total.quota === 0 ? (
        <p className="note">
          {words.noQuotas} <Link to={`${base}/quotas`}>{words.setQuotas}</Link>
        </p>
      ) : null}
      {total.quota > total.seats ? (
        <p className="note warn">{words.overQuota(total.quota, total.seats)}</p>
      ) : null}
      <dl className="seat-figures">
        {figures.map(([label, value, state]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {state && value > 0 ? (
                <Link to={`${base}/register?state=${state}`}>{figure(value, locale)}</Link>
              ) : (
                figure(value, locale)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {overview.isReleased ? (
        <p className="soft">{words.released}</p>
      ) : seminar.releaseOn ? (
        <p className="soft">{words.releaseOn(formatDate(asCivilDate(seminar.releaseOn), locale))}</p>
      ) : null}
      <Waiting overview={overview} locale={locale} />
      <section aria-labelledby="by-kind">
        <h2 id="by-kind">{words.byKind}</h2>
        <table className="stacked">
          <thead>
            <tr>
              {[
                text.columns.kind,
                text.columns.quota,
                text.columns.confirmed,
                text.columns.offered,
                text.columns.pending,
                text.columns.waiting,
                text.columns.free,
              ].map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds
              .filter(({ isOpen, quota, confirmed }) => isOpen || quota + confirmed > 0)
              .map((kind) => (
                <tr key={kind.code}>
                  <th scope="row">{locale === 'th' ? kind.nameTh : kind.nameEn}</th>
                  {(
                    [
                      [text.columns.quota, kind.quota],
                      [text.columns.confirmed, kind.confirmed],
                      [text.columns.offered, kind.offered],
                      [text.columns.pending, kind.nominated + kind.approved],
                      [text.columns.waiting, kind.waiting],
                      [text.columns.free, kind.free],
                    ] as const
                  ).map(([label, value]) => (
                    <td key={label}>
                      <span className="stacked-label">{label}: </span>
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="by-centre">
        <h2 id="by-centre">{words.byCentre}</h2>
        {centres.length === 0 ? (
          <p className="card empty">{words.noCentres}</p>
        ) : (
          <CentreBars overview={overview} locale={locale} />
        )}
      </section>
    </SeatsFrame>
  );
}

/** A bar a centre; what no centre has is no column. */
function CentreBars({ overview, locale }: { readonly overview: SeatsOverview; readonly locale: Locale }) {
  const { columns } = seatsText(locale);
  const parts: readonly {
    readonly label: string;
    readonly tone: Tone;
    readonly of: (centre: CentreSeats) => number;
  }[] = [
    { label: columns.confirmed, tone: 'good', of: ({ confirmed }) => confirmed },
    { label: columns.offered, tone: 'two', of: ({ offered }) => offered },
    { label: columns.pending, tone: 'three', of: ({ nominated, approved }) => nominated + approved },
    { label: columns.unused, tone: 'quiet', of: ({ unused }) => (overview.isReleased ? 0 : unused) },
    { label: columns.waiting, tone: 'four', of: ({ waiting }) => waiting },
  ];
  const shown = parts.filter(({ of }, at) => at === 0 || overview.centres.some((centre) => of(centre) > 0));
  return (
    <StackedBar
      title={organiseText(locale).overview.centreBars}
      locale={locale}
      scale="amount"
      labelHeading={columns.centre}
      series={shown}
      rows={overview.centres.map((centre) => ({
        label: locale === 'th' ? centre.nameTh : centre.nameEn,
        href: `/office/seminars/${overview.seminar.id}/register?unit=${centre.unitId}`,
        values: shown.map(({ of }) => of(centre)),
      }))}
    />
  );
}

/** The queue, offers without an answer, and the reason when nothing moves. */
function Waiting({ overview, locale }: { readonly overview: SeatsOverview; readonly locale: Locale }) {
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const words = organiseText(locale).overview;
  const base = `/office/seminars/${overview.seminar.id}/register`;
  const unitOf = (unitId: number) => {
    const centre = overview.centres.find((one) => one.unitId === unitId);
    return (locale === 'th' ? centre?.nameTh : centre?.nameEn) ?? '';
  };
  return (
    <div className="two-columns seat-waiting">
      <section className="card" aria-labelledby="offers">
        <h2 id="offers">{words.offers}</h2>
        {overview.offers.length === 0 ? <p className="soft">{words.noOffers}</p> : null}
        <ul className="plain-list rows">
          {overview.offers.map((offer) => (
            <li key={offer.id}>
              <Link to={`${base}/${offer.id}`} lang="th">
                {text.nameOf(offer.prefixTh, offer.nameTh)}
              </Link>
              <div className="small soft">
                {unitOf(offer.unitId)}
                {' · '}
                {words.offerUntil(formatDateTime(offer.until, locale))}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="queue">
        <h2 id="queue">{words.queue}</h2>
        {overview.queue.length === 0 ? (
          <p className="soft">{words.why['nobody-waits']}</p>
        ) : (
          <p>
            <strong>{words.whyHeading}</strong>
            <br />
            {whyOf(overview, locale)}
          </p>
        )}
        {overview.why.code === 'due' || overview.why.code === 'switched-off' ? (
          <Form method="post">
            <button type="submit" className="button act" disabled={isBusy}>
              {words.settle}
            </button>
          </Form>
        ) : null}
        <ol className="plain-list rows">
          {overview.queue.map((one) => (
            <li key={one.id}>
              <Link to={`${base}/${one.id}`} lang="th">
                {text.nameOf(one.prefixTh, one.nameTh)}
              </Link>
              <div className="small soft">{unitOf(one.unitId)}</div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function whyOf({ why, kinds }: SeatsOverview, locale: Locale): string {
  const words = organiseText(locale).overview.why;
  switch (why.code) {
    case 'switched-off':
    case 'due':
      return words[why.code](why.free);
    case 'all-taken':
      return words['all-taken'](why.offered);
    case 'kept-for-centres':
      return why.until === undefined
        ? words.keptAlways(why.kept)
        : words.keptUntil(why.kept, formatDate(asCivilDate(why.until), locale));
    case 'kind-full':
      return words['kind-full'](
        kinds
          .filter(({ code }) => why.kinds.includes(code))
          .map(({ nameTh, nameEn }) => (locale === 'th' ? nameTh : nameEn))
          .join(', '),
      );
    default:
      return words[why.code];
  }
}
