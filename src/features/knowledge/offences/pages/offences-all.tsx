/** /offences/all: every entry in force, by law. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { offencesText } from '../text.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const { cards } = await app.offences.find({}, locale);
  return {
    locale,
    entries: cards.map(({ code, title, instrument, section }) => ({ code, title, instrument, section })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = offencesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.allHeading) }];
};

export default function OffencesAll() {
  const { locale, entries } = useLoaderData<typeof loader>();
  const text = offencesText(locale);
  const laws = [...new Set(entries.map(({ instrument }) => instrument))];
  return (
    <PublicFrame locale={locale} path="/offences/all">
      <p className="small">
        <a href={citizenPath(locale, '/offences')}>{text.heading}</a>
      </p>
      <Heading>{text.allHeading}</Heading>
      <p className="note">{text.notAdvice}</p>
      {laws.map((law) => (
        <section key={law} aria-labelledby={law}>
          <Heading level={2} id={law}>
            {text.instruments[law] ?? law}
          </Heading>
          <ul className="offence-index">
            {entries
              .filter(({ instrument }) => instrument === law)
              .sort((a, b) => Number(a.section) - Number(b.section))
              .map(({ code, title, section }) => (
                <li key={code}>
                  <span className="soft">{section}</span>
                  <a href={citizenPath(locale, `/offences/${code}`)}>
                    <Words>{title}</Words>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </PublicFrame>
  );
}
