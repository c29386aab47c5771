/** Joining with a password: the authenticator's secret as QR and as letters, the password, the first code. */
import { type FormEvent, useEffect, useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import { networkText } from '../text.ts';
import { newcomerOf } from './newcomer-fields.tsx';

type Begun = { readonly ceremonyId: string; readonly secret: string; readonly qr: string };

export function JoinPassword({
  locale,
  token,
  email,
  busy,
  enter,
}: {
  readonly locale: Locale;
  readonly token: string;
  readonly email: string;
  readonly busy: boolean;
  readonly enter: (how: (form: HTMLFormElement) => Promise<unknown>) => Promise<void>;
}) {
  const text = networkText(locale).join;
  const [begun, setBegun] = useState<Begun>();
  useEffect(() => {
    void tell<Begun>('/office/api/join/password/options', { token, email }).then(setBegun, () => undefined);
  }, [token, email]);
  if (!begun) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void enter((form) =>
      tell('/office/api/join/password', {
        token,
        ceremonyId: begun.ceremonyId,
        newcomer: newcomerOf(form, locale),
        password: String(fields.get('password')),
        code: String(fields.get('code')),
      }),
    );
  };
  return (
    <form onSubmit={submit}>
      <figure className="qr">
        <figcaption>{text.scan}</figcaption>
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qr)}`}
          alt=""
          width={200}
          height={200}
        />
        <p className="small">
          {text.orType} <code className="totp-secret">{begun.secret.match(/.{4}/g)?.join(' ')}</code>
        </p>
      </figure>
      <label className="field">
        <span className="label">{text.password}</span>
        <input name="password" type="password" autoComplete="new-password" minLength={12} required />
        <span className="hint">{text.passwordHint}</span>
      </label>
      <label className="field">
        <span className="label">{text.code}</span>
        <input name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,7}" required />
      </label>
      <button type="submit" className="button" disabled={busy}>
        {text.finish}
      </button>
    </form>
  );
}
