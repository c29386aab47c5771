/** /search: sections that answer a query, best first. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addressOfSection } from '../section-address.ts';
import { lawsText } from '../text.ts';
import { LawSearchForm } from './law-search-form.tsx';
import { lawTitle } from './law-title.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const search = new URL(request.url).searchParams;
  const query = (search.get('q') ?? '').slice(0, 200);
  const law = search.get('law') || undefined;
  const [laws, answer] = await Promise.all([
    app.laws.list(),
    query.trim() === '' ? undefined : app.laws.search({ query, law }),
  ]);
  return { locale, query, law, laws: laws.map(({ code, title }) => ({ code, title })), answer };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; query: string } }) => [
  { title: lawsText(loaderData?.locale ?? 'th').library.searchTitle(loaderData?.query ?? '') },
];

export default function LawSearchPage() {
  const { locale, query, law, laws, answer } = useLoaderData<typeof loader>();
  const text = lawsText(locale).library;
  const again = (words: string) => citizenPath(locale, `/search?q=${encodeURIComponent(words)}`);
  return (
    <PublicFrame locale={locale} path={`/search?q=${encodeURIComponent(query)}`} narrow>
      <Heading>{text.searchHeading}</Heading>
      <LawSearchForm locale={locale} query={query} laws={laws} law={law} />
      {answer ? (
        <>
          {answer.rescuedFrom ? (
            <p className="note">{text.rescued(answer.rescuedFrom, answer.text)}</p>
          ) : null}
          {answer.didYouMean ? (
            <p className="note">
              {text.didYouMean} <a href={again(answer.didYouMean)}>{answer.didYouMean}</a>
            </p>
          ) : null}
          <p className="soft" role="status">
            {text.found(answer.hits.length)}
          </p>
          <ol className="law-hits">
            {answer.hits.map(({ code, unit, number, title, heading, snippet, repealed }) => (
              <li key={`${code}/${number}`}>
                <a
                  href={citizenPath(locale, `/laws/${code}/${addressOfSection(number)}`)}
                  lang={lawTitle(locale, { code, title }) === title ? 'th' : undefined}
                >
                  <Words>{text.citation(lawTitle(locale, { code, title }), unit, number)}</Words>
                </a>
                {repealed ? ` ${text.repealedLabel}` : null}
                {heading ? (
                  <span className="small soft" lang="th">
                    {heading}
                  </span>
                ) : null}
                <p lang="th">
                  {snippet.map((piece, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one snippet never change places
                    piece.isMark ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
                  )}
                </p>
              </li>
            ))}
          </ol>
          <p className="soft small">{text.noAdvice}</p>
        </>
      ) : null}
    </PublicFrame>
  );
}
