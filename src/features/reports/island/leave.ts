/** Leaving at once: the button, or Escape twice. Nothing is kept, and the page is replaced, not stacked on the history. */
import { forgetDraft } from './draft.ts';

const TWICE_MS = 1_000;

export function armLeaving(button: HTMLElement | null): void {
  let last = Number.NEGATIVE_INFINITY;
  button?.addEventListener('click', leave);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.timeStamp - last < TWICE_MS) leave();
    last = event.timeStamp;
  });
}

/** An empty page rather than another site, which would learn of the visit. */
export function leave(): void {
  window.onbeforeunload = null;
  document.documentElement.replaceChildren();
  forgetDraft();
  location.replace('about:blank');
}
