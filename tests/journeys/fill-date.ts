/** Types a date as an officer does: day, month and Buddhist year. */
import type { Locator, Page } from 'playwright-core';

export async function fillDate(on: Page | Locator, name: string, date: string): Promise<void> {
  const [year, month, day] = date.split('-').map(Number);
  await on.locator(`[name="${name}-d"]`).fill(String(day));
  await on.locator(`[name="${name}-m"]`).selectOption(String(month));
  await on.locator(`[name="${name}-y"]`).fill(String(year! + 543));
}
