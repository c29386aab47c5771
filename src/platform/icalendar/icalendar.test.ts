/** Calendars as other programs read them: an independent parser, and RFC 5545 counted out by hand. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { type CalendarEvent, renderCalendar } from './index.ts';

const seminar: CalendarEvent = {
  uid: '7a0c@prongsai.example',
  sequence: 2,
  start: new Date('2026-11-23T02:00:00Z'),
  end: new Date('2026-11-23T09:30:00Z'),
  summary: 'อบรม "ผลประโยชน์ทับซ้อน"; รุ่นที่ 2, ภาคเหนือ',
  description: 'ลงทะเบียน 08.30 น.\nนำบัตรประชาชนมาด้วย',
  location: 'ศาลากลางจังหวัดเชียงใหม่ ชั้น 3',
  url: 'https://prongsai.example/seminars/7a0c',
  lastModified: new Date('2026-11-01T03:04:05Z'),
};
const render = (...events: CalendarEvent[]) =>
  renderCalendar({ name: 'ปฏิทินอบรม', url: 'https://prongsai.example/s', events });

function eventsOf(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** RFC 5545, 3.1 and 3.6.1: octets of a line, its end, what an event must have and may have once. */
function checkLines(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u0000-\u0008\u000b-\u001f]/);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // A letter cut in two would come out as U+FFFD.
    expect(Buffer.from(line).toString()).toBe(line);
    expect(line).not.toContain('\ufffd');
  }
  const whole = text.replaceAll('\r\n ', '');
  for (const event of whole.split('BEGIN:VEVENT').slice(1))
    for (const property of [
      'UID',
      'DTSTAMP',
      'DTSTART',
      'DTEND',
      'SEQUENCE',
      'SUMMARY',
      'STATUS',
      'LAST-MODIFIED',
    ])
      expect(event.match(new RegExp(`\r\n${property}[;:]`, 'g'))?.length, property).toBe(1);
}

describe('a calendar', () => {
  test('says of a seminar what we said', () => {
    const text = render(seminar);
    checkLines(text);
    const [event] = eventsOf(text);
    expect(event).toMatchObject({
      uid: seminar.uid,
      sequence: 2,
      summary: seminar.summary,
      description: seminar.description,
      location: seminar.location,
    });
    expect(event!.startDate.toJSDate()).toEqual(seminar.start);
    expect(event!.endDate.toJSDate()).toEqual(seminar.end);
    expect(event!.component.getFirstPropertyValue('url')).toBe(seminar.url);
    expect(event!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(event!.component.getFirstPropertyValue('last-modified'))).toBe('2026-11-01T03:04:05Z');
  });

  test('names whole days by civil dates, the end being the day after the last', () => {
    const days = { ...seminar, start: asCivilDate('2026-12-30'), end: asCivilDate('2026-12-31') };
    const text = render(days);
    checkLines(text);
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261230\r\n');
    expect(text).toContain('\r\nDTEND;VALUE=DATE:20270101\r\n');
    const [event] = eventsOf(text);
    expect([event!.startDate.isDate, event!.duration.toSeconds()]).toEqual([true, 2 * 86_400]);
  });

  test('keeps what was cancelled, under the same identity and a higher sequence', () => {
    const [event] = eventsOf(render({ ...seminar, sequence: 3, status: 'cancelled' }));
    expect(event!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([event!.uid, event!.sequence]).toEqual([seminar.uid, 3]);
  });

  test('is the same text for the same events, and a calendar also without any', () => {
    expect(render(seminar)).toBe(render({ ...seminar }));
    checkLines(render());
    expect(eventsOf(render())).toEqual([]);
  });

  test('takes a line break in a name or an identity for a blank, never for a property', () => {
    const text = render({ ...seminar, uid: 'a\r\nATTENDEE:x', url: 'https://a.example\r\nBEGIN:VALARM' });
    checkLines(text);
    expect(text).not.toMatch(/\r\n(?:ATTENDEE|BEGIN:VALARM)/);
  });

  test('folds any text without harm', () => {
    const thai = fc.string({
      unit: fc.constantFrom('ก', 'ำ', '่', 'ศูนย์', '\n', ';', '\\', ',', 'a', '𝔸', '🙂', '\u0007'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(thai, thai, (summary, description) => {
        const text = render({ ...seminar, summary: `x${summary}`, description: `x${description}` });
        checkLines(text);
        const [event] = eventsOf(text);
        expect(event!.description).toBe(`x${description}`.replaceAll('\u0007', ' '));
      }),
      { numRuns: 60 },
    );
  });
});
