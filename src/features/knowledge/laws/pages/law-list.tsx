/** /laws: every law of the library. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lawsText } from '../text.ts';
import { LawSearchForm } from './law-search-form.tsx';
import { LawName, ThaiTitle } from './law-title.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const laws = await app.laws.list();
  return {
    locale,
    laws: laws.map(({ code, title, yearBE, kind, unit, sections }) => ({
      ...{ code, title, yearBE },
      ...{ kind, unit, sections },
    })),
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
        {laws.map((law) => (
          <li key={law.code}>
            <a href={citizenPath(locale, `/laws/${law.code}`)}>
              <LawName locale={locale} law={law} />
            </a>
            <ThaiTitle locale={locale} law={law} />
            <span className="soft small">
              {text.kinds[law.kind]}
              {' · '}
              {text.sections(law.sections, law.unit)}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {text.notOfficial} {text.namesNotOfficial}
      </p>
    </PublicFrame>
  );
}
