/** One centre's key: make it, see who holds it, grant it to a colleague, begin a new epoch. */
import { useCallback, useEffect, useState } from 'react';
import { civilDate, formatDate } from '#platform/calendar/bangkok.ts';
import { fingerprint } from '#platform/sealing/identity.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type CentreKeys, grantTo, publishNextEpoch, readCentreKeys } from '../browser/centre-keys.ts';
import { centreIdentity } from '../browser/vault.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly locale: Locale;
  readonly unitCode: string;
  readonly ownId: string;
  /** The officer's own keys are unlocked. */
  readonly isOpen: boolean;
};

export function CentreKeysSection({ locale, unitCode, ownId, isOpen }: Props) {
  const { keys: text, signIn } = networkText(locale);
  const [keys, setKeys] = useState<CentreKeys>();
  const act = useAct(locale);
  const read = useCallback(async () => setKeys(await readCentreKeys(unitCode)), [unitCode]);
  useEffect(() => void read().catch(() => undefined), [read]);
  if (!keys) return null;

  const current = keys.epochs.findLast(({ retiredAt }) => retiredAt === undefined);
  const holds = keys.officers.find(({ id }) => id === ownId)?.epochs.includes(current?.epoch ?? 0);
  const publish = () =>
    act.run(async () => {
      await publishNextEpoch(keys, ownId);
      await read();
      // Opening the grant just made proves that the centre's key is in hand, and pins it.
      await centreIdentity(unitCode, (keys.epochs.at(-1)?.epoch ?? 0) + 1);
    });
  const grant = (officer: CentreKeys['officers'][number]) =>
    act.run(async () => {
      await grantTo(keys, ownId, officer);
      await read();
    });
  return (
    <section>
      <h2>{text.centreTitle(locale === 'en' ? keys.nameEn : keys.nameTh)}</h2>
      {isOpen ? null : <p className="note">{text.unlockFirst}</p>}
      {current ? (
        <dl className="facts">
          <dt>{text.fingerprint}</dt>
          <dd>
            <span className="fingerprint">{fingerprint(current.recipient)}</span>
            <span className="hint">
              {text.epoch(current.epoch)} {text.since(dayOf(current.createdAt, locale))}
            </span>
          </dd>
        </dl>
      ) : (
        <div className="card">
          <p>{text.none}</p>
          <p className="soft">{text.makeCentreHint}</p>
          <button
            type="button"
            className="button act"
            disabled={!isOpen || act.busy}
            onClick={() => void publish()}
          >
            {text.makeCentre}
          </button>
        </div>
      )}
      {current && holds === false ? <p className="note warn">{text.notGranted}</p> : null}
      {current && keys.renewalIsDue && holds ? (
        <div className="note warn">
          <h3>{text.renewTitle}</h3>
          <p>{text.renewBody}</p>
          <button
            type="button"
            className="button act"
            disabled={!isOpen || act.busy}
            onClick={() => void publish()}
          >
            {text.renew}
          </button>
        </div>
      ) : null}
      <ActStatus act={act} working={signIn.working} />
      {current ? (
        <>
          <h3>{text.holders}</h3>
          <p className="hint">{text.grantHint}</p>
          <ul className="plain-list rows">
            {keys.officers.map((officer) => {
              const granted = officer.epochs.includes(current.epoch);
              return (
                <li key={officer.id} className="row">
                  <span className="grow">
                    {locale === 'en' ? (officer.nameEn ?? officer.nameTh) : officer.nameTh}
                    {officer.id === ownId ? ` (${text.you})` : ''}{' '}
                    <span className={granted ? 'tag good' : 'tag'}>
                      {granted ? text.holds : officer.key ? text.waiting : text.notEnrolled}
                    </span>
                    {officer.key ? (
                      <span className="fingerprint small soft block">
                        {fingerprint(officer.key.recipient)}
                      </span>
                    ) : null}
                  </span>
                  {!granted && officer.key && holds && officer.id !== ownId ? (
                    <button
                      type="button"
                      className="button"
                      disabled={!isOpen || act.busy}
                      onClick={() => void grant(officer)}
                    >
                      {text.grant}
                    </button>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </section>
  );
}

const dayOf = (instant: string, locale: Locale) => formatDate(civilDate(new Date(instant)), locale, 'short');
