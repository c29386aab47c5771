/** Sign-in: a passkey first, a password with a code for those without one. */
import { type FormEvent, useEffect } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData, useSearchParams } from 'react-router';
import officerStyles from '#interface/styles/officer.css?url';
import { pageContext } from '#main/page-context.ts';
import { askFor, tell } from '../browser/ask.ts';
import { signInWithPasskey } from '../browser/passkey.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { nextPage } from './next-page.ts';
import { SignedOutFrame } from './signed-out-frame.tsx';
import { useAct } from './use-act.ts';

export const handle = { live: true };
export const links = () => [{ rel: 'stylesheet', href: officerStyles }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { locale, signedIn } = context.get(pageContext);
  if (signedIn) throw redirect(nextPage(new URL(request.url).search));
  return { locale };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.signIn.title) }];
};

export default function SignIn() {
  const { locale } = useLoaderData<typeof loader>();
  const text = networkText(locale).signIn;
  const [query] = useSearchParams();
  const act = useAct(locale, 'leave');
  const goOn = () => location.assign(nextPage(location.search));
  useEffect(() => {
    // A link from another site arrives without the strict cookie; this same-site question carries it.
    void askFor<{ signedIn: boolean }>('/office/api/me').then(
      ({ signedIn }) => signedIn && location.replace(nextPage(location.search)),
      () => undefined,
    );
  }, []);
  const byPasskey = async () => {
    if (await act.run(signInWithPasskey)) goOn();
  };
  const byPassword = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    if (await act.run(() => tell('/office/api/sign-in/password', body))) goOn();
  };
  return (
    <SignedOutFrame locale={locale}>
      <h1>{text.title}</h1>
      <p className="soft">{text.lead}</p>
      {query.has('next') && query.get('next') !== '/office' ? <p className="note">{text.ended}</p> : null}
      <div className="card stack">
        <button
          type="button"
          className="button main wide"
          disabled={act.busy}
          onClick={() => void byPasskey()}
        >
          {text.byPasskey}
        </button>
        <p className="hint">{text.passkeyHint}</p>
      </div>
      <ActStatus act={act} working={text.working} />
      <details className="card" open={act.problem !== undefined || undefined}>
        <summary>{text.or}</summary>
        <form onSubmit={(event) => void byPassword(event)} className="stack">
          <label className="field">
            <span className="label">{text.email}</span>
            <input name="email" type="email" autoComplete="username webauthn" required />
          </label>
          <label className="field">
            <span className="label">{text.password}</span>
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <label className="field">
            <span className="label">{text.code}</span>
            <input
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9 ]{6,7}"
              required
            />
          </label>
          <button type="submit" className="button" disabled={act.busy}>
            {text.submit}
          </button>
        </form>
      </details>
      <p className="small soft">{text.help}</p>
      <p className="small">
        <a href={locale === 'en' ? '/en' : '/'}>{text.toReport}</a>
      </p>
    </SignedOutFrame>
  );
}
