/** Figures over results: gain as Hake defined it, nobody told from a small group, questions judged by those who know the rest. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bothOf,
  correlation,
  gainByCentre,
  gainByCompetency,
  gainOf,
  itemFigures,
  leastGroup,
  type Scored,
  tenths,
} from './result-rules.ts';

const person = (at: number, unitId: number, shares: readonly number[], competency = 'K1'): Scored => ({
  registrationId: `seat ${at}`,
  unitId,
  testId: 'test',
  finishedAt: new Date(0),
  share: shares.reduce((sum, share) => sum + share, 0) / shares.length,
  marks: shares.map((share, place) => ({ questionId: `q${place}`, version: 1, competency, share })),
});
const group = (sizes: readonly number[]): { pre: Scored[]; post: Scored[] } => {
  const units = sizes.flatMap((size, unit) => Array.from({ length: size }, () => unit + 1));
  return {
    pre: units.map((unit, at) => person(at, unit, [0, 1, 0, 1])),
    post: units.map((unit, at) => person(at, unit, [1, 1, 0, 1])),
  };
};

describe('learning gain', () => {
  test('half of what was left to gain', () => {
    const pairs = Array.from({ length: 6 }, () => ({ pre: 0.4, post: 0.7 }));
    expect(gainOf(pairs)).toMatchObject({ people: 6, normalised: expect.closeTo(0.5, 9) });
    expect(gainOf(pairs)!.difference).toBeCloseTo(0.3, 9);
    expect(gainOf(pairs.map(() => ({ pre: 1, post: 1 })))!.normalised).toBeUndefined();
  });

  test('four people are no group', () => {
    expect(gainOf(Array.from({ length: leastGroup - 1 }, () => ({ pre: 0, post: 1 })))).toBeUndefined();
  });

  test('only who took both tests counts', () => {
    const { pre, post } = group([6]);
    expect(bothOf(pre, post.slice(1))).toHaveLength(5);
  });

  test('small centres stand together, and never so that the whole less the others gives one away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (sizes) => {
        const { pre, post } = group(sizes);
        const lines = gainByCentre(bothOf(pre, post));
        for (const { gain } of lines) expect(gain.people).toBeGreaterThanOrEqual(leastGroup);
        const shown = lines.reduce((sum, { gain }) => sum + gain.people, 0);
        const whole = sizes.reduce((sum, size) => sum + size, 0);
        // Either everybody stands in some line, or there were too few altogether.
        expect(shown === whole || whole < leastGroup).toBe(true);
      }),
    );
    expect(
      gainByCentre(bothOf(group([8, 5, 2]).pre, group([8, 5, 2]).post)).map(({ unitId }) => unitId),
    ).toEqual([1, undefined]);
  });

  test('by competency, a person without a question of it does not count', () => {
    const { pre, post } = group([7]);
    expect(gainByCompetency(bothOf(pre, post), ['K1', 'S1'])).toMatchObject([
      { competency: 'K1', gain: { people: 7, pre: 0.5, post: 0.75 } },
      { competency: 'S1', gain: undefined },
    ]);
  });
});

describe('item analysis', () => {
  test('nothing is said of a question with few answers', () => {
    const few = Array.from({ length: 19 }, (_, at) => person(at, 1, [at % 2, 1]));
    expect(itemFigures(few)[0]).toMatchObject({
      answers: 19,
      facility: undefined,
      discrimination: undefined,
    });
  });

  test('a question that the able get right tells apart, one that they get wrong counts against itself', () => {
    const people = Array.from({ length: 40 }, (_, at) => {
      const able = at < 20 ? 1 : 0;
      return person(at, 1, [able, 1 - able, able, able, at % 2]);
    });
    const [good, turned, , , noise] = itemFigures(people);
    expect(good!.facility).toBe(0.5);
    expect(good!.discrimination).toBeGreaterThan(0.5);
    expect(turned!.discrimination).toBeLessThan(-0.5);
    expect(Math.abs(noise!.discrimination!)).toBeLessThan(0.2);
  });

  test('a correlation lies between −1 and 1 and does not change when both are turned', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { minLength: 3 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const found = correlation(a, b);
        if (found === undefined) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-9);
        expect(correlation(b, a)).toBeCloseTo(found, 9);
        expect(
          correlation(
            a.map((value) => 10 - value),
            b,
          ),
        ).toBeCloseTo(-found, 9);
      }),
    );
  });

  test('full marks stand in the last tenth', () => {
    expect(tenths([0, 0.05, 0.95, 1])).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});
