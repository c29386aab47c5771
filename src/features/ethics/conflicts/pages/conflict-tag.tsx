/** What holds for a declared conflict, in a word. */
import type { Locale } from '#platform/text/messages.ts';
import type { Action } from '../conflict.ts';
import { conflictsText } from '../text.ts';

const looks = { recuse: 'tag deep', divest: 'tag deep', none: 'tag good' } as const;

export function ConflictTag({
  action,
  locale,
}: {
  readonly action: Action | undefined;
  readonly locale: Locale;
}) {
  const text = conflictsText(locale);
  return action ? (
    <span className={looks[action]}>{text.actions[action]}</span>
  ) : (
    <span className="tag warn">{text.undecided}</span>
  );
}
