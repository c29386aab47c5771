/** The case as its reporter sees it: stage, result, conversation, a place to write, and the proof of filing. */
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import type { Locale, MessagesOf } from '#platform/text/messages.ts';
import type { th } from '../follow-text.th.ts';
import type { ProofKeeper } from './background.ts';
import { type Holder, type OpenedCase, openCase } from './come-back.ts';
import { byId, h, save } from './dom.ts';
import { fetchFilingProof, proofFile } from './filing-proof.ts';
import { armLeaving, leave } from './leave.ts';
import { messageView } from './message-view.ts';
import { receiptWords } from './receipt-view.ts';
import { loadWords, type Words } from './words.ts';
import { writeForm } from './write-form.ts';

export type FollowWords = MessagesOf<typeof th>;

export type CaseParts = {
  readonly holder: Holder;
  readonly opened: OpenedCase;
  readonly locale: Locale;
  readonly text: FollowWords;
  readonly proofs: ProofKeeper;
};

/** Names of centres and topics, as the page carries them. */
export type Names = { readonly centres: Record<string, string>; readonly topics: Record<string, string> };

export async function showCase(parts: CaseParts): Promise<void> {
  const { dataset } = byId('case');
  const names: Names = {
    centres: JSON.parse(dataset['names'] ?? '{}'),
    topics: JSON.parse(dataset['topics'] ?? '{}'),
  };
  const words = await loadWords(parts.locale);
  const article = h('article', { class: 'case' });
  byId('content').replaceChildren(article);
  armLeaving(null);
  await draw(article, parts, names, words, undefined);
  article.querySelector('h1')!.focus();
  scrollTo(0, 0);
}

async function draw(
  article: HTMLElement,
  parts: CaseParts,
  names: Names,
  words: Words,
  notice: string | undefined,
): Promise<void> {
  const { opened, text, holder } = parts;
  const { report, dialogue } = opened;
  const again = async (said: string) => {
    const fresh = await openCase(holder);
    await draw(article, { ...parts, opened: fresh ?? opened }, names, words, said);
    // The button that was pressed is gone; what it did stands on top.
    article.querySelector<HTMLElement>('.note.good')?.focus();
    scrollTo(0, 0);
  };
  const views = dialogue.messages.map((message) => messageView({ ...parts, message, names, words }));
  article.replaceChildren(
    ...(notice ? [h('p', { class: 'note good', role: 'status', tabindex: '-1' }, notice)] : []),
    h('h1', { tabindex: '-1' }, `${text.number} `, h('span', { class: 'w' }, report.number)),
    stageView(parts, names),
    h('h2', {}, text.dialogue),
    ...views,
    await writeForm({ ...parts, words, intent: 'message', sent: again }),
    ...(report.contestable
      ? [
          h(
            'details',
            {},
            h('summary', {}, text.contest),
            await writeForm({ ...parts, words, intent: 'contest', sent: again }),
          ),
        ]
      : []),
    await proofView(parts),
    h('p', {}, h('button', { type: 'button', class: 'button danger', click: leave }, text.leave)),
  );
}

function stageView({ opened, locale, text }: CaseParts, names: Names): HTMLElement {
  const { report } = opened;
  const stage = text.stages[report.stage as keyof typeof text.stages];
  const received = formatDateTime(new Date(report.receivedAt), locale);
  const centre = names.centres[report.unitCode] ?? report.unitCode;
  return h(
    'section',
    { class: 'card stage' },
    h('h2', {}, stage.name),
    h('p', {}, stage.next),
    report.outcome ? h('p', { class: 'outcome' }, report.outcome[locale]) : undefined,
    report.contestedAt ? h('p', {}, text.afterContest) : undefined,
    h('p', { class: 'soft small' }, `${text.received} ${received} · ${text.centre} ${centre}`),
  );
}

async function proofView({ holder, opened, locale }: CaseParts): Promise<HTMLElement> {
  const text = await receiptWords(locale);
  const says = h('p', { role: 'status' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button',
      click: async () => {
        says.textContent = text.proofWaiting;
        const proof = await fetchFilingProof(holder).catch(() => ({ kind: 'later' }) as const);
        if (proof.kind !== 'good') {
          says.textContent = proof.kind === 'bad' ? text.proofBad : text.proofLater;
          return;
        }
        says.textContent = text.proofGood(String(proof.index), formatDateTime(proof.at, locale));
        save(proofFile(proof.text), `${opened.report.number}.tlog-proof`);
      },
    },
    text.proofSave,
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, text.proof),
    h('p', { class: 'hint' }, text.proofHint),
    says,
    button,
  );
}
