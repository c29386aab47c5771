/** /office itself: on to the work, or to the sign-in page. */
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { pageContext } from '#main/page-context.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const { signedIn } = context.get(pageContext);
  if (!signedIn) return redirect('/office/sign-in');
  return redirect(signedIn.actor.caseUnits.length > 0 ? '/office/work' : '/office/me');
}
