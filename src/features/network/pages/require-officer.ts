/** The first line of every loader below /office: who is signed in, or the way to the sign-in page and back. */
import { type RouterContextProvider, redirect } from 'react-router';
import type { SignedIn } from '#features/network/index.ts';
import { type PageContext, pageContext } from '#main/page-context.ts';

/** Throws a redirect to the sign-in page, which comes back to this address, when nobody is signed in. */
export function requireOfficer(
  context: Readonly<RouterContextProvider>,
  request: Request,
): PageContext & { readonly signedIn: SignedIn } {
  const page = context.get(pageContext);
  if (page.signedIn) return { ...page, signedIn: page.signedIn };
  const { pathname, search } = new URL(request.url);
  throw redirect(`/office/sign-in?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`);
}
