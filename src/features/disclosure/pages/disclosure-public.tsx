/** /disclosure: centres that have published papers from the platform, for anybody. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { disclosureText } from '../text.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  return { locale, centres: await app.disclosure.listPublishing(locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicDisclosure() {
  const { locale, centres } = useLoaderData<typeof loader>();
  const words = disclosureText(locale).public;
  return (
    <PublicFrame locale={locale} path="/disclosure" narrow>
      <Heading>{words.heading}</Heading>
      <p>{words.lead}</p>
      {centres.length === 0 ? <p className="card empty">{words.none}</p> : null}
      <ul className="plain-list rows">
        {centres.map(({ centre, papers, lastAt }) => (
          <li key={centre.code}>
            <a href={citizenPath(locale, `/disclosure/${centre.code}`)}>{centre.name}</a>
            <div className="small soft">{words.count(papers, formatDateTime(new Date(lastAt), locale))}</div>
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}
