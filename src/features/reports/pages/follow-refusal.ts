/** Why coming back, or writing, did not succeed, in words. */
import type { Locale } from '#platform/text/messages.ts';
import { followText } from '../follow-text.ts';
import { formText } from '../form-text.ts';
import type { FollowOutcome } from '../without-script/follow-form.ts';

export function refusalWords(locale: Locale, refusal: NonNullable<FollowOutcome['refusal']>): string {
  return refusal === 'tooLarge' ? formText(locale).problems.tooLarge : followText(locale)[refusal];
}
