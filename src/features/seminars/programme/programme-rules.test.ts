/** Where parts may stand, and what clashes, for any programme. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import {
  clashOf,
  daysOf,
  hoursOf,
  inColumn,
  instantAt,
  isSamePlace,
  minuteOf,
  moved,
  type Placed,
  resized,
} from './programme-rules.ts';

const day = asCivilDate('2027-06-17');
const rooms = [
  { id: 'hall', nameTh: 'ห้องใหญ่', nameEn: 'Hall' },
  { id: 'small', nameTh: 'ห้องเล็ก', nameEn: undefined },
];
const speakers = [{ id: 'anan', nameTh: 'นายอนันต์', nameEn: undefined }];

const part = (id: string, from: number, to: number, roomId?: string, by: string[] = []): Placed => ({
  id,
  titleTh: id,
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
  roomId,
  speakers: by.map((speakerId) => ({ speakerId })),
});

describe('clashes', () => {
  const lecture = part('lecture', 540, 630, 'hall', ['anan']);
  test.each([
    ['the same room at the same time', part('x', 600, 660, 'hall'), 'room-taken'],
    ['the same speaker in another room', part('x', 600, 660, 'small', ['anan']), 'speaker-taken'],
    ['one after the other', part('x', 630, 660, 'hall', ['anan']), undefined],
    ['two rooms, two speakers', part('x', 600, 660, 'small', ['other']), undefined],
    ['all rooms beside one room, as a break for everybody', part('x', 600, 660), undefined],
    ['the part itself, moved a little', part('lecture', 550, 640, 'hall', ['anan']), undefined],
  ])('%s', (_name, other, code) => {
    expect(clashOf(other, [lecture], rooms, speakers)?.code).toBe(code);
  });

  test('name both parts and what both need', () => {
    expect(clashOf(part('x', 600, 660, 'hall'), [lecture], rooms, speakers)?.clash).toMatchObject({
      slotId: 'x',
      otherId: 'lecture',
      nameTh: 'ห้องใหญ่',
    });
  });

  test('are found from either side, and only where times overlap', () => {
    const minute = fc.integer({ min: 0, max: 1_400 });
    const any = fc
      .tuple(minute, fc.integer({ min: 1, max: 39 }))
      .map(([from, length]) => [from, from + length]);
    fc.assert(
      fc.property(any, any, ([a, b], [c, d]) => {
        const one = part('one', a!, b!, 'hall');
        const other = part('other', c!, d!, 'hall');
        const clashes = clashOf(one, [other], rooms, speakers) !== undefined;
        expect(clashOf(other, [one], rooms, speakers) !== undefined).toBe(clashes);
        expect(clashes).toBe(a! < d! && c! < b!);
      }),
    );
  });
});

describe('moving', () => {
  const placement = fc
    .tuple(fc.integer({ min: 0, max: 1_380 }), fc.integer({ min: 5, max: 60 }))
    .map(([start, length]) => ({ start, end: start + length, roomId: 'hall' }));
  const by = fc.integer({ min: -2_000, max: 2_000 });

  test('keeps the length and stays within the day; stretching keeps the start and at least five minutes', () => {
    fc.assert(
      fc.property(placement, by, (place, minutes) => {
        const there = moved(place, minutes);
        expect(there.end - there.start).toBe(place.end - place.start);
        expect(there.start).toBeGreaterThanOrEqual(0);
        expect(there.end).toBeLessThanOrEqual(1_440);
        const longer = resized(place, minutes);
        expect(longer.start).toBe(place.start);
        expect(longer.end).toBeGreaterThanOrEqual(place.start + 5);
        expect(longer.end).toBeLessThanOrEqual(1_440);
      }),
    );
  });

  test('there and back is where it was', () => {
    const place = { start: 540, end: 600, roomId: 'hall' };
    expect(isSamePlace(moved(moved(place, 15), -15), place)).toBe(true);
    expect(isSamePlace(inColumn(inColumn(place, rooms, 1), rooms, -1), place)).toBe(true);
  });

  test('columns are all rooms, then each room; beyond the last there is nothing', () => {
    const place = { start: 540, end: 600, roomId: undefined };
    expect(inColumn(place, rooms, 1).roomId).toBe('hall');
    expect(inColumn(place, rooms, 9).roomId).toBe('small');
    expect(inColumn(place, rooms, -1).roomId).toBeUndefined();
  });

  test('minutes of a day and instants say the same, at any hour in Bangkok', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_439 }), (minute) => {
        expect(minuteOf(instantAt(day, minute))).toBe(minute);
      }),
    );
  });
});

test('days are those of the seminar and those on which a part was left behind', () => {
  const stray = { startsAt: instantAt(asCivilDate('2027-06-20'), 540) };
  expect(daysOf({ startsOn: '2027-06-17', endsOn: '2027-06-18' }, [stray])).toEqual([
    '2027-06-17',
    '2027-06-18',
    '2027-06-20',
  ]);
});

test('the grid shows office hours and whatever goes beyond', () => {
  expect(hoursOf([])).toEqual({ first: 8, last: 17 });
  expect(hoursOf([{ start: 435, end: 1_210, roomId: undefined }])).toEqual({ first: 7, last: 21 });
});
