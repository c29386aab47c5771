/** Draws are fair to every standard, and a round ends only with a right answer to each situation. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conduct } from './code.ts';
import { conductFor, drawSituations, newestOn, progressOf } from './code-rules.ts';

const bankOf = fc.uniqueArray(
  fc.record({ id: fc.uuid(), standard: fc.constantFrom('A', 'B', 'C', 'D', 'E') }),
  { selector: ({ id }) => id, minLength: 5, maxLength: 20 },
);

describe('a draw', () => {
  test('has as many situations as asked for, none twice, and as many standards as there can be', () => {
    fc.assert(
      fc.property(
        bankOf,
        fc.integer({ min: 3, max: 5 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })),
        (bank, count, randoms) => {
          const drawn = drawSituations(bank, count, () => randoms.next().value as number);
          expect(new Set(drawn).size).toBe(Math.min(count, bank.length));
          const standards = new Set(drawn.map((id) => bank.find((one) => one.id === id)!.standard));
          expect(standards.size).toBe(Math.min(count, new Set(bank.map(({ standard }) => standard)).size));
        },
      ),
    );
  });

  test('can bring any situation of the bank', () => {
    const bank = ['a', 'b', 'c', 'd'].map((id) => ({ id, standard: id }));
    const firsts = new Set([0, 0.3, 0.6, 0.99].map((value) => drawSituations(bank, 1, () => value)[0]));
    expect(firsts.size).toBeGreaterThan(1);
  });
});

describe('a round', () => {
  const option = (position: number, isRight: boolean) => ({
    position,
    isRight,
    textTh: '',
    textEn: '',
    whyTh: '',
    whyEn: '',
  });
  const bank = ['a', 'b', 'c'].map((id) => ({ id, options: [option(1, false), option(2, true)] }));
  const asked = ['a', 'b', 'c'];

  test('stays at a situation until its right answer, and remembers the last wrong one', () => {
    expect(progressOf(asked, [], bank)).toEqual({ done: 0, present: 'a', wrong: undefined });
    const wrong = { scenarioId: 'a', position: 1 };
    expect(progressOf(asked, [wrong], bank)).toEqual({ done: 0, present: 'a', wrong: 1 });
    const right = (scenarioId: string) => ({ scenarioId, position: 2 });
    expect(progressOf(asked, [wrong, right('a')], bank)).toEqual({ done: 1, present: 'b', wrong: undefined });
    expect(progressOf(asked, asked.map(right), bank)).toEqual({
      done: 3,
      present: undefined,
      wrong: undefined,
    });
  });

  test('is not done by a wrong answer after the right one, nor undone', () => {
    const answers = [
      { scenarioId: 'a', position: 2 },
      { scenarioId: 'a', position: 1 },
    ];
    expect(progressOf(asked, answers, bank).present).toBe('b');
  });
});

test('the newest version whose day has come counts, in the order of the list', () => {
  const row = (code: string, version: number, validFrom: string, sort: number) => ({
    code,
    version,
    validFrom,
    sort,
  });
  const rows = [
    row('B', 1, '2021-05-20', 2),
    row('A', 1, '2020-01-01', 1),
    row('A', 2, '2027-01-01', 1),
    row('A', 3, '2026-01-01', 1),
  ];
  expect(newestOn(rows, '2026-11-25', ({ code }) => code).map(({ version }) => version)).toEqual([3, 1]);
});

test('a reader sees what binds her regime and her centre, the network’s own first', () => {
  const row = (id: string, unitId?: number, regime?: string): Conduct => ({
    id,
    unitId,
    regime,
    standard: 'S1',
    kind: 'do',
    behaviourTh: 'x',
    behaviourEn: undefined,
    exampleTh: 'x',
    exampleEn: undefined,
  });
  const all = [
    row('own', 7),
    row('all'),
    row('civil', undefined, 'CIVIL'),
    row('local', undefined, 'LOCAL'),
    row('other', 8),
  ];
  const ids = (asked: Parameters<typeof conductFor>[1]) => conductFor(all, asked).map(({ id }) => id);
  expect(ids({ regime: 'CIVIL', unitId: 7 })).toEqual(['all', 'civil', 'own']);
  expect(ids({})).toEqual(['all', 'civil', 'local']);
});
