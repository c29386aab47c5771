/** What charts share: how figures are written, and shades and tones that stay apart without colour alone. */
import type { Locale } from '#platform/text/messages.ts';

/** Series of a chart, in the order in which they stay farthest apart; `late` is for lateness only. */
export type Tone = 'one' | 'two' | 'three' | 'four' | 'five' | 'late' | 'good' | 'quiet';
export const tones: readonly Tone[] = ['one', 'two', 'three', 'four', 'five', 'quiet'];

/** 12,345 or 0.5, in Arabic digits in both languages, as tables have them. */
export const figure = (value: number, locale: Locale): string =>
  value.toLocaleString(locale === 'th' ? 'th-TH-u-nu-latn' : 'en-GB', { maximumFractionDigits: 1 });

/** 0 (nothing) to 4: how dark a cell is, by its share of the largest. */
export function shadeOf(value: number | null, most: number): 0 | 1 | 2 | 3 | 4 {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((value / most) * 4))) as 1 | 2 | 3 | 4;
}
