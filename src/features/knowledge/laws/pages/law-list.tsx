/** /laws: every law of the library. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lawsText } from '../text.ts';
import { LawSearchForm } from './law-search-form.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const laws = await app.laws.list();
  return {
    locale,
    laws: laws.map(({ code, title, kind, unit, sections }) => ({ code, title, kind, unit, sections })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lawsText(loaderData?.locale ?? 'th').library;
  return [{ title: text.title }, { name: 'description', content: text.lead }];
};

export default function LawList() {
  const { locale, laws } = useLoaderData<typeof loader>();
  const text = lawsText(locale).library;
  return (
    <PublicFrame locale={locale} path="/laws" narrow>
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <LawSearchForm locale={locale} />
      {laws.length === 0 ? <p className="empty">{text.empty}</p> : null}
      <ul className="law-list">
        {laws.map(({ code, title, kind, unit, sections }) => (
          <li key={code}>
            <a href={citizenPath(locale, `/laws/${code}`)} lang="th">
              <Words>{title}</Words>
            </a>
            <span className="soft small">
              {text.kinds[kind]}
              {' · '}
              {text.sections(sections, unit)}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">{text.notOfficial}</p>
    </PublicFrame>
  );
}
