/** The first page a citizen sees. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { PublicFrame } from '#interface/public-frame.tsx';
import { frameText } from '#interface/text.ts';
import { pageContext } from '#main/page-context.ts';

export function loader({ context }: LoaderFunctionArgs) {
  return { locale: context.get(pageContext).locale };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: frameText(loaderData?.locale ?? 'th').brand },
];

export default function Home() {
  const { locale } = useLoaderData<typeof loader>();
  return (
    <PublicFrame locale={locale} path="/">
      <h1>{frameText(locale).brand}</h1>
    </PublicFrame>
  );
}
