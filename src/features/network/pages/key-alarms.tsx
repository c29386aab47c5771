/** The loud warning when a published key is not what it must be. */
import { useSyncExternalStore } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { alarms, type KeyAlarm, onAlarm } from '../browser/key-watch.ts';
import { networkText } from '../text.ts';

const none: readonly KeyAlarm[] = [];

export function KeyAlarms({ locale }: { readonly locale: Locale }) {
  const raised = useSyncExternalStore(onAlarm, alarms, () => none);
  const text = networkText(locale).alarm;
  if (raised.length === 0) return null;
  const words = (alarm: KeyAlarm) => {
    if (alarm.kind === 'own-key') return text.ownKey;
    if (alarm.kind === 'officer-key') return text.officerKey(alarm.name);
    if (alarm.kind === 'centre-key') return text.centreKey(alarm.unitCode, alarm.epoch);
    return text.changed(alarm.unitCode, alarm.epoch, alarm.before, alarm.now);
  };
  return (
    <section className="band" aria-label={text.title}>
      <div className="note bad" role="alert">
        <h2>{text.title}</h2>
        <ul>
          {raised.map((alarm) => (
            <li key={words(alarm)}>{words(alarm)}</li>
          ))}
        </ul>
        <p>{text.next}</p>
      </div>
    </section>
  );
}
