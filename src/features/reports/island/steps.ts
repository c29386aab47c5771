/** One question a screen: next, back, the browser's own back button, and the progress line. */
import { byId, doer } from './dom.ts';
import type { Words } from './words.ts';

export type Steps = {
  readonly goTo: (step: string) => void;
  /** After an answer that adds or removes a later question. */
  readonly refresh: () => void;
};

type StepsParts = {
  readonly form: HTMLFormElement;
  readonly words: Words;
  /** Whether a question is asked at all. */
  readonly isAsked: (step: string) => boolean;
  /** Whether one may go on; shows what is missing otherwise. */
  readonly mayLeave: (step: string) => boolean;
  readonly onShow: (step: string) => void;
  readonly start: string | undefined;
};

export function startSteps({ form, words, isAsked, mayLeave, onShow, start }: StepsParts): Steps {
  const elements = [...form.querySelectorAll<HTMLElement>('[data-step]')];
  const order = () => elements.map((element) => element.dataset['step']!).filter(isAsked);
  const back = doer(form, 'back');
  const next = doer(form, 'next');
  const bar = byId('progress').querySelector('progress')!;
  let now = start && order().includes(start) ? start : order()[0]!;

  const draw = () => {
    const steps = order();
    const at = steps.indexOf(now);
    for (const element of elements) element.toggleAttribute('data-now', element.dataset['step'] === now);
    byId('progress-says').textContent = words.step(at + 1, steps.length);
    bar.max = steps.length;
    bar.value = at + 1;
    back.hidden = at === 0;
    next.hidden = at === steps.length - 1;
    onShow(now);
  };
  const show = (step: string, focus = true) => {
    now = step;
    draw();
    scrollTo(0, 0);
    // Whoever hears the page is told the question; whoever types starts at once.
    const element = elements.find(({ dataset }) => dataset['step'] === step);
    if (focus) element?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  const goTo = (step: string) => {
    if (step === now) return;
    // The address stays the same: the history tells nothing but that this page was open.
    history.pushState({ step }, '');
    show(step);
  };
  const move = (by: 1 | -1) => {
    const steps = order();
    const target = steps[steps.indexOf(now) + by];
    if (target && (by === -1 || mayLeave(now))) goTo(target);
  };

  back.addEventListener('click', () => (history.state?.step ? history.back() : move(-1)));
  next.addEventListener('click', () => move(1));
  addEventListener('popstate', ({ state }) => {
    const step = state?.step ?? order()[0];
    if (form.isConnected && order().includes(step)) show(step);
  });
  form.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const isLine = target instanceof HTMLInputElement && !['file', 'checkbox'].includes(target.type);
    if (event.key !== 'Enter' || event.defaultPrevented || !isLine) return;
    event.preventDefault();
    move(1);
  });

  form.dataset['ready'] = '';
  delete form.dataset['waiting'];
  for (const id of ['progress', 'steps-nav', 'leaving']) byId(id).hidden = false;
  history.replaceState({ step: now }, '');
  show(now, false);
  return { goTo, refresh: draw };
}
