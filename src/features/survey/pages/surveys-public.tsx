/** /survey: surveys of staff that are open, and published results. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { surveyText } from '../text.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  return { locale, lines: await app.survey.listPublic(locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.answer.listHeading) }];
};

export default function PublicSurveys() {
  const { locale, lines } = useLoaderData<typeof loader>();
  const text = surveyText(locale);
  const open = lines.filter(({ state }) => state === 'open');
  const published = lines.filter(({ state }) => state === 'published');
  const list = (some: typeof lines) => (
    <ul className="plain-list rows">
      {some.map((line) => (
        <li key={`${line.code} ${line.fiscalYear}`}>
          <a href={citizenPath(locale, `/survey/${line.code}/${line.fiscalYear}`)}>{line.centre}</a>{' '}
          <span className="small soft">
            {text.year(line.fiscalYear)}
            {line.state === 'open'
              ? ` · ${text.answer.until(formatDate(asCivilDate(line.closesOn), locale))}`
              : ''}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <PublicFrame locale={locale} path="/survey" narrow>
      <Heading>{text.answer.listHeading}</Heading>
      <p>{text.answer.listLead}</p>
      <Heading level={2}>{text.answer.openNow}</Heading>
      {open.length > 0 ? list(open) : <p className="card empty">{text.answer.none}</p>}
      {published.length > 0 ? (
        <>
          <Heading level={2}>{text.answer.resultsHeading}</Heading>
          {list(published)}
        </>
      ) : null}
    </PublicFrame>
  );
}
