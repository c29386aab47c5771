/** A survey that the officer may answer, so that every page of it has something to show. */
import type { Page } from 'playwright-core';
import { openSurvey } from './survey.ts';

export async function seedSurvey(page: Page): Promise<void> {
  await openSurvey(page, [12, 30, 25, 60]);
}
