/** In which order the options of a question are shown in an attempt: shuffled, but the same on every visit and telephone. Pure. */
import { shuffled } from './drawing-rules.ts';
import type { Body, Words } from './question.ts';

/** An option with its place in the body, which is what the form posts. */
export type Option = Words & { readonly at: number };
export type Shown =
  | { readonly kind: 'single' | 'multiple'; readonly choices: readonly Option[] }
  | { readonly kind: 'matching'; readonly left: readonly Option[]; readonly right: readonly Option[] }
  | { readonly kind: 'ordering'; readonly items: readonly Option[] }
  | { readonly kind: 'short' };

export function shownOptions(body: Body, seed: string, place: number): Shown {
  const mixed = (options: readonly Words[], what: string): readonly Option[] =>
    shuffled(
      options.map((words, at) => ({ ...words, at })),
      `${seed} ${place} ${what}`,
    );
  switch (body.kind) {
    case 'single':
    case 'multiple':
      return { kind: body.kind, choices: mixed(body.choices, 'choices') };
    case 'matching':
      return { kind: 'matching', left: mixed(body.left, 'left'), right: mixed(body.right, 'right') };
    case 'ordering':
      return { kind: 'ordering', items: mixed(body.items, 'items') };
    case 'short':
      return { kind: 'short' };
  }
}
