/** How a centre stands with its announcement, in a word. */
import type { Locale } from '#platform/text/messages.ts';
import type { Standing } from '../no-gift.ts';
import { noGiftText } from '../text.ts';

const looks = { signed: 'tag good', 'new-head': 'tag warn', missing: 'tag' } as const;

export function StandingTag({ standing, locale }: { readonly standing: Standing; readonly locale: Locale }) {
  return <span className={looks[standing]}>{noGiftText(locale).standings[standing]}</span>;
}
