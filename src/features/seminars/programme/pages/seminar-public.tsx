/** /seminars/:slug: a seminar and its programme for everybody, without script, ready to print. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import seminarStyles from '#interface/styles/seminars-public.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleOf } from '../../pages/seminar-words.ts';
import { remainingWords } from '../../seats/remaining-words.ts';
import { seatsText } from '../../seats/text.ts';
import { seminarsText } from '../../text.ts';
import { daysOf } from '../programme-rules.ts';
import type { PublicView } from '../public-seminars.ts';
import { programmeText } from '../text.ts';
import { ProgrammeTable } from './programme-table.tsx';
import { nameIn } from './programme-words.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const slug = params['slug'] ?? '';
  const view = await app.programmes.viewPublic(slug);
  const remaining = view?.seminar.state === 'published' ? await app.seats.remaining(view.seminar.id) : [];
  const materials = view ? ((await app.learning.materials.ofSlug(slug))?.materials.length ?? 0) : 0;
  return data({ locale, slug, view, remaining, materials }, { status: view ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; view?: PublicView } }) => {
  const locale = loaderData?.locale ?? 'th';
  const view = loaderData?.view;
  const text = programmeText(locale);
  const title = seminarsText(locale).title(view ? titleOf(view.seminar, locale) : text.page.missing);
  if (!view) return [{ title }];
  return [
    { title },
    {
      tagName: 'link',
      rel: 'alternate',
      type: 'text/calendar',
      title: text.page.addToCalendar,
      href: citizenPath(locale, `/seminars/${view.seminar.slug}.ics`),
    },
  ];
};

export default function PublicSeminarPage() {
  const { locale, slug, view, remaining, materials } = useLoaderData<typeof loader>();
  const text = programmeText(locale);
  const words = text.page;
  const all = citizenPath(locale, '/seminars');
  if (!view)
    return (
      <PublicFrame locale={locale} path="/seminars" narrow>
        <Heading>{words.missing}</Heading>
        <p>{words.missingBody}</p>
        <p>
          <a href={all}>{words.back}</a>
        </p>
      </PublicFrame>
    );
  const { seminar, programme, competencies } = view;
  const summary = locale === 'en' ? seminar.summaryEn || seminar.summaryTh : seminar.summaryTh;
  const venue = locale === 'en' ? seminar.venueEn || seminar.venueTh : seminar.venueTh;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.when, datesOf(seminar, locale)],
    [words.venue, venue || words.noVenue],
    [words.organiser, locale === 'en' ? seminar.unitNameEn : seminar.unitNameTh],
    [words.seats, seminarsText(locale).seats(seminar.seats)],
    [seatsText(locale).remaining.label, remainingWords(remaining, locale)],
    [words.nominateBy, seminar.nominateBy && formatDate(asCivilDate(seminar.nominateBy), locale)],
  ];
  const address = citizenPath(locale, `/seminars/${slug}`);
  return (
    <PublicFrame locale={locale} path={`/seminars/${slug}`}>
      <p className="small no-print">
        <a href={all}>{words.back}</a>
      </p>
      <Heading>{titleOf(seminar, locale)}</Heading>
      {seminar.state === 'cancelled' ? (
        <div className="note warn">
          <p>
            <strong>{words.cancelled}</strong>
          </p>
          <p>{words.cancelledBody}</p>
        </div>
      ) : null}
      {seminar.state === 'closed' ? <p className="note">{words.closed}</p> : null}
      {summary ? <p className="seminar-summary">{summary}</p> : null}
      <dl className="seminar-facts">
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {competencies.length > 0 ? (
        <p>
          <span className="soft">{words.competencies}</span>{' '}
          {competencies.map((competency) => (
            <span key={competency.code}>
              <span className="tag deep">{nameIn(locale, competency)}</span>{' '}
            </span>
          ))}
        </p>
      ) : null}
      <p className="row no-print">
        <a className="button" href={`${address}.ics`}>
          {words.addToCalendar}
        </a>
        <a className="button" href={`${address}/programme.pdf`}>
          {words.pdf}
        </a>
        {materials > 0 ? <a href={`${address}/materials`}>{seminarsText(locale).tabs.materials}</a> : null}
      </p>
      {programme.slots.length === 0 ? <p className="card empty">{text.nonePublic}</p> : null}
      <ProgrammeTable
        locale={locale}
        programme={programme}
        days={daysOf(seminar, programme.slots)}
        level={2}
      />
    </PublicFrame>
  );
}
