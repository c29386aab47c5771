/** The officer's own account: how she signs in, and where she is signed in. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { networkText } from '../text.ts';
import { requireOfficer } from './require-officer.ts';

export function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = requireOfficer(context, request);
  return { locale };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.nav.me) }];
};

export default function Me() {
  const { locale } = useLoaderData<typeof loader>();
  return <h1>{networkText(locale).nav.me}</h1>;
}
