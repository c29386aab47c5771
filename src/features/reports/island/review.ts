/** The last screen: every answer with a way back to it, where the report goes, and whose key it is sealed for. */
import type { Addressee, PublicCentre } from '../addressing.ts';
import { byId, h } from './dom.ts';
import type { Words } from './words.ts';

type ReviewParts = {
  readonly form: HTMLFormElement;
  readonly words: Words;
  readonly changeLabel: string;
  readonly steps: readonly string[];
  readonly answerOf: (step: string) => string;
  readonly goTo: (step: string) => void;
};

export function drawReview({ form, words, changeLabel, steps, answerOf, goTo }: ReviewParts): void {
  byId('review').replaceChildren(
    ...steps.map((step) => {
      const heading = form
        .querySelector<HTMLElement>(`[data-step="${step}"] h2`)!
        .cloneNode(true) as HTMLElement;
      heading.querySelector('.tag')?.remove();
      const question = heading.textContent?.trim() ?? '';
      const answer = answerOf(step);
      return h(
        'div',
        {},
        h('dt', {}, question),
        h(
          'dd',
          {},
          h('span', answer === '' ? { class: 'soft' } : {}, answer === '' ? words.empty : answer),
          h(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              'aria-label': `${changeLabel}: ${question}`,
              click: () => goTo(step),
            },
            changeLabel,
          ),
        ),
      );
    }),
  );
}

/** Says where the report goes, then whether that centre's key stands in the ledger. */
export async function drawRouting(
  addressee: Addressee | undefined,
  centres: readonly PublicCentre[],
  locale: 'th' | 'en',
  words: Words,
): Promise<void> {
  const note = byId('routing');
  const { routing } =
    locale === 'en' ? (await import('../form-text.en.ts')).en : (await import('../form-text.th.ts')).th;
  const name = centres.find(({ code }) => code === addressee?.unitCode)?.[locale] ?? '';
  const isWarning = !addressee || addressee.reason === 'no-tier-above';
  note.className = isWarning ? 'note warn' : 'note';
  const said = h('span', {}, addressee ? routing[addressee.reason](name) : routing.nobody);
  note.replaceChildren(said);
  note.hidden = false;
  byId<HTMLButtonElement>('send').disabled = !addressee;
  if (!addressee) return;
  const { fetchCentreKey } = await import('./centre-key.ts');
  const key = await fetchCentreKey(addressee.unitCode).catch(() => undefined);
  // Another answer may have been given in the meantime.
  if (!key || !said.isConnected) return;
  const standing = { proven: words.keyProven, unproven: words.keyUnproven, wrong: words.keyWrong }[
    key.standing
  ];
  // A server that withholds the proof could hand out any key: no proof is a warning, a false one a refusal.
  if (key.standing !== 'proven') note.className = key.standing === 'wrong' ? 'note bad' : 'note warn';
  note.append(h('small', { class: 'print' }, words.fingerprint(key.print), h('br'), standing));
}
