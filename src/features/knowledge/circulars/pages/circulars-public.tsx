/** /circulars: papers that are open to the public. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { circularsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const sought = new URL(request.url).searchParams.get('q')?.trim() ?? '';
  return { locale, sought, circulars: await app.circulars.listPublic(locale, sought) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = circularsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }, { name: 'description', content: text.publicLead }];
};

export default function PublicCirculars() {
  const { locale, sought, circulars } = useLoaderData<typeof loader>();
  const text = circularsText(locale);
  return (
    <PublicFrame locale={locale} path="/circulars" narrow>
      <Heading>{text.heading}</Heading>
      <p>{text.publicLead}</p>
      {circulars.length > 5 || sought !== '' ? (
        <form method="get" className="row find">
          <input
            type="search"
            name="q"
            defaultValue={sought}
            maxLength={100}
            aria-label={text.find}
            placeholder={text.find}
          />
          <button type="submit" className="button">
            {text.findButton}
          </button>
        </form>
      ) : null}
      {circulars.length === 0 ? (
        <p className="card empty">{sought === '' ? text.publicNone : text.notFound}</p>
      ) : null}
      {circulars.map((circular) => (
        <article key={circular.id} className="card paper">
          <p className="small soft">
            <span className="tag deep">{text.kinds[circular.kind]}</span>{' '}
            {circular.isSuperseded ? <span className="tag warn">{text.superseded}</span> : null}{' '}
            {text.numberAndDate(circular.number, formatDate(asCivilDate(circular.dated), locale, 'short'))}
          </p>
          <h2 lang="th">
            <Words>{circular.subject}</Words>
          </h2>
          {circular.gist ? <p lang="th">{circular.gist}</p> : null}
          <p className="small">
            <a href={`/circulars/${circular.id}/file`}>{text.download}</a>{' '}
            <span className="soft">
              {text.size(circular.fileSize)}
              {' · '}
              {circular.fromName}
            </span>
          </p>
        </article>
      ))}
    </PublicFrame>
  );
}
