/** The officer's own account: roles, passkeys, and where she is signed in. */
import type { FormEvent } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { civilDate, formatDate, formatDateTime } from '#platform/calendar/bangkok.ts';
import { tell } from '../browser/ask.ts';
import { addPasskey } from '../browser/passkey.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { requireOfficer } from './require-officer.ts';
import { useAct } from './use-act.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { person, appointments } = signedIn;
  return {
    locale,
    person: { nameTh: person.nameTh, nameEn: person.nameEn, email: person.email },
    appointments: appointments.map(({ unitCode, role }) => ({ unitCode, role })),
    account: await app.network.office.readOwnAccount(signedIn),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.me.title) }];
};

export default function Me() {
  const { locale, person, appointments, account } = useLoaderData<typeof loader>();
  const { me: text, roles, roleHints, signIn } = networkText(locale);
  const act = useAct(locale);
  const holds = (role: string) => appointments.some((held) => held.role === role);
  const day = (instant: string) => formatDate(civilDate(new Date(instant)), locale, 'short');
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const label = String(new FormData(form).get('label'));
    void act.run(() => addPasskey(label)).then((done) => done && form.reset());
  };
  return (
    <div className="measure">
      <h1>{text.title}</h1>
      <p>
        {person.nameTh}
        {person.nameEn ? ` · ${person.nameEn}` : ''}
        <br />
        <span className="soft">{person.email}</span>
      </p>
      <h2>{text.roles}</h2>
      {appointments.length === 0 ? <p className="soft">{text.noRoles}</p> : null}
      <ul className="plain-list">
        {appointments.map(({ unitCode, role }) => (
          <li key={unitCode + role}>
            {roles[role]} <span className="tag">{unitCode}</span>
            <p className="hint">{roleHints[role]}</p>
          </li>
        ))}
      </ul>
      <p className="row">
        {holds('administrator') ? (
          <a className="button" href="/office/people">
            {text.people}
          </a>
        ) : null}
        {holds('auditor') || holds('overseer') ? (
          <a className="button" href={locale === 'en' ? '/en/ledger' : '/ledger'}>
            {text.ledger}
          </a>
        ) : null}
      </p>
      <ActStatus act={act} working={signIn.working} />
      <h2>{text.passkeys}</h2>
      <p className="hint">{text.passkeyHint}</p>
      {account.hasPassword ? <p className="small">{text.withPassword}</p> : null}
      <ul className="plain-list rows">
        {account.passkeys.map((passkey) => (
          <li key={passkey.id} className="row">
            <span className="grow">
              {passkey.label}{' '}
              <span className="small soft">
                {text.added(day(passkey.createdAt))} ·{' '}
                {passkey.lastUsedAt ? text.used(day(passkey.lastUsedAt)) : text.neverUsed}
              </span>
            </span>
            <button
              type="button"
              className="plain"
              disabled={act.busy}
              onClick={() => void act.run(() => tell('/office/api/own/passkey/remove', { id: passkey.id }))}
            >
              {text.remove}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} className="row">
        <label className="grow">
          <span className="hint">{text.passkeyName}</span>
          <input name="label" required maxLength={100} />
        </label>
        <button type="submit" className="button" disabled={act.busy}>
          {text.addPasskey}
        </button>
      </form>
      <h2>{text.sessions}</h2>
      <ul className="plain-list rows">
        {account.sessions.map((session) => (
          <li key={session.publicId} className="row">
            <span className="grow">
              {session.device}{' '}
              <span className="small soft">
                {text.seen(formatDateTime(new Date(session.lastSeenAt), locale))}
              </span>
            </span>
            {session.isThis ? (
              <span className="tag good">{text.thisOne}</span>
            ) : (
              <button
                type="button"
                className="plain"
                disabled={act.busy}
                onClick={() =>
                  void act.run(() => tell('/office/api/own/session/end', { publicId: session.publicId }))
                }
              >
                {text.endSession}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
