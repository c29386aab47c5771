/** Drawing by blueprint: counts satisfied, nothing twice, the same again from the same seed, a clear word when the bank is too small. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blueprint, drawBoth, type PoolQuestion, shuffled } from './drawing-rules.ts';

const codes = ['K1', 'K2', 'S1'];
const pool = (size: number, of: (at: number) => readonly string[]): PoolQuestion[] =>
  Array.from({ length: size }, (_, at) => ({ id: `q${at}`, version: 1 + (at % 3), competencies: of(at) }));
const somePool = fc
  .array(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }), {
    maxLength: 40,
    size: 'max',
  })
  .map((all) => pool(all.length, (at) => all[at]!));
const someBlueprint: fc.Arbitrary<Blueprint> = fc
  .uniqueArray(fc.constantFrom(...codes), { minLength: 1 })
  .chain((chosen) =>
    fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: chosen.length, maxLength: chosen.length })
      .map((counts) => chosen.map((competency, at) => ({ competency, questions: counts[at]! }))),
  );

describe('drawing', () => {
  test('what is drawn satisfies the blueprint twice over and holds no question twice; otherwise it says what is missing', () => {
    let drawn = 0;
    fc.assert(
      fc.property(somePool, someBlueprint, fc.string(), (questions, blueprint, seed) => {
        const draw = drawBoth(questions, blueprint, seed);
        if (!draw.ok) {
          expect(draw.shortages.length).toBeGreaterThan(0);
          for (const { needed, found } of draw.shortages) expect(found).toBeLessThan(needed);
          return;
        }
        drawn++;
        const { pre, post } = draw.tests;
        for (const one of [pre, post])
          for (const { competency, questions: wanted } of blueprint)
            expect(one.filter((each) => each.competency === competency)).toHaveLength(wanted);
        const all = [...pre, ...post];
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { id, version, competency } of all) {
          const source = questions.find((question) => question.id === id)!;
          expect(source.version).toBe(version);
          expect(source.competencies).toContain(competency);
        }
      }),
      { numRuns: 300 },
    );
    expect(drawn).toBeGreaterThan(30);
  });

  test('a possible draw is found, even where questions must change places', () => {
    // Two serve both competencies, two serve K1 alone: K2 needs both of the first.
    const tight = pool(4, (at) => (at < 2 ? ['K1', 'K2'] : ['K1']));
    const blueprint = [
      { competency: 'K1', questions: 1 },
      { competency: 'K2', questions: 1 },
    ];
    for (let seed = 0; seed < 50; seed++) expect(drawBoth(tight, blueprint, String(seed)).ok).toBe(true);
    expect(drawBoth(tight.slice(1), blueprint, 'x')).toEqual({
      ok: false,
      shortages: [{ competency: 'K2', needed: 2, found: 1 }],
    });
  });

  test('the same seed draws the same whatever the order of the bank; another person gets others', () => {
    const questions = pool(40, () => ['K1']);
    const blueprint = [{ competency: 'K1', questions: 10 }];
    const first = drawBoth(questions, blueprint, 'seat a');
    expect(drawBoth([...questions].reverse(), blueprint, 'seat a')).toEqual(first);
    expect(drawBoth(questions, blueprint, 'seat b')).not.toEqual(first);
  });

  test('shuffling keeps everything and favours no place', () => {
    const firsts = new Map<number, number>();
    for (let seed = 0; seed < 4_000; seed++) {
      const out = shuffled([0, 1, 2, 3], String(seed));
      expect([...out].sort()).toEqual([0, 1, 2, 3]);
      firsts.set(out[0]!, (firsts.get(out[0]!) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
