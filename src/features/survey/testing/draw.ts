/** For tests only: what an officer's browser does to get a token, and an answer to everything. */
import { randomBytes } from 'node:crypto';
import { drawToken } from '../browser/draw-token.ts';
import { questionnaireSeed } from '../questionnaires.seed.ts';
import type { Answer } from '../survey.ts';

/** Answers every item with one step of the scale. */
export const anAnswer = (choice = '4', band = 'Y5', words = ''): Answer => ({
  band,
  choices: Object.fromEntries(questionnaireSeed.items.map(({ code }) => [code, choice])),
  words,
});

/** A form of the answer page. */
export const formOf = (key: string, answer: Answer): Record<string, string> => ({
  key,
  band: answer.band,
  words: answer.words,
  ...Object.fromEntries(Object.entries(answer.choices).map(([item, choice]) => [`item.${item}`, choice])),
});

/** The text of a token that nobody has signed. */
export const forgedToken = (): string => randomBytes(96).toString('base64url');

export { drawToken };
