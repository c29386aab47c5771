/** What may be shown of answers, and which question a seminar asks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from './evaluation.ts';
import { formOf, meanOf, overallMean, resultOf } from './evaluation-rules.ts';

const item = (change: Partial<Item> = {}): Item => ({
  id: 'i1',
  seminarId: undefined,
  code: 'content',
  version: 1,
  about: 'slot',
  kind: 'rating',
  promptTh: 'ก',
  promptEn: 'a',
  position: 1,
  isAsked: true,
  isConfirmed: false,
  validFrom: '2025-10-01',
  ...change,
});
const seminar = { id: 's1', startsOn: '2027-06-20' };
const counts = fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 });
const counted = (marks: readonly number[]) =>
  marks.map((people, at) => ({ subjectId: 'p', itemId: 'i1', rating: at + 1, people }));

describe('small groups', () => {
  test('a group below the least shows no number at all; one that reaches it shows every number', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 5, max: 20 }), (marks, least) => {
        const people = marks.reduce((sum, one) => sum + one, 0);
        const result = resultOf(item(), 'p', counted(marks), least);
        if (people < least)
          expect([result.counts, result.people, result.mean]).toEqual([undefined, undefined, undefined]);
        else expect([result.counts, result.people]).toEqual([marks, people]);
      }),
    );
  });

  test('what is hidden does not come back through the mean of all', () => {
    const shown = resultOf(item(), 'p', counted([0, 0, 0, 0, 5]), 5);
    const hidden = resultOf(item(), 'p', counted([4, 0, 0, 0, 0]), 5);
    expect(overallMean([shown, hidden])).toBe(5);
    expect(overallMean([hidden])).toBeUndefined();
  });

  test('a mean lies between the least and the highest mark given', () => {
    fc.assert(
      fc.property(counts, (marks) => {
        const given = marks.flatMap((people, at) => (people > 0 ? [at + 1] : []));
        const mean = meanOf(marks);
        if (given.length === 0) expect(mean).toBeUndefined();
        else {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...given));
          expect(mean).toBeLessThanOrEqual(Math.max(...given));
        }
      }),
    );
  });
});

describe('the form of a seminar', () => {
  test('takes its own question before the common one, the newest before older ones, none that begins later', () => {
    const items = [
      item({ id: 'a', version: 1 }),
      item({ id: 'b', version: 2 }),
      item({ id: 'c', version: 3, validFrom: '2027-07-01' }),
    ];
    expect(formOf(items, seminar).map(({ id }) => id)).toEqual(['b']);
    const own = [item({ id: 'd', seminarId: 's1' }), item({ id: 'e', seminarId: 'other', version: 5 })];
    expect(formOf([...items, ...own], seminar).map(({ id }) => id)).toEqual(['d']);
  });

  test('a dropped question stays dropped', () => {
    const items = [item(), item({ id: 'd', seminarId: 's1', isAsked: false })];
    expect(formOf(items, seminar)).toEqual([]);
    expect(formOf(items, { ...seminar, id: 'other' })).toHaveLength(1);
  });
});
