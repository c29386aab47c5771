/** What is announced when a new version of a deadline has been entered. */
import { randomUUID } from 'node:crypto';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { NewNotice } from './notice.ts';
import { noticesText } from './text.ts';

export type ChangedClock = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly days: number;
  readonly dayUnit: 'calendar' | 'working';
  /** Civil date. */
  readonly validFrom: string;
};

/** For all who work on cases. Running clocks keep the version they began with, which the title need not say. */
export function clockRuleNotice(clock: ChangedClock, raisedBy: string, at: Date): NewNotice {
  const title = (locale: 'th' | 'en', name: string) => {
    const { clockRule, dayUnits } = noticesText(locale).raised;
    const from = formatDate(asCivilDate(clock.validFrom), locale);
    return clockRule(name, clock.days, dayUnits[clock.dayUnit], from);
  };
  return {
    id: randomUUID(),
    kind: 'clock-rule',
    objectId: clock.code,
    titleTh: title('th', clock.nameTh),
    titleEn: title('en', clock.nameEn),
    href: '/office/settings/clocks',
    touches: [
      {
        kind: 'clock',
        id: clock.code,
        titleTh: clock.nameTh,
        titleEn: clock.nameEn,
        href: `/office/settings/clocks#${clock.code}`,
        ownerRoles: ['administrator'],
      },
    ],
    raisedBy,
    at,
  };
}
