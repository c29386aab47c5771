/** The page for an address that leads nowhere. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { frameText } from '#interface/text.ts';
import { pageContext } from '#main/page-context.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return data({ locale: context.get(pageContext).locale }, { status: 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: frameText(loaderData?.locale ?? 'th').notFound.title },
];

export default function NotFound() {
  const { locale } = useLoaderData<typeof loader>();
  const text = frameText(locale).notFound;
  return (
    <PublicFrame locale={locale} path="/" narrow>
      <h1>{text.title}</h1>
      <p>{text.body}</p>
      <a className="button main" href={citizenPath(locale, '/')}>
        {text.home}
      </a>
    </PublicFrame>
  );
}
