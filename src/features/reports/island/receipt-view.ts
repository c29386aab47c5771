/** Shows the receipt, has it typed back once, and fetches the proof of filing. */
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import { parseReceipt } from '#platform/sealing/parse-receipt.ts';
import { type Receipt, toDigits, toWords } from '#platform/sealing/receipt.ts';
import type { StretchedReceipt } from '#platform/sealing/receipt-keys.ts';
import { loadWordList } from '#platform/sealing/word-list.ts';
import type { Locale } from '#platform/text/messages.ts';
import { receiptProblemWords } from '../receipt-problem.ts';
import { receiptQr } from '../receipt-qr.ts';
import type { ProofKeeper } from './background.ts';
import { comeBack } from './come-back.ts';
import { byId, doer, h, save, slot } from './dom.ts';
import { fetchFilingProof, proofFile } from './filing-proof.ts';
import { leave } from './leave.ts';

type ReceiptParts = {
  readonly locale: Locale;
  readonly number: string;
  readonly receipt: Receipt;
  readonly stretched: StretchedReceipt;
  readonly proofs: ProofKeeper;
  /** To be said above the receipt. */
  readonly notice: string | undefined;
};

export async function showReceipt(parts: ReceiptParts): Promise<void> {
  const { locale, number, receipt, notice } = parts;
  const text = await receiptWords(locale);
  const view = byId<HTMLTemplateElement>('receipt').content.cloneNode(true) as DocumentFragment;
  const article = slot(view, 'receipt');
  const digits = toDigits(receipt);
  slot(view, 'number').textContent = number;
  slot(view, 'digits').replaceChildren(...digits.split(' ').map((group) => h('span', {}, `${group} `)));
  for (const language of ['th', 'en'] as const) {
    const words = toWords(receipt, await loadWordList(language)).split(' ');
    slot(view, `words-${language}`).replaceChildren(...words.map((word) => h('li', {}, word)));
  }
  const followPath = slot<HTMLFormElement>(view, 'type-back').getAttribute('action')!;
  const qr = receiptQr(location.origin, followPath, digits);
  const picture = slot<SVGSVGElement>(view, 'qr');
  picture.setAttribute('viewBox', `0 0 ${qr.size} ${qr.size}`);
  picture.querySelector('path')!.setAttribute('d', qr.path);
  if (notice) article.prepend(h('p', { class: 'note warn' }, notice));

  byId('content').replaceChildren(view);
  article.querySelector<HTMLElement>('h1')!.focus();
  scrollTo(0, 0);
  // Until it has been typed back the receipt stands here only.
  window.onbeforeunload = (event) => event.preventDefault();

  doer(article, 'copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(digits);
    slot(article, 'copied').textContent = text.copied;
  });
  doer(article, 'print').addEventListener('click', () => print());
  doer(article, 'finish').addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  slot<HTMLFormElement>(article, 'type-back').addEventListener('submit', (event) => {
    event.preventDefault();
    checkTypedBack(article, receipt, text, locale);
  });
  await offerProof(article, parts, text);
}

async function checkTypedBack(
  article: HTMLElement,
  receipt: Receipt,
  text: Awaited<ReturnType<typeof receiptWords>>,
  locale: Locale,
): Promise<void> {
  const input = article.querySelector<HTMLInputElement>('#typed')!;
  const says = slot(article, 'typed-back');
  const parsed = await parseReceipt(input.value);
  const isRight = parsed.ok && parsed.receipt === receipt;
  says.className = isRight ? 'note good' : 'problem';
  says.textContent = isRight
    ? text.right
    : parsed.ok
      ? text.another
      : receiptProblemWords(parsed.problem, (await sealingWords(locale)).receipt);
  input.setAttribute('aria-invalid', String(!isRight));
  if (isRight) window.onbeforeunload = null;
}

async function offerProof(
  article: HTMLElement,
  { stretched, proofs, number, locale }: ReceiptParts,
  text: Awaited<ReturnType<typeof receiptWords>>,
): Promise<void> {
  const card = slot(article, 'proof');
  const says = slot(article, 'proof-says');
  card.hidden = false;
  const proof = await comeBack(stretched, proofs)
    .then(fetchFilingProof)
    .catch(() => ({ kind: 'later' }) as const);
  if (proof.kind !== 'good') {
    says.textContent = proof.kind === 'bad' ? text.proofBad : text.proofLater;
    if (proof.kind === 'bad') says.className = 'note bad';
    return;
  }
  says.textContent = text.proofGood(String(proof.index), formatDateTime(proof.at, locale));
  says.className = 'note good';
  const button = doer(card, 'save-proof');
  button.hidden = false;
  button.addEventListener('click', () => save(proofFile(proof.text), `${number}.tlog-proof`));
}

/** Each language's words are a chunk of their own. */
export const receiptWords = async (locale: Locale) =>
  locale === 'en' ? (await import('../receipt-text.en.ts')).en : (await import('../receipt-text.th.ts')).th;

export const sealingWords = async (locale: Locale) =>
  locale === 'en'
    ? (await import('#platform/sealing/text.en.ts')).en
    : (await import('#platform/sealing/text.th.ts')).th;
