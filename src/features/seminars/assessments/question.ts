/** The words of questions: what is asked, what is right, what somebody answered. */

export const questionKinds = ['single', 'multiple', 'matching', 'ordering', 'short'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const difficulties = [1, 2, 3] as const;
export type Difficulty = (typeof difficulties)[number];

/** Thai, and English where it was written. */
export type Words = { readonly th: string; readonly en?: string | undefined };

/** What there is to choose from. Its order tells nothing about what is right; pages shuffle it once more. */
export type Body =
  | { readonly kind: 'single' | 'multiple'; readonly choices: readonly Words[] }
  | { readonly kind: 'matching'; readonly left: readonly Words[]; readonly right: readonly Words[] }
  | { readonly kind: 'ordering'; readonly items: readonly Words[] }
  | { readonly kind: 'short' };

/** What is right, by places in the body. */
export type Key =
  | { readonly kind: 'single'; readonly right: number }
  | { readonly kind: 'multiple'; readonly right: readonly number[] }
  /** For each on the left its place on the right. */
  | { readonly kind: 'matching'; readonly pairs: readonly number[] }
  /** Places of the items from first to last. */
  | { readonly kind: 'ordering'; readonly order: readonly number[] }
  | { readonly kind: 'short'; readonly accepted: readonly string[] };

/** What somebody chose or typed; `null` where she left a place open. */
export type Answer =
  | { readonly kind: 'single'; readonly chosen: number }
  | { readonly kind: 'multiple'; readonly chosen: readonly number[] }
  | { readonly kind: 'matching'; readonly pairs: readonly (number | null)[] }
  /** For each item the place she gave it, counted from 0. */
  | { readonly kind: 'ordering'; readonly places: readonly (number | null)[] }
  | { readonly kind: 'short'; readonly text: string };

/** A question as it is written, imported and exported: options in the order of the author. */
export type Draft = {
  readonly stem: Words;
  readonly competencies: readonly string[];
  readonly difficulty: Difficulty;
} & DraftOptions;
export type DraftOptions =
  | {
      readonly kind: 'single' | 'multiple';
      readonly choices: readonly (Words & { readonly isRight: boolean })[];
    }
  | { readonly kind: 'matching'; readonly pairs: readonly { readonly left: Words; readonly right: Words }[] }
  /** In the right order. */
  | { readonly kind: 'ordering'; readonly items: readonly Words[] }
  | { readonly kind: 'short'; readonly accepted: readonly string[] };

export type Question = {
  readonly id: string;
  readonly unitId: number;
  readonly isShared: boolean;
  readonly isRetired: boolean;
  readonly version: number;
  readonly draft: Draft;
};

export const draftProblems = [
  'stem-missing',
  'competency-missing',
  'competency-unknown',
  'difficulty-wrong',
  'too-few-options',
  'too-many-options',
  'option-empty',
  'options-alike',
  'nothing-right',
  'one-right-only',
  'too-long',
] as const;
export type DraftProblem = (typeof draftProblems)[number];
