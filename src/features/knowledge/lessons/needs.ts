/** What every use case of lessons stands on. */
import type { Ground } from '#platform/ground.ts';

export type LessonNeeds = {
  readonly ground: Ground;
  /** Number of the ministry's centre. */
  readonly root: () => Promise<number>;
};
