/** What makes a written question a usable one, and how it is laid down: options sorted, what is right apart from them. */
import { normalise } from '#platform/text/normalise.ts';
import type { Body, Draft, DraftProblem, Key, Words } from './question.ts';

const mostOptions = 12;
const longestOption = 500;
const longestStem = 2_000;

const optionsOf = (draft: Draft): readonly Words[] => {
  switch (draft.kind) {
    case 'single':
    case 'multiple':
      return draft.choices;
    case 'matching':
      return draft.pairs.flatMap(({ left, right }) => [left, right]);
    case 'ordering':
      return draft.items;
    case 'short':
      return draft.accepted.map((th) => ({ th }));
  }
};

/** The first thing to mend, or undefined. `known` are the codes of competencies in force. */
export function problemOf(draft: Draft, known: ReadonlySet<string>): DraftProblem | undefined {
  if (draft.stem.th.trim().length < 3) return 'stem-missing';
  if (draft.competencies.length === 0) return 'competency-missing';
  if (draft.competencies.length > 5 || draft.competencies.some((code) => !known.has(code)))
    return 'competency-unknown';
  if (![1, 2, 3].includes(draft.difficulty)) return 'difficulty-wrong';
  const options = optionsOf(draft);
  const least = draft.kind === 'short' ? 1 : draft.kind === 'matching' ? 4 : 2;
  if (options.length < least) return 'too-few-options';
  if (options.length > (draft.kind === 'matching' ? 2 * mostOptions : mostOptions)) return 'too-many-options';
  // An accepted text that is nothing but full stops is nothing once compared, and could never be given.
  const isEmpty = (text: string) => (draft.kind === 'short' ? plain(text) : text.trim()) === '';
  if (options.some(({ th }) => isEmpty(th))) return 'option-empty';
  if (longer(draft.stem, longestStem) || options.some((option) => longer(option, longestOption)))
    return 'too-long';
  if (hasTwins(draft)) return 'options-alike';
  if (draft.kind === 'single' || draft.kind === 'multiple') {
    const right = draft.choices.filter(({ isRight }) => isRight).length;
    if (right === 0) return 'nothing-right';
    if (draft.kind === 'single' && right > 1) return 'one-right-only';
  }
  return undefined;
}

const longer = ({ th, en }: Words, most: number) => th.length > most || (en?.length ?? 0) > most;

/** Two that read the same cannot be told apart; on the right of pairs the same may serve twice. */
function hasTwins(draft: Draft): boolean {
  const texts =
    draft.kind === 'matching' ? draft.pairs.map(({ left }) => left.th) : optionsOf(draft).map(({ th }) => th);
  return new Set(texts.map((text) => plain(text))).size < texts.length;
}

/** As answers are compared: one spelling, one kind of digit, small letters, single spaces, no full stop at the end. */
export const plain = (text: string): string =>
  normalise(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]+$/, '')
    .trim();

/** Options in the order of their text, so that their places tell nothing; `toDraft` finds the way back. */
export function layDown(draft: Draft): { readonly body: Body; readonly key: Key } {
  switch (draft.kind) {
    case 'single':
    case 'multiple': {
      const sorted = byText(draft.choices);
      const right = sorted.flatMap(({ isRight }, at) => (isRight ? [at] : []));
      const body: Body = { kind: draft.kind, choices: sorted.map(wordsOf) };
      return draft.kind === 'single'
        ? { body, key: { kind: 'single', right: right[0]! } }
        : { body, key: { kind: 'multiple', right } };
    }
    case 'matching': {
      const right = byText([
        ...new Map(draft.pairs.map((pair) => [identity(pair.right), pair.right])).values(),
      ]);
      const places = new Map(right.map((words, at) => [identity(words), at]));
      return {
        body: {
          kind: 'matching',
          left: draft.pairs.map(({ left }) => wordsOf(left)),
          right: right.map(wordsOf),
        },
        key: { kind: 'matching', pairs: draft.pairs.map((pair) => places.get(identity(pair.right))!) },
      };
    }
    case 'ordering': {
      const sorted = byText(draft.items);
      const places = new Map(sorted.map((words, at) => [identity(words), at]));
      return {
        body: { kind: 'ordering', items: sorted.map(wordsOf) },
        key: { kind: 'ordering', order: draft.items.map((item) => places.get(identity(item))!) },
      };
    }
    case 'short':
      return { body: { kind: 'short' }, key: { kind: 'short', accepted: draft.accepted } };
  }
}

/** The question as an author edits it, from what was laid down. */
export function toDraft(
  about: Pick<Draft, 'stem' | 'competencies' | 'difficulty'>,
  body: Body,
  key: Key,
): Draft {
  if (
    (body.kind === 'single' || body.kind === 'multiple') &&
    (key.kind === 'single' || key.kind === 'multiple')
  ) {
    const right = key.kind === 'single' ? [key.right] : key.right;
    const choices = body.choices.map((words, at) => ({ ...words, isRight: right.includes(at) }));
    return { ...about, kind: body.kind, choices };
  }
  if (body.kind === 'matching' && key.kind === 'matching') {
    const pairs = body.left.map((left, at) => ({ left, right: body.right[key.pairs[at]!]! }));
    return { ...about, kind: 'matching', pairs };
  }
  if (body.kind === 'ordering' && key.kind === 'ordering')
    return { ...about, kind: 'ordering', items: key.order.map((at) => body.items[at]!) };
  if (key.kind === 'short') return { ...about, kind: 'short', accepted: key.accepted };
  throw new Error(`a key of ${key.kind} does not fit a question of ${body.kind}`);
}

const identity = ({ th, en }: Words) => JSON.stringify([th, en ?? null]);
const wordsOf = ({ th, en }: Words): Words => (en ? { th, en } : { th });
// By code units: the same everywhere, whatever the collation.
const byText = <T extends Words>(options: readonly T[]): readonly T[] =>
  [...options].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
