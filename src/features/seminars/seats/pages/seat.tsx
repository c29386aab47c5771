/** /seat/:token: a participant's own page, reached by her link without an account. It works without script. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import type { OpenSeat } from '#features/seminars/index.ts';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import seatStyles from '#interface/styles/seats.css?url';
import { pageContext } from '#main/page-context.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleOf } from '../../pages/seminar-words.ts';
import { statusOf } from '../seat-outcome.ts';
import { type HolderStep, holderSteps } from '../seat-steps.ts';
import { seatsText } from '../text.ts';
import { SeatStateTag } from './seat-state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: seatStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const open = await app.seats.open(token, locale);
  const asked = new URL(request.url).searchParams.get('done');
  const done = (['accept', 'decline', 'withdraw', 'form'] as const).find((each) => each === asked);
  return data({ locale, token, open, done }, { status: open ? 200 : 404 });
}

/** Only ever by POST: programs that look at links in mails must not accept a seat. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const form = await readForm(request, 8 * 1024);
  const step = holderSteps.find((each) => form && each === textOf(form, 'step'));
  const token = params['token'] ?? '';
  if (!step) return data({ problem: 'malformed' as const }, { status: 400 });
  const outcome = await app.seats.stepOwn(token, step);
  if (!outcome.ok) return data({ problem: outcome.code }, { status: statusOf(outcome.code) });
  return redirect(citizenPath(locale, `/seat/${token}?done=${step}`));
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.seat.heading) }];
};

export default function SeatPage() {
  const { locale, token, open, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = seatsText(locale);
  const words = text.seat;
  if (!open)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{words.missing}</Heading>
        <p>{words.missingBody}</p>
      </PublicFrame>
    );
  const { seat, seminar, links } = open;
  return (
    <PublicFrame locale={locale} path={`/seat/${token}`} narrow>
      <p className="small soft">{words.heading}</p>
      <Heading>{titleOf(seminar, locale)}</Heading>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {done && !problem ? (
        <p className="note good" role="status">
          {words.stepDone[done]}
        </p>
      ) : null}
      {seminar.state === 'cancelled' ? <p className="note bad">{words.cancelled}</p> : null}
      <section className="card stack">
        <p>
          <SeatStateTag state={seat.state} locale={locale} />
        </p>
        <p>
          <strong lang="th">{text.nameOf(seat.prefixTh, seat.nameTh)}</strong>
          <br />
          <span className="soft">{seat.unitName}</span>
        </p>
        <p>
          <Words>{words.what[seat.state]}</Words>
        </p>
        {seat.queuePlace === undefined ? null : <p>{words.queuePlace(seat.queuePlace)}</p>}
        <Offer open={open} locale={locale} />
        <dl className="facts">
          <dt>{words.when}</dt>
          <dd>{datesOf(seminar, locale)}</dd>
          <dt>{words.where}</dt>
          <dd>{(locale === 'en' && seminar.venueEn) || seminar.venueTh}</dd>
        </dl>
        {seat.state === 'confirmed' ? (
          <p>
            <a href={citizenPath(locale, `/seminars/${seminar.slug}.ics`)}>{words.calendar}</a>
          </p>
        ) : null}
      </section>
      {links.length > 0 ? (
        <section aria-labelledby="links">
          <Heading level={2} id="links">
            {words.links}
          </Heading>
          <ul className="seat-links">
            {links.map((link) => (
              <li key={link.path}>
                <a href={citizenPath(locale, `/seat/${token}/${link.path}`)}>
                  <strong>{link.title}</strong>
                </a>{' '}
                {link.isDone ? <span className="tag good">{words.done}</span> : null}
                {link.hint ? <div className="small soft">{link.hint}</div> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {seat.steps.includes('withdraw') ? (
        <details className="seat-leave">
          <summary>{words.cannotCome}</summary>
          <p>{words.withdrawHint}</p>
          <StepForm step="withdraw" className="button danger" label={words.withdrawConfirm} />
        </details>
      ) : null}
    </PublicFrame>
  );
}

/** The answer that is waited for, or that its time is over. */
function Offer({ open: { seat }, locale }: { readonly open: OpenSeat; readonly locale: Locale }) {
  const text = seatsText(locale);
  if (seat.state !== 'offered' || !seat.offerUntil) return null;
  if (!seat.steps.includes('accept')) return <p className="note warn">{text.seat.offerOver}</p>;
  return (
    <>
      <p className="note warn">{text.seat.until(formatDateTime(seat.offerUntil, locale, 'long'))}</p>
      <div className="row">
        <StepForm step="accept" className="button act" label={text.steps.accept} />
        <StepForm step="decline" className="button" label={text.steps.decline} />
      </div>
    </>
  );
}

type StepFormProps = { readonly step: HolderStep; readonly className: string; readonly label: string };

function StepForm({ step, className, label }: StepFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="step" value={step} />
      <button type="submit" className={className}>
        {label}
      </button>
    </form>
  );
}
