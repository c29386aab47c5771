/** A share as a percentage with at most one digit after the point, without the sign. */
import type { Locale } from '#platform/text/messages.ts';

export const percentText = (share: number, locale: Locale): string =>
  (share * 100).toLocaleString(locale === 'th' ? 'th-TH-u-nu-latn' : 'en-GB', { maximumFractionDigits: 1 });
