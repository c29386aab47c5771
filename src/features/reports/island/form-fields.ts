/** The report form's fields as the island reads, fills and comments on them. */
import type { Problem } from '../form-rules.ts';
import type { Draft } from './draft.ts';
import type { Words } from './words.ts';

/** Steps that hold other fields than the one they are named by. */
export const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  centre: ['centre', 'place'],
  identity: ['identity', 'name', 'contact'],
  files: ['files'],
};

export type ProblemText = typeof import('../form-text.en.ts').en.problems;

export function wordsOf({ code, value }: Problem, text: ProblemText): string {
  if (code === 'tooLong') return text.tooLong(Number(value));
  const words = text[code];
  return typeof words === 'string' ? words : words(value);
}

export function refusalWords(code: string | undefined, words: Words, text: ProblemText): string {
  if (code === 'key-wrong') return words.keyWrong;
  if (code === 'no-key') return text.noReader;
  if (code === 'unit-closed') return text.unitClosed;
  if (code === 'busy') return text.busy;
  if (code === 'full') return text.full;
  return code === undefined ? words.offline : text.failed;
}

export function say(field: string, words: string): void {
  const line = document.getElementById(`${field}-problem`);
  if (!line) return;
  line.textContent = words;
  line.hidden = words === '';
  const control = document.getElementById(field);
  if (words === '') control?.removeAttribute('aria-invalid');
  else control?.setAttribute('aria-invalid', 'true');
}

/** An answer as the page shows it: the words of a choice, not its code. */
export function shownAnswer(form: HTMLFormElement, field: string): string {
  const control = form.elements.namedItem(field);
  if (control instanceof RadioNodeList) {
    const chosen = form.querySelector<HTMLInputElement>(`[name="${field}"]:checked`);
    return chosen?.parentElement?.querySelector('span')?.firstChild?.textContent?.trim() ?? '';
  }
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text ?? '';
  const isHidden = control instanceof HTMLElement && control.closest('[hidden]') !== null;
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? isHidden
      ? ''
      : control.value.trim()
    : '';
}

/** After a refusal without script the page comes back with its problems: start where the first is. */
export function firstWithProblem(form: HTMLFormElement): string | undefined {
  const line = form.querySelector('.problem:not([hidden])');
  return line?.closest<HTMLElement>('[data-step]')?.dataset['step'];
}

export function fill(form: HTMLFormElement, { fields }: Draft): void {
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'seed') continue;
    const control = form.elements.namedItem(name);
    if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = value;
  }
  const clean = form.elements.namedItem('clean');
  if (clean instanceof HTMLInputElement) clean.checked = 'clean' in fields;
}
