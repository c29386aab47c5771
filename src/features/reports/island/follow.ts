/** The follow-up page with script: the receipt never leaves the browser. Without it the plain form works. */
import { parseReceipt } from '#platform/sealing/parse-receipt.ts';
import type { Locale } from '#platform/text/messages.ts';
import { receiptProblemWords } from '../receipt-problem.ts';
import { keepProof, stretch } from './background.ts';
import { byId } from './dom.ts';
import { canSeal } from './support.ts';

const form = document.querySelector<HTMLFormElement>('#follow-form');
if (form) void begin(form);

async function begin(form: HTMLFormElement): Promise<void> {
  const digits = takeFromAddress();
  const field = byId<HTMLTextAreaElement>('typed-receipt');
  if (digits) field.value = digits;
  if (!(await canSeal())) {
    byId('cannot-seal').hidden = false;
    return;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void open(form, field);
  });
}

/** From a scanned QR code: read once, and taken out of the address and its history. */
function takeFromAddress(): string | undefined {
  const digits = /^#(\d{24})$/.exec(location.hash)?.[1];
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return digits?.match(/.{4}/g)?.join(' ');
}

async function open(form: HTMLFormElement, field: HTMLTextAreaElement): Promise<void> {
  const locale = form.dataset['locale'] as Locale;
  const button = form.querySelector('button')!;
  const problem = byId('follow-problem');
  const says = byId('follow-says');
  const text =
    locale === 'en' ? (await import('../follow-text.en.ts')).en : (await import('../follow-text.th.ts')).th;
  const refuse = (words: string) => {
    problem.textContent = words;
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  };
  problem.textContent = '';
  field.removeAttribute('aria-invalid');
  const parsed = await parseReceipt(field.value);
  if (!parsed.ok) {
    const { sealingWords } = await import('./receipt-view.ts');
    refuse(receiptProblemWords(parsed.problem, (await sealingWords(locale)).receipt));
    return;
  }
  button.disabled = true;
  says.textContent = text.opening;
  try {
    const proofs = keepProof();
    const [stretched, { comeBack, openCase }] = await Promise.all([
      stretch(parsed.receipt),
      import('./come-back.ts'),
    ]);
    const holder = await comeBack(stretched, proofs);
    const opened = await openCase(holder);
    if (!opened) {
      refuse(text.unknown);
      return;
    }
    const { showCase } = await import('./case-view.ts');
    await showCase({ holder, opened, locale, text, proofs });
  } catch (error) {
    refuse((error as Error).message === 'busy' ? text.busy : text.failed);
  } finally {
    // Gone already when the case is shown in their place.
    button.disabled = false;
    says.textContent = '';
  }
}
