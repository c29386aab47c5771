/** How far a centre has used its quota of each kind, as bars with words. */
import { ProgressBar } from '#interface/charts/progress-bar.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { CentreKind } from '../nominations.ts';
import { seatsText } from '../text.ts';

export function QuotaWords({
  kinds,
  locale,
}: {
  readonly kinds: readonly CentreKind[];
  readonly locale: Locale;
}) {
  const words = seatsText(locale).nominations;
  return (
    <ul className="plain-list">
      {kinds.map((kind) => {
        const name = locale === 'th' ? kind.nameTh : kind.nameEn;
        const fromPool = kind.held - kind.fromQuota;
        const also = [
          fromPool > 0 ? words.extra(fromPool) : '',
          kind.undecided > 0 ? words.undecided(kind.undecided) : '',
          kind.waiting > 0 ? words.waiting(kind.waiting) : '',
        ].filter(Boolean);
        return (
          <li key={kind.code}>
            {kind.quota > 0 ? (
              <ProgressBar label={name} locale={locale} value={kind.fromQuota} max={kind.quota} />
            ) : (
              words.noQuota(name)
            )}
            {also.length > 0 ? <div className="small soft">{also.join(' · ')}</div> : null}
          </li>
        );
      })}
    </ul>
  );
}
