/** What the officer's own keys are, how they open, and the way out when nothing opens them. */
import { useState } from 'react';
import type { WrapMethod } from '#platform/sealing/officer-key.ts';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import { lockVault, type VaultState } from '../browser/vault.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { UnlockForm } from './unlock-form.tsx';
import { useAct } from './use-act.ts';

export function OwnKeys({
  locale,
  state,
  fingerprint,
  methods,
  onChange,
}: {
  readonly locale: Locale;
  readonly state: VaultState;
  readonly fingerprint: string;
  readonly methods: readonly WrapMethod[];
  readonly onChange: () => void;
}) {
  const { keys: text, vault } = networkText(locale);
  const act = useAct(locale);
  const [sure, setSure] = useState(false);
  const giveUp = async () => {
    if (!sure) return setSure(true);
    if (await act.run(() => tell('/office/api/keys/retire'))) {
      lockVault();
      onChange();
    }
  };
  return (
    <div className="card">
      <dl className="facts">
        <dt>{text.fingerprint}</dt>
        <dd>
          <span className="fingerprint">{fingerprint}</span>
          <span className="hint">{text.fingerprintHint}</span>
        </dd>
        <dt>{text.ways}</dt>
        <dd>{methods.map((method) => text.way[method]).join(' · ')}</dd>
      </dl>
      {state === 'open' ? (
        <p className="row">
          <span className="tag good">{vault.open}</span>
          <button type="button" className="plain" onClick={lockVault}>
            {vault.lock}
          </button>
        </p>
      ) : (
        <>
          <p>
            <strong>{vault.lockedTitle}</strong> {vault.lockedBody}
          </p>
          <UnlockForm locale={locale} />
          <details>
            <summary>{text.lostTitle}</summary>
            <p>{text.lostBody}</p>
            <button type="button" className="button danger" disabled={act.busy} onClick={() => void giveUp()}>
              {sure ? text.lostSure : text.lostAction}
            </button>
            <ActStatus act={act} />
          </details>
        </>
      )}
    </div>
  );
}
