/** What counts as being there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  doorState,
  judge,
  percentOf,
  planSessions,
  reaches,
  sessionNow,
  shareOf,
} from './attendance-rules.ts';

const at = (time: string) => new Date(`2027-06-${time}:00+07:00`);
const slot = (id: string, from: string, to: string, counts = true) => ({
  id,
  titleTh: id,
  titleEn: undefined,
  startsAt: at(from),
  endsAt: at(to),
  countsForAttendance: counts,
});
const programme = [
  slot('opening', '20T09:00', '20T09:30'),
  slot('lecture', '20T09:30', '20T11:30'),
  slot('lunch', '20T12:00', '20T13:00', false),
  slot('group a', '20T13:00', '20T15:00'),
  slot('group b', '20T13:00', '20T16:00'),
  slot('panel', '21T09:00', '21T12:00'),
];

describe('sessions', () => {
  test('by half-day: a part belongs where it begins, breaks make no session', () => {
    const sessions = planSessions(programme, 'half-day');
    expect(sessions.map(({ key }) => key)).toEqual(['2027-06-20/am', '2027-06-20/pm', '2027-06-21/am']);
    expect(sessions[1]?.endsAt).toEqual(at('20T16:00'));
  });

  test('by part: groups side by side count once, being in either counts', () => {
    const sessions = planSessions(programme, 'slot');
    expect(sessions).toHaveLength(5);
    expect(shareOf(sessions, new Set(['opening', 'group b']))).toEqual({ attended: 2, planned: 4 });
    expect(shareOf(sessions, new Set(['group a', 'group b']))).toEqual({ attended: 1, planned: 4 });
  });

  test('the door proposes the session that begins within three quarters of an hour', () => {
    const sessions = planSessions(programme, 'half-day');
    expect(sessionNow(sessions, at('20T08:20'))).toBe('2027-06-20/am');
    expect(sessionNow(sessions, at('20T12:10'))).toBe('2027-06-20/am');
    expect(sessionNow(sessions, at('20T12:15'))).toBe('2027-06-20/pm');
    expect(sessionNow(sessions, at('25T12:15'))).toBe('2027-06-21/am');
    expect(sessionNow([], at('25T12:15'))).toBeUndefined();
    // Between parts that follow each other it changes ten minutes before the end.
    const parts = planSessions(programme, 'slot');
    expect(sessionNow(parts, at('20T09:19'))).toBe('opening');
    expect(sessionNow(parts, at('20T09:20'))).toBe('lecture');
  });
});

describe('the share', () => {
  test('is over what is planned: who came to two of three has 66 per cent and does not reach 80', () => {
    const share = shareOf(planSessions(programme, 'half-day'), new Set(['2027-06-20/am', '2027-06-21/am']));
    expect(share).toEqual({ attended: 2, planned: 3 });
    expect([percentOf(share), reaches(share, 66), reaches(share, 67)]).toEqual([66, true, false]);
  });

  test('four of five reach 80 exactly; a programme without sessions is reached by nobody', () => {
    expect(reaches({ attended: 4, planned: 5 }, 80)).toBe(true);
    expect(reaches({ attended: 0, planned: 0 }, 0)).toBe(false);
  });

  test('what is shown never promises more than what counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        fc.integer({ min: 0, max: 100 }),
        (planned, n, percent) => {
          const share = { attended: n % (planned + 1), planned };
          if (percentOf(share) >= percent) expect(reaches(share, percent)).toBe(true);
        },
      ),
    );
  });

  test('presence in a session that is no longer planned counts nothing', () => {
    expect(shareOf(planSessions(programme, 'half-day'), new Set(['2027-06-29/am']))).toEqual({
      attended: 0,
      planned: 3,
    });
  });
});

describe('the door', () => {
  const sound = { isGenuine: true, isOfThisSeminar: true, state: 'confirmed', isIn: false } as const;
  test('lets in a confirmed seat once', () => {
    expect(judge(sound)).toBe('ok');
    expect(judge({ ...sound, isIn: true })).toBe('duplicate');
  });

  test('refuses everything else by its first reason', () => {
    expect(judge({ ...sound, isGenuine: false, isOfThisSeminar: false })).toBe('forged');
    expect(judge({ ...sound, isOfThisSeminar: false, state: undefined })).toBe('wrong-seminar');
    expect(judge({ ...sound, state: undefined })).toBe('unknown');
    expect(judge({ ...sound, state: 'cancelled', isIn: true })).toBe('cancelled');
    expect(judge({ ...sound, state: 'not-confirmed' })).toBe('not-confirmed');
  });

  test('waiting is not confirmed, given back is cancelled', () => {
    expect(doorState('confirmed')).toBe('confirmed');
    expect(doorState('offered')).toBe('not-confirmed');
    expect(doorState('substituted')).toBe('cancelled');
  });
});
