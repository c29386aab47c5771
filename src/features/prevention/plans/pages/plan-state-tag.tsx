/** Where a plan stands, as a tag. */
import type { Locale } from '#platform/text/messages.ts';
import type { PlanState } from '../plan.ts';
import { plansText } from '../text.ts';

const tones: Record<PlanState | 'none', string> = {
  draft: 'tag',
  submitted: 'tag deep',
  returned: 'tag warn',
  verified: 'tag good',
  published: 'tag good',
  none: 'tag warn',
};

export function PlanStateTag({
  state,
  locale,
}: {
  readonly state: PlanState | undefined;
  readonly locale: Locale;
}) {
  return <span className={tones[state ?? 'none']}>{plansText(locale).states[state ?? 'none']}</span>;
}
