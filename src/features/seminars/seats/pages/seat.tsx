/** /seat/:token: a participant's own page, reached by her link without an account. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { OpenSeat } from '#features/seminars/index.ts';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { seatsText } from '../text.ts';
import { SeatStateTag } from './seat-state-tag.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const open = await app.seats.open(token, locale);
  return data({ locale, token, open }, { status: open ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.seat.heading) }];
};

export default function SeatPage() {
  const { locale, token, open } = useLoaderData<typeof loader>();
  const text = seatsText(locale).seat;
  if (!open)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{text.missing}</Heading>
        <p>{text.missingBody}</p>
      </PublicFrame>
    );
  const { seat, seminar, links } = open;
  return (
    <PublicFrame locale={locale} path={`/seat/${token}`} narrow>
      <p className="small soft">{text.heading}</p>
      <Heading>{titleOf(seminar, locale)}</Heading>
      <section className="card stack">
        <p>
          <SeatStateTag state={seat.state} locale={locale} />
        </p>
        <p>
          <strong lang="th">
            {seat.prefixTh}
            {seat.nameTh}
          </strong>
          <br />
          <span className="soft">{seat.unitName}</span>
        </p>
        <p>
          <Words>{text.what[seat.state]}</Words>
        </p>
        <dl className="facts">
          <dt>{text.when}</dt>
          <dd>{daysOf(seminar, locale)}</dd>
          <dt>{text.where}</dt>
          <dd>{(locale === 'en' && seminar.venueEn) || seminar.venueTh}</dd>
        </dl>
      </section>
      {links.length > 0 ? (
        <section aria-labelledby="links">
          <Heading level={2} id="links">
            {text.links}
          </Heading>
          <ul className="plain-list rows">
            {links.map((link) => (
              <li key={link.path}>
                <a href={citizenPath(locale, `/seat/${token}/${link.path}`)}>
                  <strong>{link.title}</strong>
                </a>{' '}
                {link.isDone ? <span className="tag good">{text.done}</span> : null}
                {link.hint ? <div className="small soft">{link.hint}</div> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PublicFrame>
  );
}

type Titled = OpenSeat['seminar'];

const titleOf = ({ titleTh, titleEn }: Titled, locale: Locale) => (locale === 'en' && titleEn) || titleTh;

function daysOf({ startsOn, endsOn }: Titled, locale: Locale): string {
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  return startsOn === endsOn ? day(startsOn) : seatsText(locale).seat.days(day(startsOn), day(endsOn));
}
