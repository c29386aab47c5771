/** Making the officer's keys: a way to unlock them, then the printed code, typed back. */
import { type FormEvent, useState } from 'react';
import { civilDate, formatDate } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import {
  type Enrolment as Begun,
  beginEnrolment,
  choosePasskey,
  choosePassphrase,
  finishEnrolment,
  passphraseMinLength,
  passphraseStrength,
  printedCode,
} from '../browser/enrol.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly locale: Locale;
  readonly isFresh: boolean;
  readonly passkeyIds: readonly string[];
  readonly onDone: () => void;
};

export function Enrolment({ locale, isFresh, passkeyIds, onDone }: Props) {
  const text = networkText(locale).keys;
  const [begun, setBegun] = useState<Begun>();
  if (!begun)
    return (
      <div className="card">
        <p>{text.makeLead}</p>
        <p className="soft">{text.makeSteps}</p>
        {isFresh ? (
          <button type="button" className="button act" onClick={() => setBegun(beginEnrolment())}>
            {text.make}
          </button>
        ) : (
          <a className="button act" href="/office/keys?make">
            {text.make}
          </a>
        )}
      </div>
    );
  if (!begun.way)
    return <ChooseWay locale={locale} passkeyIds={passkeyIds} begun={begun} onChosen={setBegun} />;
  return <KeepCode locale={locale} begun={begun} onDone={onDone} />;
}

function ChooseWay({
  locale,
  passkeyIds,
  begun,
  onChosen,
}: Pick<Props, 'locale' | 'passkeyIds'> & { begun: Begun; onChosen: (next: Begun) => void }) {
  const text = networkText(locale).keys;
  const act = useAct(locale);
  const [way, setWay] = useState<'passkey' | 'refused' | 'phrase'>(
    passkeyIds.length > 0 ? 'passkey' : 'phrase',
  );
  const [phrase, setPhrase] = useState('');
  const byPasskey = () =>
    act.run(async () => {
      const next = await choosePasskey(begun, passkeyIds);
      if (next) onChosen(next);
      else setWay('refused');
    });
  const byPhrase = (event: FormEvent) => {
    event.preventDefault();
    void act.run(async () => onChosen(await choosePassphrase(begun, phrase)));
  };
  return (
    <div className="card">
      <h3>{text.wayTitle}</h3>
      <p>{text.wayLead}</p>
      {way === 'passkey' ? (
        <button type="button" className="button main" disabled={act.busy} onClick={() => void byPasskey()}>
          {text.byPasskey}
        </button>
      ) : (
        <>
          {way === 'refused' ? <p className="note warn">{text.passkeyCannot}</p> : null}
          <form onSubmit={byPhrase}>
            <label className="field">
              <span className="label">{text.passphraseLabel}</span>
              <span className="hint">{text.passphraseHint}</span>
              <input
                type="password"
                name="passphrase"
                autoComplete="off"
                minLength={passphraseMinLength}
                required
                value={phrase}
                onChange={(event) => setPhrase(event.target.value)}
              />
              <span role="status" className="small soft">
                {phrase ? text.strength[passphraseStrength(phrase)] : ''}
              </span>
            </label>
            <button
              type="submit"
              className="button main"
              disabled={act.busy || passphraseStrength(phrase) === 'weak'}
            >
              {text.next}
            </button>
          </form>
        </>
      )}
      <ActStatus act={act} working={text.making} />
      {way === 'passkey' ? (
        <button type="button" className="plain" onClick={() => setWay('phrase')}>
          {text.usePassphrase}
        </button>
      ) : null}
    </div>
  );
}

function KeepCode({ locale, begun, onDone }: { locale: Locale; begun: Begun; onDone: () => void }) {
  const text = networkText(locale).keys;
  const act = useAct(locale);
  const [wrong, setWrong] = useState(false);
  const finish = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('code'));
    setWrong(false);
    void act.run(async () => {
      if (await finishEnrolment(begun, typed)) onDone();
      else setWrong(true);
    });
  };
  return (
    <div className="card">
      <h3>{text.codeTitle}</h3>
      <p>{text.codeLead}</p>
      <p className="print-only">{text.printed(formatDate(civilDate(new Date()), locale, 'long'))}</p>
      <p className="code-digits" data-testid="recovery-code">
        {printedCode(begun)}
      </p>
      <p>
        <button type="button" className="button no-print" onClick={() => print()}>
          {text.print}
        </button>
      </p>
      <form onSubmit={finish} className="no-print">
        <label className="field">
          <span className="label">{text.typeBack}</span>
          <input
            name="code"
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={wrong || undefined}
            required
          />
          {wrong ? (
            <span className="problem" role="alert">
              {text.mismatch}
            </span>
          ) : null}
        </label>
        <button type="submit" className="button act" disabled={act.busy}>
          {text.finish}
        </button>
      </form>
      <ActStatus act={act} working={text.making} />
    </div>
  );
}
