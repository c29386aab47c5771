/**
 * Writes questions as GIFT, the text format that Moodle and others read. Ordering is written as Moodle's plug-in for it
 * does ({>…}); competencies and difficulty are tags in a comment, as Moodle 3.6 and later keep them.
 */
import { escaped, toLanguages } from './gift-text.ts';
import type { Draft, Words } from './question.ts';

export const difficultyTag = (difficulty: number) => `difficulty-${difficulty}`;

export const writeGift = (drafts: readonly Draft[]): string =>
  drafts
    .map((draft, at) => `${tags(draft)}\n::${at + 1}::${piece(draft.stem)} ${answers(draft)}\n`)
    .join('\n');

const tags = ({ competencies, difficulty }: Draft) =>
  `// ${[...competencies, difficultyTag(difficulty)].map((tag) => `[tag:${tag}]`).join(' ')}`;

const piece = (words: Words) => escaped(toLanguages(words));

function answers(draft: Draft): string {
  switch (draft.kind) {
    case 'single':
      return braces(draft.choices.map((choice) => `${choice.isRight ? '=' : '~'}${piece(choice)}`));
    case 'multiple': {
      const right = draft.choices.filter(({ isRight }) => isRight).length;
      const weight = (share: number) => `~%${Number(share.toFixed(5))}%`;
      return braces(
        draft.choices.map((choice) => weight(choice.isRight ? 100 / right : -100 / right) + piece(choice)),
      );
    }
    case 'matching':
      return braces(draft.pairs.map(({ left, right }) => `=${piece(left)} -> ${piece(right)}`));
    case 'ordering':
      return `{>ALL VERTICAL ABSOLUTE_POSITION\n${draft.items.map((item) => `${piece(item)}\n`).join('')}}`;
    case 'short':
      return braces(draft.accepted.map((text) => `=${escaped(text)}`));
  }
}

const braces = (lines: readonly string[]) => `{\n${lines.map((line) => `${line}\n`).join('')}}`;
