/** For tests only: questions of every kind, as fast-check makes them up. */
import fc from 'fast-check';
import { plain, problemOf } from '../draft-rules.ts';
import type { Draft, Words } from '../question.ts';

export const knownCodes = new Set(['K1', 'K2', 'K3', 'S1', 'C1']);

/** Letters of both languages and every sign that GIFT or CSV could stumble over. */
const text = (least: number) =>
  fc
    .string({
      unit: fc.constantFrom(...'กขคาิ่้ำ๑abZ12 ~=#{}:\\%->,"\'/<>&;.[]|', '\n', 'โทษ', '// '),
      minLength: least,
      maxLength: 24,
    })
    .map((made) => made.trim())
    .filter((made) => made.length >= least);
const words: fc.Arbitrary<Words> = fc
  .record({ th: text(3), en: fc.option(text(3), { nil: undefined }) })
  .map(({ th, en }) => (en ? { th, en } : { th }));
const distinct = <T extends Words>(one: fc.Arbitrary<T>, least: number, most: number) =>
  fc.uniqueArray(one, { minLength: least, maxLength: most, selector: ({ th }) => plain(th) });

const options = fc.oneof(
  distinct(words, 2, 6).chain((choices) =>
    fc.nat(choices.length - 1).map((right) => ({
      kind: 'single' as const,
      choices: choices.map((choice, at) => ({ ...choice, isRight: at === right })),
    })),
  ),
  fc.record({
    kind: fc.constant('multiple' as const),
    choices: distinct(
      fc.tuple(words, fc.boolean()).map(([one, isRight]) => ({ ...one, isRight })),
      2,
      6,
    ),
  }),
  fc.record({
    kind: fc.constant('matching' as const),
    pairs: fc.uniqueArray(fc.record({ left: words, right: words }), {
      minLength: 2,
      maxLength: 6,
      selector: ({ left }) => plain(left.th),
    }),
  }),
  fc.record({ kind: fc.constant('ordering' as const), items: distinct(words, 2, 6) }),
  fc.record({
    kind: fc.constant('short' as const),
    accepted: fc.uniqueArray(text(1), { minLength: 1, maxLength: 4, selector: plain }),
  }),
);

export const someDraft: fc.Arbitrary<Draft> = fc
  .record({
    stem: words,
    competencies: fc.uniqueArray(fc.constantFrom(...knownCodes), { minLength: 1, maxLength: 3 }),
    difficulty: fc.constantFrom(1, 2, 3),
    options,
  })
  .map(({ options: chosen, ...about }) => ({ ...about, ...chosen }) as Draft)
  .filter((draft) => problemOf(draft, knownCodes) === undefined);
