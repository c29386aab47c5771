/** The level follows from evidence: what must hold whatever the evidence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleSeeds } from '../learning/learning.seed.ts';
import { type LearningRule, type RuleCode, valuesOn } from '../learning/learning-rule.ts';
import type { Evidence } from './competence.ts';
import { levelOf, suggest } from './level-rules.ts';

const rules = ruleSeeds.map(
  (seed): LearningRule => ({
    ...seed,
    version: 1,
    source: '',
    isConfirmed: false,
    validFrom: '2025-10-01',
    validTo: undefined,
  }),
);
const today = '2027-12-01';
const values = valuesOn(rules, today);
type Row = Pick<Evidence, 'competency' | 'source' | 'level' | 'percent' | 'on' | 'at'>;

const row = (source: Evidence['source'], change: Partial<Row> = {}): Row => ({
  competency: 'K1',
  source,
  level: source === 'superior' ? 2 : undefined,
  percent: source === 'test' ? 80 : undefined,
  on: '2027-06-20',
  at: new Date('2027-06-20T00:00:00Z'),
  ...change,
});
const times = (count: number, one: Row) => Array.from({ length: count }, () => one);
const anyRow = fc
  .record({
    source: fc.constantFrom('attendance', 'test', 'practice', 'superior'),
    level: fc.integer({ min: 1, max: 4 }),
    percent: fc.integer({ min: 0, max: 100 }),
    month: fc.integer({ min: 1, max: 11 }),
    year: fc.integer({ min: 2022, max: 2027 }),
    at: fc.integer({ min: 0, max: 1000 }),
  })
  .map(
    ({ source, level, percent, month, year, at }): Row =>
      row(source as Evidence['source'], {
        level: source === 'superior' ? level : undefined,
        percent: source === 'test' ? percent : undefined,
        on: `${year}-${String(month).padStart(2, '0')}-15`,
        at: new Date(at * 1000),
      }),
  );
const anyRows = fc.array(anyRow, { maxLength: 15 });
const withoutSuperior = (rows: readonly Row[]) => rows.filter(({ source }) => source !== 'superior');

describe('the documented rule', () => {
  test('from nothing to teaching others', () => {
    const level = (...rows: Row[]) => levelOf(rows, values, today);
    expect(level()).toBe(0);
    expect(level(row('attendance'))).toBe(1);
    expect(level(row('test', { percent: 59 }))).toBe(0);
    expect(level(row('test', { percent: 60 }))).toBe(2);
    expect(level(row('test'), ...times(2, row('practice')))).toBe(3);
    expect(level(row('test'), ...times(9, row('practice')))).toBe(3);
    expect(level(row('test'), ...times(5, row('practice')), row('superior', { level: 4 }))).toBe(4);
    // Practice without understanding shown is no third level.
    expect(level(...times(9, row('practice')))).toBe(0);
  });

  test('a superior lifts by one step and no more; her last word counts', () => {
    const lift = (level: number, at = 0) => row('superior', { level, at: new Date(at) });
    expect(levelOf([lift(4)], values, today)).toBe(1);
    expect(levelOf([row('attendance'), lift(4)], values, today)).toBe(2);
    expect(levelOf([row('attendance'), lift(4, 1), lift(1, 2)], values, today)).toBe(1);
  });

  test('evidence grows old', () => {
    const old = row('test', { on: '2024-12-01' });
    expect(levelOf([old], values, '2027-11-30')).toBe(2);
    expect(levelOf([old], values, '2027-12-01')).toBe(0);
  });
});

describe('whatever the evidence', () => {
  test('the level is between 0 and 4, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const level = levelOf(rows, values, today);
        expect([0, 1, 2, 3, 4]).toContain(level);
        expect(levelOf([...rows].reverse(), values, today)).toBe(level);
      }),
    );
  });

  test('more attendance, tests or practice never lower it', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (rows, more) => {
        const before = levelOf(rows, values, today);
        expect(levelOf([...rows, ...withoutSuperior(more)], values, today)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('a superior’s word lifts by at most the steps allowed and never lowers', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const without = levelOf(withoutSuperior(rows), values, today);
        const level = levelOf(rows, values, today);
        expect(level).toBeGreaterThanOrEqual(without);
        expect(level - without).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('without any row of rules nobody reaches a level', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(levelOf(rows, valuesOn([], today), today)).toBe(0);
      }),
    );
  });
});

test('of two versions of a number the newer that holds on the day counts; a small group is never below five', () => {
  const changed = (code: RuleCode, version: number, value: number, validFrom: string) => ({
    ...rules.find((rule) => rule.code === code)!,
    version,
    value,
    validFrom,
  });
  const all = [
    ...rules,
    changed('wanted-level', 2, 3, '2028-01-01'),
    changed('small-group', 2, 2, '2026-01-01'),
  ];
  expect(valuesOn(all, today)['wanted-level']).toBe(2);
  expect(valuesOn(all, '2028-01-01')['wanted-level']).toBe(3);
  expect(valuesOn(all, today)['small-group']).toBe(5);
});

test('those who lack most of what a seminar teaches are named first; who lacks nothing is left out', () => {
  const one = (personId: string, levels: Record<string, 0 | 1 | 2>) => ({
    personId,
    levels: new Map(Object.entries(levels)),
  });
  const people = [one('a', { K1: 2, S2: 2 }), one('b', { K1: 1, S2: 2 }), one('c', { K1: 0 })];
  expect(suggest(people, ['S2', 'K1', 'K1'], 2)).toEqual([
    { personId: 'c', lacks: ['K1', 'S2'], steps: 4 },
    { personId: 'b', lacks: ['K1'], steps: 1 },
  ]);
});
