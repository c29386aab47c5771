/** What the rules say, for any gift and any day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { choices, filingPeriods, giftRules } from '../rules/rules.seed.ts';
import { type Figures, type Filing, noFigures } from './gift.ts';
import { filingState, halfPeriod, isLate, judge, rulesOn, stateOf, sumOf } from './gift-rules.ts';

const rules = giftRules.map((rule) => ({ ...rule, version: 1, validTo: undefined }));
const periods = filingPeriods.map((period) => ({ ...period, version: 1, validTo: undefined }));

describe('the limit', () => {
  test('is passed by more than it, not by as much as it', () => {
    const of = (valueBaht: number) => judge({ kind: 'gift', valueBaht }, false, 3000);
    expect([of(2999), of(3000), of(3001)]).toEqual(['within', 'within', 'over']);
  });

  test('judges a gift in parts as it judges the whole', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 15_000 }), (one, two, limit) => {
        const parts = judge({ kind: 'gift', valueBaht: two, earlierBaht: one }, false, limit);
        expect(parts).toBe(judge({ kind: 'gift', valueBaht: one + two }, false, limit));
      }),
    );
  });

  test('takes the version of the day, and none before the first', () => {
    const later = { ...rules[0]!, version: 2, amount: 5000, validFrom: '2027-01-01' };
    expect(rulesOn([...rules, later], '2026-12-31')?.limit.amount).toBe(3000);
    expect(rulesOn([...rules, later], '2027-01-01')?.limit.amount).toBe(5000);
    expect(rulesOn(rules, '2010-01-01')).toBeUndefined();
  });
});

test('a gift stands where its decision leaves it', () => {
  expect(stateOf('within', undefined, false)).toBe('recorded');
  expect(stateOf('over', undefined, false)).toBe('waiting');
  expect(stateOf('solicitation', undefined, false)).toBe('waiting');
  expect(stateOf('over', 'keep', false)).toBe('closed');
  expect(stateOf('over', 'hand-over', false)).toBe('to-dispose');
  expect(stateOf('over', 'hand-over', true)).toBe('closed');
});

test('the day itself is in time, the next one is not', () => {
  expect(isLate('2026-12-08', undefined, '2026-12-08')).toBe(false);
  expect(isLate('2026-12-08', undefined, '2026-12-09')).toBe(true);
  expect(isLate('2026-12-08', '2026-12-08', '2027-01-01')).toBe(false);
  expect(isLate(undefined, undefined, '2027-01-01')).toBe(false);
});

describe('half-years', () => {
  test('of fiscal year 2570 begin in October 2026 and leave no day between them', () => {
    expect(halfPeriod(periods, 2570, 1)).toMatchObject({
      from: '2026-10-01',
      to: '2027-03-31',
      dueOn: '2027-03-15',
    });
    expect(halfPeriod(periods, 2570, 2)).toMatchObject({
      from: '2027-04-01',
      to: '2027-09-30',
      dueOn: '2027-08-30',
    });
  });

  test('are missing until their day, late from the next', () => {
    expect(filingState(undefined, noFigures, '2027-03-15', '2027-03-15')).toBe('missing');
    expect(filingState(undefined, noFigures, '2027-03-15', '2027-03-16')).toBe('late');
  });

  test('filed show any figure that has changed since', () => {
    const filing = {
      ...noFigures,
      id: '',
      unitId: 1,
      half: 1,
      isNothing: true,
      dueOn: '',
      filedAt: new Date(),
    };
    for (const name of Object.keys(noFigures) as (keyof Figures)[])
      expect(filingState(filing as Filing, { ...noFigures, [name]: 1 }, '', '')).toBe('changed');
    expect(filingState(filing as Filing, noFigures, '', '')).toBe('nothing');
    expect(
      sumOf([
        { ...noFigures, gifts: 2 },
        { ...noFigures, gifts: 3 },
      ]),
    ).toEqual({ ...noFigures, gifts: 5 });
  });
});

test('every seeded row says on what it rests, and a relative alone is exempt', () => {
  for (const row of [...giftRules, ...filingPeriods, ...choices]) {
    expect(row.basisTh.length).toBeGreaterThan(10);
    expect(row.basisEn.length).toBeGreaterThan(10);
    expect(asCivilDate(row.validFrom)).toBeTruthy();
  }
  expect(choices.filter(({ isExempt }) => isExempt).map(({ code }) => code)).toEqual([
    'ASCENDANT',
    'DESCENDANT',
    'SPOUSE',
    'RELATIVE',
  ]);
});
