/** Bands, steps, gaps and comparisons as rules: examples from both scales, and properties over all that may be typed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Framework, Scheme } from './framework.ts';
import {
  bandOf,
  dayInYear,
  faultsOf,
  inForce,
  needsTreatment,
  rankOf,
  scoreBand,
} from './framework-rules.ts';
import { frameworkSeed } from './frameworks.seed.ts';
import { mapStates, mapSteps, type Risk, type RiskWords } from './risk.ts';
import {
  bandFor,
  compareRisks,
  fitTo,
  gapsOf,
  isOpen,
  latestResults,
  spread,
  stateAfter,
} from './risk-rules.ts';

const seed = (code: string): Framework => frameworkSeed.find((one) => one.code === code)!;
const five = seed('five-by-five').scheme;
const three = seed('three-by-three').scheme;

const whole: RiskWords = {
  domain: 'permits',
  process: 'p',
  step: 's',
  event: 'e',
  who: 'w',
  how: 'h',
  isKnown: true,
  cause: 'c',
  control: 'k',
  controlQuality: 'weak',
  likelihood: 4,
  impact: 4,
  treatment: 't',
  owner: 'o',
  dueOn: '2027-03-15',
  indicator: 'i',
  typology: undefined,
};
const risk = (change: Partial<Risk> = {}): Risk => ({
  ...whole,
  ...{ id: 'r', mapId: 'm', lineage: 'r', sort: 10, band: 'very-high', isRemoved: false, revision: 1 },
  ...change,
});

describe('frameworks', () => {
  test('all that ship give every risk a band', () => {
    expect(frameworkSeed.flatMap(({ scheme }) => faultsOf(scheme))).toEqual([]);
    expect(frameworkSeed.every(({ status }) => status === 'unconfirmed')).toBe(true);
  });

  test.each([
    [1, 1, 'low'],
    [1, 4, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [3, 5, 'very-high'],
    [5, 5, 'very-high'],
  ])('the newer scale: %i × %i is %s', (likelihood, impact, band) => {
    expect(bandOf(five, { likelihood, impact, control: undefined })?.code).toBe(band);
  });

  test.each([
    [3, 3, 'good', 'medium'],
    [3, 3, 'fair', 'fairly-high'],
    [3, 3, 'weak', 'high'],
    [1, 2, 'good', 'low'],
    [1, 2, 'weak', 'medium'],
    [2, 2, 'fair', 'medium'],
  ])('the older scale: %i × %i with %s control is %s', (likelihood, impact, control, band) => {
    expect(bandOf(three, { likelihood, impact, control })?.code).toBe(band);
  });

  test('the older scale says nothing while the quality of control is missing', () => {
    expect(bandOf(three, { likelihood: 3, impact: 3, control: undefined })).toBeUndefined();
  });

  test('levels that a scale does not have give no band', () => {
    expect(scoreBand(five, 6, 1)).toBeUndefined();
    expect(scoreBand(three, 4, 1)).toBeUndefined();
    expect(scoreBand(five, 0, 1)).toBeUndefined();
    expect(scoreBand(five, 1.5, 1)).toBeUndefined();
  });

  const scheme = fc.constantFrom(...frameworkSeed.map((one) => one.scheme));
  const levelsOf = (one: Scheme) =>
    fc.tuple(
      fc.integer({ min: 1, max: one.likelihood.levels.length }),
      fc.integer({ min: 1, max: one.impact.levels.length }),
      fc.constantFrom(...one.controls.map(({ code }) => code)),
    );

  test('property: exactly one band for all levels and controls', () => {
    fc.assert(
      fc.property(
        scheme.chain((one) => fc.tuple(fc.constant(one), levelsOf(one))),
        ([one, [l, i, control]]) => {
          expect(
            rankOf(one, bandOf(one, { likelihood: l, impact: i, control })?.code),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('property: graver levels or weaker control never give a calmer band', () => {
    fc.assert(
      fc.property(
        scheme.chain((one) => fc.tuple(fc.constant(one), levelsOf(one), levelsOf(one))),
        ([one, [l1, i1, c1], [l2, i2, c2]]) => {
          const control = (code: string) => one.controls.findIndex((each) => each.code === code);
          fc.pre(l1 <= l2 && i1 <= i2 && control(c1) <= control(c2));
          const rank = (l: number, i: number, c: string) =>
            rankOf(one, bandOf(one, { likelihood: l, impact: i, control: c })?.code);
          expect(rank(l1, i1, c1)).toBeLessThanOrEqual(rank(l2, i2, c2));
        },
      ),
    );
  });

  test('a scheme that leaves risks without a band is refused, and says where', () => {
    const bands = five.bands.map((band, at) => (at === 0 ? { ...band, from: 2 } : band));
    expect(faultsOf({ ...five, bands })).toEqual(['bands']);
    expect(faultsOf({ ...five, domains: [five.domains[0]!, five.domains[0]!] })).toEqual(['codes']);
    expect(faultsOf({ ...three, afterControl: { ...three.afterControl, weak: {} } })).toEqual(['control']);
    expect(faultsOf({ ...three, afterControl: null })).toEqual(['control']);
    expect(faultsOf({ ...five, treatFrom: 'extreme' })).toEqual(['treat-from']);
    expect(faultsOf({ ...five, likelihood: { ...five.likelihood, levels: [] } })).toContain('levels');
  });

  test('of each code the newest version in force is offered, in the order of the list', () => {
    const next = { ...seed('five-by-five'), version: 2, fromYear: 2571 };
    const ended = { ...seed('three-by-three'), toYear: 2570 };
    const codes = (year: number) =>
      inForce([seed('five-by-five'), ended, next], 'corruption', year).map(
        ({ code, version }) => `${code}.${version}`,
      );
    expect(codes(2570)).toEqual(['five-by-five.1', 'three-by-three.1']);
    expect(codes(2571)).toEqual(['five-by-five.2']);
    expect(inForce(frameworkSeed, 'bribery', 2570).map(({ code }) => code)).toEqual(['bribery']);
  });

  test('a month and day lies in the fiscal year that begins in October', () => {
    expect(dayInYear(2570, '12-31')).toBe('2026-12-31');
    expect(dayInYear(2570, '03-31')).toBe('2027-03-31');
    expect(dayInYear(2570, '09-30')).toBe('2027-09-30');
  });
});

describe('the way of a map', () => {
  test('only these steps follow each other', () => {
    const ways = mapStates.flatMap((state) =>
      mapSteps.flatMap((step) =>
        stateAfter(state, step) ? [`${state} ${step} ${stateAfter(state, step)}`] : [],
      ),
    );
    expect(ways).toEqual([
      'draft submitted submitted',
      'submitted returned returned',
      'submitted verified verified',
      'returned submitted submitted',
      'verified returned returned',
      'verified approved approved',
      'approved published approved',
      'approved results-6 approved',
      'approved results-12 approved',
    ]);
  });

  test('property: whatever is tried, an approved map was verified after it was last handed in, and stays approved', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...mapSteps), { maxLength: 30 }), (tried) => {
        let state: (typeof mapStates)[number] = 'draft';
        const taken: string[] = [];
        for (const step of tried) {
          const next = stateAfter(state, step);
          if (state === 'approved') expect(next ?? 'approved').toBe('approved');
          if (!next) continue;
          taken.push(step);
          state = next;
        }
        if (state !== 'approved') return;
        const way = taken.slice(0, taken.indexOf('approved'));
        expect(way.slice(-2)).toEqual(['submitted', 'verified']);
        expect(isOpen(state)).toBe(false);
      }),
    );
  });
});

describe('what a risk lacks', () => {
  test('nothing, when it is whole', () => {
    expect(gapsOf(five, whole)).toEqual([]);
  });

  test('a low risk needs no treatment; one band higher it does', () => {
    const bare = { ...whole, treatment: '', owner: '', dueOn: undefined, indicator: '' };
    expect(gapsOf(five, { ...bare, likelihood: 1, impact: 4 })).toEqual([]);
    expect(gapsOf(five, { ...bare, likelihood: 1, impact: 5 })).toEqual([
      'treatment',
      'owner',
      'indicator',
      'dueOn',
    ]);
    expect(needsTreatment(five, 'medium')).toBe(true);
  });

  test('domain, levels and control must be of the framework', () => {
    expect(
      gapsOf(five, { ...whole, domain: 'weather', likelihood: undefined, controlQuality: 'magic' }),
    ).toEqual(['domain', 'controlQuality', 'likelihood']);
  });

  test('a risk copied to another scale keeps its words and loses what that scale does not have', () => {
    const copied = fitTo(three, { ...whole, domain: 'procurement' }, false);
    expect(copied).toMatchObject({ event: 'e', domain: '', controlQuality: 'weak', likelihood: undefined });
    expect(bandFor(three, copied)).toBeUndefined();
  });
});

describe('figures and comparison', () => {
  test('property: the matrix counts every placed risk once', () => {
    const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.record({ likelihood: level, impact: level })), (risks) => {
        const placed = risks.filter(({ likelihood, impact }) => likelihood && impact).length;
        expect(
          spread(five, risks)
            .flat()
            .reduce((sum, count) => sum + count, 0),
        ).toBe(placed);
      }),
    );
  });

  test('of results of one risk and half the last counts', () => {
    const at = (hour: number) => new Date(Date.UTC(2027, 2, 31, hour));
    const results = [
      { riskId: 'a', half: 6 as const, at: at(9), done: 'second' },
      { riskId: 'a', half: 6 as const, at: at(8), done: 'first' },
      { riskId: 'a', half: 12 as const, at: at(7), done: 'year' },
    ];
    expect(
      latestResults(results)
        .map(({ done }) => done)
        .sort(),
    ).toEqual(['second', 'year']);
  });

  test('what was added, changed, dropped and left alone between two maps', () => {
    const before = [risk({ lineage: 'kept' }), risk({ lineage: 'changed' }), risk({ lineage: 'gone' })];
    const after = [
      risk({ lineage: 'kept', id: 'other' }),
      risk({ lineage: 'changed', likelihood: 2, treatment: 'new' }),
      risk({ lineage: 'new' }),
    ];
    expect(
      compareRisks(before, after).map((change) =>
        change.kind === 'changed' ? [change.kind, ...change.fields] : change.kind,
      ),
    ).toEqual(['same', ['changed', 'likelihood', 'treatment'], 'added', 'removed']);
  });
});
