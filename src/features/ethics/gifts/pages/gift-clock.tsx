/** A day by which something had to happen, and why that day; red when it was missed. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Clock } from '../gift.ts';
import { giftsText } from '../text.ts';

type GiftClockProps = { readonly name: string; readonly clock: Clock; readonly locale: Locale };

export function GiftClock({ name, clock, locale }: GiftClockProps) {
  const text = giftsText(locale);
  const { view } = text;
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  return (
    <div className="field">
      <div>
        <strong>{name}</strong> {view.by(day(clock.due))} {clock.metOn ? ' · ' : null}
        {clock.metOn ? (
          <span className={clock.isLate ? 'late-word' : 'soft'}>
            {(clock.isLate ? view.metLate : view.met)(day(clock.metOn))}
          </span>
        ) : clock.isLate ? (
          <span className="tag late">{text.late}</span>
        ) : null}
      </div>
      <div className="clock-why">
        {view.why(clock.days, clock.unit === 'working', day(clock.from))}
        {clock.due === clock.lastDay ? null : ` · ${view.moved(day(clock.lastDay))}`}
        {' · '}
        {view.basis}: {locale === 'th' ? clock.basisTh : clock.basisEn}{' '}
        {clock.status === 'unconfirmed' ? <span className="tag warn">{text.unconfirmed}</span> : null}
      </div>
    </div>
  );
}
