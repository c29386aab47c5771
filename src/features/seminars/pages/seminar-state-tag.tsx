/** Where a seminar stands, as a coloured word. */
import type { Locale } from '#platform/text/messages.ts';
import type { SeminarState } from '../seminar.ts';
import { seminarsText } from '../text.ts';

const tones: Record<SeminarState, string> = {
  draft: 'tag',
  submitted: 'tag warn',
  returned: 'tag warn',
  approved: 'tag deep',
  published: 'tag good',
  closed: 'tag',
  cancelled: 'tag late',
};

export function SeminarStateTag({
  state,
  locale,
}: {
  readonly state: SeminarState;
  readonly locale: Locale;
}) {
  return <span className={tones[state]}>{seminarsText(locale).states[state]}</span>;
}
