/** Behind a one-time link: who one is, then a passkey, or a password with a code. */
import { useState } from 'react';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import officerStyles from '#interface/styles/officer.css?url';
import { pageContext } from '#main/page-context.ts';
import { joinWithPasskey } from '../browser/passkey.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { JoinPassword } from './join-password.tsx';
import { NewcomerFields, newcomerOf } from './newcomer-fields.tsx';
import { SignedOutFrame } from './signed-out-frame.tsx';
import { useAct } from './use-act.ts';

export const handle = { live: true };
export const links = () => [{ rel: 'stylesheet', href: officerStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const invitation = await app.network.office.findInvitation(token);
  return data({ locale, token, invitation }, { status: invitation ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.join.title) }];
};

export default function Join() {
  const { locale, token, invitation } = useLoaderData<typeof loader>();
  const { join: text, signIn, roles } = networkText(locale);
  const [email, setEmail] = useState<string>();
  const act = useAct(locale, 'leave');
  if (!invitation)
    return (
      <SignedOutFrame locale={locale}>
        <h1>{text.notValidTitle}</h1>
        <p>{text.notValidBody}</p>
        <a className="button main" href="/office/sign-in">
          {signIn.submit}
        </a>
      </SignedOutFrame>
    );

  const unit = (locale === 'en' ? invitation.unitNameEn : invitation.unitNameTh) ?? '';
  const enter = async (how: (form: HTMLFormElement) => Promise<unknown>) => {
    const form = document.querySelector<HTMLFormElement>('#newcomer');
    if (!form?.reportValidity()) return;
    if (await act.run(() => how(form))) location.assign('/office');
  };
  // The authenticator shows the address beside the code, so the address comes first.
  const askPassword = () =>
    setEmail(
      document.querySelector<HTMLFormElement>('#newcomer')?.reportValidity() ? emailTyped() : undefined,
    );
  const byPasskey = () =>
    void enter((form) => joinWithPasskey(token, newcomerOf(form, locale), text.passkeyLabel));
  return (
    <SignedOutFrame locale={locale}>
      <h1>{text.title}</h1>
      <p>{invitation.isFirst ? text.firstLead : invitation.renews ? text.renewLead : text.lead(unit)}</p>
      {invitation.roles.length > 0 ? (
        <p>
          {text.rolesLabel}{' '}
          {invitation.roles.map((role) => (
            <span className="tag deep" key={role}>
              {roles[role]}
            </span>
          ))}
        </p>
      ) : null}
      <form id="newcomer" onSubmit={(event) => event.preventDefault()}>
        <NewcomerFields locale={locale} invitation={invitation} />
      </form>
      <h2>{text.howTitle}</h2>
      <section className="card">
        <h3>{text.passkeyTitle}</h3>
        <p>{text.passkeyBody}</p>
        <button type="button" className="button main" disabled={act.busy} onClick={byPasskey}>
          {text.passkeyAction}
        </button>
      </section>
      <ActStatus act={act} working={signIn.working} />
      <section className="card">
        <h3>{text.passwordTitle}</h3>
        {email ? (
          <JoinPassword locale={locale} token={token} email={email} busy={act.busy} enter={enter} />
        ) : (
          <>
            <p>{text.passwordBody}</p>
            <button type="button" className="button" onClick={askPassword}>
              {text.passwordAction}
            </button>
          </>
        )}
      </section>
    </SignedOutFrame>
  );
}

const emailTyped = () => document.querySelector<HTMLInputElement>('#newcomer [name=email]')?.value;
