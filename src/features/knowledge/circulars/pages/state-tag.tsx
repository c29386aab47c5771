/** What a centre has done with a circular, as a coloured word. */
import type { Locale } from '#platform/text/messages.ts';
import type { ReaderState } from '../circular.ts';
import { circularsText } from '../text.ts';

const tones: Record<ReaderState, string> = {
  waiting: 'tag warn',
  acknowledged: 'tag deep',
  answered: 'tag good',
  late: 'tag late',
};

export function StateTag({ state, locale }: { readonly state: ReaderState; readonly locale: Locale }) {
  return <span className={tones[state]}>{circularsText(locale).states[state]}</span>;
}
