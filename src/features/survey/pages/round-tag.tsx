/** Where a round stands, as a tag. */
import type { Locale } from '#platform/text/messages.ts';
import type { RoundState } from '../survey.ts';
import { surveyText } from '../text.ts';

export function RoundTag({
  state,
  locale,
}: {
  readonly state: RoundState | undefined;
  readonly locale: Locale;
}) {
  const tone = state === 'open' || state === 'published' ? ' good' : state === 'counting' ? ' warn' : '';
  return <span className={`tag${tone}`}>{surveyText(locale).states[state ?? 'none']}</span>;
}
