/** Amounts of money and counts as they are shown. */
import type { Locale } from '#platform/text/messages.ts';

const languages = { th: 'th-TH-u-nu-latn', en: 'en-GB' } as const;

/** 21,600.00 */
export const amountIn = (locale: Locale, baht: number) =>
  baht.toLocaleString(languages[locale], { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 1.5, 600 */
export const numberIn = (locale: Locale, value: number) =>
  value.toLocaleString(languages[locale], { maximumFractionDigits: 2 });
