/** Unlocks the keys: passkey first when one can, else passphrase, else the printed code. */
import { type FormEvent, useEffect, useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { unlockWithCode, unlockWithPasskey, unlockWithPassphrase, waysToUnlock } from '../browser/unlock.ts';
import { networkText } from '../text.ts';

type Way = 'passkey-prf' | 'passphrase' | 'recovery-code';

export function UnlockForm({ locale }: { readonly locale: Locale }) {
  const text = networkText(locale).vault;
  const [ways, setWays] = useState<readonly Way[]>([]);
  const [byCode, setByCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => void waysToUnlock().then(setWays, () => undefined), []);

  const attempt = async (unlock: () => Promise<boolean>, failure: string) => {
    setBusy(true);
    setProblem(undefined);
    const done = await unlock().catch(() => false);
    setBusy(false);
    if (!done) setProblem(failure);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const secret = String(new FormData(event.currentTarget).get('secret') ?? '');
    void attempt(() => (byCode ? unlockWithCode(secret) : unlockWithPassphrase(secret)), text.wrong);
  };
  const typed = byCode || ways.includes('passphrase');
  return (
    <div className="stack unlock">
      {ways.includes('passkey-prf') && !byCode ? (
        <button
          type="button"
          className="button main"
          disabled={busy}
          onClick={() => void attempt(unlockWithPasskey, text.noPasskey)}
        >
          {text.byPasskey}
        </button>
      ) : null}
      {typed ? (
        <form onSubmit={submit} className="row" key={byCode ? 'code' : 'phrase'}>
          <label htmlFor="unlock-secret">{byCode ? text.recovery : text.passphrase}</label>
          <input
            id="unlock-secret"
            name="secret"
            type={byCode ? 'text' : 'password'}
            inputMode={byCode ? 'numeric' : undefined}
            autoComplete="off"
            required
          />
          <button type="submit" className="button main" disabled={busy}>
            {byCode ? text.byRecovery : text.byPassphrase}
          </button>
        </form>
      ) : null}
      {byCode ? null : (
        <button type="button" className="plain" onClick={() => setByCode(true)}>
          {text.otherWay}
        </button>
      )}
      <p role="status" className={problem ? 'problem' : 'small soft'}>
        {busy ? text.opening : problem}
      </p>
    </div>
  );
}
