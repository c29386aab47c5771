/** Calendars that people subscribe to or download (RFC 5545): seminars, deadlines, visits. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, type CivilDate } from '#platform/calendar/civil-date.ts';

export type CalendarEvent = {
  /** The same for ever, also after a change; such as `<id>@<host>`. */
  readonly uid: string;
  /** Rises with each change, so that calendars replace what they have. */
  readonly sequence: number;
  /** An instant, or a civil date for what lasts whole days. */
  readonly start: Date | CivilDate;
  /** For whole days the last one, itself included; for an instant the end. */
  readonly end: Date | CivilDate;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  /** `cancelled` stays in the calendar, so that those who subscribe see it struck out. */
  readonly status?: 'confirmed' | 'tentative' | 'cancelled';
  readonly lastModified: Date;
};

export type CalendarFile = {
  readonly name: string;
  /** The page that shows the same. */
  readonly url?: string;
  readonly events: readonly CalendarEvent[];
};

/** Serve it by this, as an attachment or under an address to subscribe to. */
export const calendarType = 'text/calendar; charset=utf-8';

/**
 * The file's text: lines of at most 75 octets ended by CRLF, no letter cut. Instants are in UTC, which every calendar
 * shows in its reader's own time, so that no rules of a time zone need to travel along. The same events give the same
 * text, octet for octet; DTSTAMP is when the event was last changed.
 */
export function renderCalendar({ name, url, events }: CalendarFile): string {
  const calendar = ical({
    name: line(name),
    prodId: { company: 'Prongsai', product: 'Prongsai', language: 'TH' },
    method: ICalCalendarMethod.PUBLISH,
    // How often a subscriber may ask again.
    ttl: 60 * 60,
    ...(url ? { url: line(url) } : {}),
  });
  for (const event of events) {
    calendar.createEvent({
      id: line(event.uid),
      sequence: event.sequence,
      ...when(event.start, event.end),
      stamp: event.lastModified,
      lastModified: event.lastModified,
      summary: line(event.summary),
      status: {
        confirmed: ICalEventStatus.CONFIRMED,
        tentative: ICalEventStatus.TENTATIVE,
        cancelled: ICalEventStatus.CANCELLED,
      }[event.status ?? 'confirmed'],
      ...(event.description ? { description: text(event.description) } : {}),
      ...(event.location ? { location: line(event.location) } : {}),
      ...(event.url ? { url: line(event.url) } : {}),
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

function when(start: Date | CivilDate, end: Date | CivilDate): { start: Date; end: Date; allDay: boolean } {
  if (start instanceof Date || end instanceof Date)
    return { start: new Date(start), end: new Date(end), allDay: false };
  // DTEND is the first day on which it is over (RFC 5545, 3.6.1); the library writes the day in UTC.
  const last = addDays(end < start ? start : end, 1);
  return { start: new Date(`${start}T00:00:00Z`), end: new Date(`${last}T00:00:00Z`), allDay: true };
}

/** Control characters may not occur; a line's end is written by the library as \n. */
const text = (value: string) =>
  value.replace(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/g, ' ').toWellFormed();
const line = (value: string) =>
  text(value)
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim();
