/** Where a step leads, what an answer lacks, and how readiness is counted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerStates, answerSteps } from './answer.ts';
import { afterStep, lacks, missingFormats, readinessOf } from './answer-rules.ts';

const item = {
  formats: ['pdf', 'xlsx'] as const,
  checklist: [
    { position: 1, textTh: 'ก', textEn: 'a' },
    { position: 2, textTh: 'ข', textEn: 'b' },
  ],
};
const whole = { ticked: [1, 2], asOf: '2026-10-01', selfScore: 90, owner: 'นิติกร' };

describe('the way of an answer', () => {
  test('is handed in, found wanting, appealed and decided', () => {
    expect(afterStep({ state: 'preparing', result: undefined }, 'ready')).toEqual({ state: 'ready' });
    expect(afterStep({ state: 'ready', result: undefined }, 'not-met')).toEqual({
      state: 'reviewed',
      result: 'not-met',
    });
    expect(afterStep({ state: 'reviewed', result: 'not-met' }, 'appeal')).toEqual({
      state: 'appealed',
      result: 'not-met',
    });
    expect(afterStep({ state: 'appealed', result: 'not-met' }, 'decide-met')).toEqual({
      state: 'decided',
      result: 'met',
    });
  });

  test('nobody appeals against what was met, nor reviews what was not handed in', () => {
    expect(afterStep({ state: 'reviewed', result: 'met' }, 'appeal')).toBeUndefined();
    expect(afterStep({ state: 'preparing', result: undefined }, 'met')).toBeUndefined();
    expect(afterStep({ state: 'decided', result: 'not-met' }, 'appeal')).toBeUndefined();
  });

  test('a finding is there exactly when somebody has found', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answerStates),
        fc.constantFrom('met' as const, 'not-met' as const),
        fc.constantFrom(...answerSteps),
        (state, result, step) => {
          const after = afterStep({ state, result }, step);
          const isFound = after && ['reviewed', 'appealed', 'decided'].includes(after.state);
          expect(after === undefined || isFound === (after.result !== undefined)).toBe(true);
        },
      ),
    );
  });
});

describe('what is lacking', () => {
  test('nothing, when every form is linked, all is ticked and somebody answers for it', () => {
    const links = [
      { format: 'pdf', outcome: 'good' },
      { format: 'xlsx', outcome: undefined },
    ] as const;
    expect(lacks(item, whole, links)).toEqual([]);
  });

  test('a form without a link, a broken link, an open line, a day, a score, a person', () => {
    expect(lacks(item, { ticked: [1], asOf: undefined, selfScore: undefined, owner: '' }, [])).toEqual([
      'links',
      'checklist',
      'as-of',
      'self-score',
      'owner',
    ]);
    expect(lacks(item, whole, [{ format: 'pdf', outcome: 'login' }])).toEqual(['formats', 'broken-links']);
  });

  test('any link that opens will do where only something to read is asked for', () => {
    expect(missingFormats({ formats: ['page'] }, [{ format: 'pdf' }])).toEqual([]);
    expect(missingFormats({ formats: ['page'] }, [])).toEqual(['page']);
  });
});

describe('readiness', () => {
  const answer = (itemCode: string, state: 'preparing' | 'ready' | 'reviewed', more = {}) => ({
    id: itemCode,
    itemCode,
    state,
    result: undefined,
    selfScore: undefined,
    ...more,
  });

  test('counts what is ready or met of the items in force; what the set no longer asks for does not count', () => {
    const readiness = readinessOf(
      ['O1', 'O2', 'O3', 'O4'],
      [
        answer('O1', 'ready', { selfScore: 80 }),
        answer('O2', 'reviewed', { result: 'met' as const, selfScore: 50 }),
        answer('O3', 'reviewed', { result: 'not-met' as const, selfScore: 100 }),
        answer('O9', 'ready', { selfScore: 100 }),
      ],
      [
        { answerId: 'O1', outcome: 'good' },
        { answerId: 'O1', outcome: 'timeout' },
        { answerId: 'O2', outcome: undefined },
      ],
    );
    expect(readiness).toMatchObject({
      items: 4,
      begun: 3,
      ready: 2,
      met: 1,
      notMet: 1,
      readyPercent: 50,
      metPercent: 25,
      links: 2,
      broken: 1,
      // (80 + 100 + 0 + nothing) / 4
      estimate: 45,
    });
  });

  test('stays within 0 and 100 whatever is answered, and never says ready of nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 40 }),
        (codes, scores) => {
          const items = [...new Set(codes)].map((code) => `O${code}`);
          const answers = scores.map((selfScore, at) => answer(`O${at + 1}`, 'ready', { selfScore }));
          const { readyPercent, estimate, ready } = readinessOf(items, answers, []);
          expect(readyPercent).toBeGreaterThanOrEqual(0);
          expect(readyPercent).toBeLessThanOrEqual(100);
          expect(estimate).toBeLessThanOrEqual(100);
          expect(ready).toBeLessThanOrEqual(items.length);
        },
      ),
    );
  });
});
