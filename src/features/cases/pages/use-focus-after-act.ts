/** Keeps the keyboard's place: the button of an act is gone once the act is done, and focus would fall to the top. */
import { useEffect } from 'react';
import type { CaseView } from '../case-view.ts';
import type { Acts } from './use-acts.ts';

/** Names of acts whose button stands elsewhere than among the acts, with the heading above it. */
const headings: Partial<Record<string, string>> = { reply: 'dialogue', note: 'notes' };

/** Once an act is done and the page drawn anew, gives a focus that was lost to the heading of its part. */
export function useFocusAfterAct({ done }: Pick<Acts, 'done'>, view: CaseView): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button goes when the view comes anew
  useEffect(() => {
    if (done === undefined || document.activeElement !== document.body) return;
    document.getElementById(headings[done] ?? 'acts')?.focus({ preventScroll: true });
  }, [done, view]);
}
