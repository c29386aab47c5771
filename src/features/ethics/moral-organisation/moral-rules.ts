/** Pure rules of moral organisations: scores become a per cent, a per cent a level; as the database does on verifying. */
import type { Frame, Level } from './moral.ts';

/** Of the most that could be reached; 0 for no activities. */
export const percentOf = (scores: readonly number[]): number =>
  scores.length === 0 ? 0 : (100 * scores.reduce((sum, score) => sum + score, 0)) / (2 * scores.length);

export const levelOf = (
  percent: number,
  { middleFrom, highFrom }: Pick<Frame, 'middleFrom' | 'highFrom'>,
): Level => (percent >= highFrom ? 3 : percent >= middleFrom ? 2 : 1);

/** The newest frame that counts for a fiscal year. */
export const frameFor = (frames: readonly Frame[], fiscalYear: number): Frame | undefined =>
  [...frames]
    .filter((frame) => frame.fiscalYear <= fiscalYear)
    .sort((a, b) => b.fiscalYear - a.fiscalYear || b.version - a.version)[0];
