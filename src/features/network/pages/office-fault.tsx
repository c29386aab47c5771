/** What an officer sees when a page is refused, missing or broken: which of the three, and the way back. */
import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from 'react-router';
import { networkText } from '../text.ts';
import { useLiveMark } from './use-live-mark.ts';

export function OfficeFault() {
  useLiveMark();
  const error = useRouteError();
  const root = useRouteLoaderData('root') as { locale: 'th' | 'en' } | undefined;
  const text = networkText(root?.locale ?? 'th').refused;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const words = status === 403 ? text.forbidden : status === 404 ? text.missing : text.fault;
  return (
    <main id="content" className="narrow">
      <title>{networkText(root?.locale ?? 'th').title(words.title)}</title>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <a className="button main" href="/office">
        {text.back}
      </a>
    </main>
  );
}
