/** The pure rules of plans: steps, sums, quarters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { measureInput } from './plan.schemas.ts';
import { type PlanState, planStates, planSteps, type Result } from './plan.ts';
import {
  begunQuarters,
  figuresOf,
  isLate,
  isOpen,
  lacks,
  quarterEnd,
  stateAfter,
  takesResults,
} from './plan-rules.ts';
import { isFiled } from './sum-by-kind.ts';

const result = (quarter: Result['quarter'], progress: number, spent: number): Result => ({
  quarter,
  progress,
  spent,
  done: 'ทำแล้ว',
  value: undefined,
  problems: '',
  suggestions: '',
  evidenceUrl: undefined,
  enteredAt: new Date(0),
});

describe('steps', () => {
  test('a plan is published only by way of submission and verification', () => {
    // From any state, what leads to "published" comes from "verified", and what leads there from "submitted".
    const leadingTo = (to: PlanState) =>
      planStates.filter((from) => planSteps.some((step) => stateAfter(from, step) === to));
    expect(leadingTo('published')).toEqual(['verified']);
    expect(leadingTo('verified')).toEqual(['submitted']);
    expect(leadingTo('submitted')).toEqual(['draft', 'returned']);
  });

  test('in no state may a centre both change measures and report results', () => {
    for (const state of planStates) expect(isOpen(state) && takesResults(state)).toBe(false);
  });

  test('a returned plan counts as not handed in', () => {
    expect(planStates.filter((state) => isFiled({ state }))).toEqual(['submitted', 'verified', 'published']);
  });
});

describe('figures', () => {
  test('the last quarter says all, since results count from the beginning of the year', () => {
    const figures = figuresOf([
      { budget: 100_000, results: [result(1, 20, 10_000), result(2, 60, 55_000.25)] },
      { budget: 50_000.5, results: [] },
    ]);
    expect(figures).toEqual({
      measures: 2,
      budget: 150_000.5,
      spent: 55_000.25,
      // The measure without a result has come nowhere that anybody knows of.
      progress: 30,
      reported: [],
    });
  });

  test('a quarter is reported when every measure has said something of it', () => {
    expect(figuresOf([{ budget: 0, results: [result(1, 10, 0), result(3, 90, 0)] }]).reported).toEqual([
      1, 3,
    ]);
    expect(figuresOf([]).reported).toEqual([]);
  });

  test('money adds up to the satang whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000_00 }), { maxLength: 40 }), (satang) => {
        const { budget } = figuresOf(satang.map((amount) => ({ budget: amount / 100, results: [] })));
        expect(Math.round(budget * 100)).toBe(satang.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe('days', () => {
  test('quarters of fiscal year 2570 end in December 2026 to September 2027', () => {
    expect(([1, 2, 3, 4] as const).map((quarter) => quarterEnd(2570, quarter))).toEqual([
      '2026-12-31',
      '2027-03-31',
      '2027-06-30',
      '2027-09-30',
    ]);
  });

  test('results can be given for quarters that have begun, not for later ones', () => {
    expect(begunQuarters(2570, asCivilDate('2026-09-30'))).toEqual([]);
    expect(begunQuarters(2570, asCivilDate('2026-10-01'))).toEqual([1]);
    expect(begunQuarters(2570, asCivilDate('2027-04-01'))).toEqual([1, 2, 3]);
  });

  test('a measure is late the day after its last one, unless it is whole', () => {
    const endsOn = '2027-03-31';
    expect(isLate({ endsOn, results: [] }, asCivilDate('2027-03-31'))).toBe(false);
    expect(isLate({ endsOn, results: [result(2, 99, 0)] }, asCivilDate('2027-04-01'))).toBe(true);
    expect(isLate({ endsOn, results: [result(2, 100, 0)] }, asCivilDate('2027-04-01'))).toBe(false);
  });
});

describe('what comes in', () => {
  const base = {
    id: '00000000-0000-4000-8000-000000000001',
    planId: '00000000-0000-4000-8000-000000000002',
    mission: 'ethics' as const,
    title: 'ประกาศงดรับของขวัญ',
    objective: '',
    indicator: '',
    target: '',
    targetUnit: '',
    budget: '',
    startsOn: '',
    endsOn: '',
    owner: '',
    alignments: [],
  };

  test('figures as people type them: commas, Thai digits, nothing', () => {
    expect(measureInput.parse({ ...base, budget: '1,250.50', target: '๑๒๐' })).toMatchObject({
      budget: 1250.5,
      target: 120,
    });
    expect(measureInput.parse(base)).toMatchObject({ budget: undefined, target: undefined });
    for (const budget of ['12 บาท', '-5', '1.234', 'NaN', '1e9', '9'.repeat(13)])
      expect(measureInput.safeParse({ ...base, budget }).success, budget).toBe(false);
  });

  test('a last day before the first is told at the last day', () => {
    const refused = measureInput.safeParse({ ...base, startsOn: '2027-01-02', endsOn: '2027-01-01' });
    expect(refused.error?.issues.map(({ path }) => path[0])).toEqual(['endsOn']);
  });

  test('a plan with a bare name lacks what an auditor would ask for', () => {
    const bare = { objective: '', indicator: '', owner: '', startsOn: undefined, endsOn: undefined };
    expect(lacks(bare)).toEqual(['objective', 'indicator', 'owner', 'startsOn', 'endsOn']);
  });
});
