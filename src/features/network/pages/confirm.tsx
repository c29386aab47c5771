/** Asks a signed-in officer to prove once more to be present, before rights or keys change. */
import type { FormEvent } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { tell } from '../browser/ask.ts';
import { confirmWithPasskey } from '../browser/passkey.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { nextPage } from './next-page.ts';
import { requireOfficer } from './require-officer.ts';
import { useAct } from './use-act.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { passkeys, hasPassword } = await app.network.office.readOwnAccount(signedIn);
  return { locale, hasPasskey: passkeys.length > 0, hasPassword };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.confirm.title) }];
};

export default function Confirm() {
  const { locale, hasPasskey, hasPassword } = useLoaderData<typeof loader>();
  const { confirm: text, signIn } = networkText(locale);
  const act = useAct(locale, 'leave');
  const prove = async (how: () => Promise<unknown>) => {
    if (await act.run(how)) location.assign(nextPage(location.search));
  };
  const byPassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(event.currentTarget));
    void prove(() => tell('/office/api/confirm', body));
  };
  return (
    <div className="measure">
      <h1>{text.title}</h1>
      <p>{text.lead}</p>
      {hasPasskey ? (
        <button
          type="button"
          className="button main"
          disabled={act.busy}
          onClick={() => void prove(confirmWithPasskey)}
        >
          {text.byPasskey}
        </button>
      ) : null}
      {hasPassword ? (
        <form onSubmit={byPassword} className="card">
          <label className="field">
            <span className="label">{signIn.password}</span>
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <label className="field">
            <span className="label">{signIn.code}</span>
            <input name="code" inputMode="numeric" autoComplete="one-time-code" required />
          </label>
          <button type="submit" className="button main" disabled={act.busy}>
            {text.submit}
          </button>
        </form>
      ) : null}
      <ActStatus act={act} working={signIn.working} />
    </div>
  );
}
