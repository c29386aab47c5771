/** The document around every page. A page gets script only when one of its routes asks for it (`handle.live`). */
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
} from 'react-router';
import { pageContext } from '#main/page-context.ts';
import stylesheet from './interface/styles/index.css?url';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export function loader({ context }: LoaderFunctionArgs) {
  const { locale, nonce } = context.get(pageContext);
  return { locale, nonce };
}

export default function Document() {
  const { locale, nonce } = useLoaderData<typeof loader>();
  const live = useMatches().some((match) => (match.handle as { live?: boolean } | undefined)?.live);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* No picture: browsers would ask for /favicon.ico otherwise. */}
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        {live ? <ScrollRestoration nonce={nonce} /> : null}
        {live ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export { Fault as ErrorBoundary } from './interface/fault.tsx';
