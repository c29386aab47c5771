/** Marking: everything right is everything earned, more right never earns less, the order of choices is no matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layDown, plain, problemOf, toDraft } from './draft-rules.ts';
import { isAnswered, markOf, rightAnswer } from './marking-rules.ts';
import type { Answer, Key } from './question.ts';
import { someDraft } from './testing/arbitrary-draft.ts';

const someKey = someDraft.map((draft) => layDown(draft).key);
const multiple = fc
  .uniqueArray(fc.nat(7), { minLength: 1, maxLength: 8 })
  .map((right): Key => ({ kind: 'multiple', right }));

describe('marking', () => {
  test('all right earns the whole point, nothing answered earns nothing', () => {
    fc.assert(
      fc.property(someKey, (key) => {
        expect(markOf(key, rightAnswer(key))).toBe(1);
        expect(isAnswered(rightAnswer(key))).toBe(true);
        expect(markOf(key, undefined)).toBe(0);
      }),
    );
  });

  test('a short answer of which nothing is left when compared is refused where it is written', () => {
    const draft = { stem: { th: 'คำถาม' }, competencies: ['K1'], difficulty: 1, kind: 'short' } as const;
    const known = new Set(['K1']);
    expect(problemOf({ ...draft, accepted: ['ก', ' ... '] }, known)).toBe('option-empty');
    expect(problemOf({ ...draft, accepted: ['ก'] }, known)).toBeUndefined();
  });

  test('the order in which several are chosen, and choosing one twice, is no matter', () => {
    fc.assert(
      fc.property(multiple, fc.array(fc.nat(9)), (key, chosen) => {
        const mark = markOf(key, { kind: 'multiple', chosen });
        expect(markOf(key, { kind: 'multiple', chosen: [...chosen].reverse() })).toBe(mark);
        expect(markOf(key, { kind: 'multiple', chosen: [...chosen, ...chosen] })).toBe(mark);
      }),
    );
  });

  test('one more right choice never earns less, one more wrong never more', () => {
    fc.assert(
      fc.property(multiple, fc.uniqueArray(fc.nat(9)), fc.nat(9), (key, chosen, more) => {
        fc.pre(!chosen.includes(more) && key.kind === 'multiple');
        const before = markOf(key, { kind: 'multiple', chosen });
        const after = markOf(key, { kind: 'multiple', chosen: [...chosen, more] });
        if (key.kind === 'multiple' && key.right.includes(more)) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  test('setting one more place right in a matching or an ordering earns more', () => {
    fc.assert(
      fc.property(
        someKey.filter(({ kind }) => kind === 'matching' || kind === 'ordering'),
        fc.infiniteStream(fc.option(fc.nat(5))),
        (key, stream) => {
          const right = rightAnswer(key);
          const all = right.kind === 'matching' ? right.pairs : right.kind === 'ordering' ? right.places : [];
          const answer = (places: readonly (number | null)[]): Answer =>
            right.kind === 'matching' ? { kind: 'matching', pairs: places } : { kind: 'ordering', places };
          const guess = all.map(() => stream.next().value as number | null);
          let mark = markOf(key, answer(guess));
          for (const [at, value] of all.entries()) {
            const wasRight = guess[at] === value;
            guess[at] = value;
            const next = markOf(key, answer(guess));
            expect(next > mark).toBe(!wasRight);
            mark = next;
          }
          expect(mark).toBe(1);
        },
      ),
    );
  });

  test('choosing everything is not knowing', () => {
    expect(markOf({ kind: 'multiple', right: [0, 1] }, { kind: 'multiple', chosen: [0, 1, 2, 3] })).toBe(0);
    expect(markOf({ kind: 'multiple', right: [0, 1] }, { kind: 'multiple', chosen: [0] })).toBe(0.5);
  });

  test('short answers are compared as Thais write them: digits of both kinds, spaces, marks in any order', () => {
    const key: Key = { kind: 'short', accepted: ['30 วัน'] };
    for (const typed of ['๓๐ วัน', ' 30  วัน ', '30 วัน.', '30\u200b วัน'])
      expect(markOf(key, { kind: 'short', text: typed }), typed).toBe(1);
    expect(markOf(key, { kind: 'short', text: '15 วัน' })).toBe(0);
    expect(markOf(key, { kind: 'short', text: '  ' })).toBe(0);
    expect(plain('เเม่นํ้า')).toBe(plain('แม่น้ำ'));
  });
});

test('what is laid down leads back to the same question, and its places tell nothing', () => {
  fc.assert(
    fc.property(someDraft, (draft) => {
      const { body, key } = layDown(draft);
      const back = layDown(toDraft(draft, body, key));
      expect(back).toEqual({ body, key });
      expect(JSON.stringify(body)).not.toContain('isRight');
    }),
  );
});
