/** A message to the officers, or the contest of a closing: sealed here, sent once, kept in the field while it fails. */
import type { Problem } from '../form-rules.ts';
import { anew, type ReadyFile, readyFile, type SealedUpload } from '../seal-report.ts';
import { sealSaid } from '../seal-said.ts';
import { messageSubject } from '../signed-request.ts';
import { ask, onRetry } from './api.ts';
import type { CaseParts } from './case-view.ts';
import { openCase } from './come-back.ts';
import { h } from './dom.ts';
import { readPicked, startFilePicker } from './file-picker.ts';
import { uploadAll } from './upload.ts';
import type { Words } from './words.ts';

type WriteParts = CaseParts & {
  readonly words: Words;
  readonly intent: 'message' | 'contest';
  /** Called with what to say once it is there. */
  readonly sent: (notice: string) => Promise<void>;
};

export async function writeForm(parts: WriteParts): Promise<HTMLElement> {
  const { text, intent, words, locale, sent } = parts;
  const isContest = intent === 'contest';
  const formText =
    locale === 'en' ? (await import('../form-text.en.ts')).en : (await import('../form-text.th.ts')).th;
  const area = h('textarea', { id: `${intent}-text`, rows: '5' });
  const says = h('p', { role: 'status' });
  const button = h(
    'button',
    { type: 'submit', class: 'button main' },
    isContest ? text.contestSend : text.send,
  );
  const input = h('input', { type: 'file', multiple: true, id: 'more-files' });
  const list = h('ul', { class: 'files' });
  const clean = h('input', { type: 'checkbox', checked: true });
  const problems = (found: readonly Problem[]) => {
    says.textContent = found
      .map(({ code, value }) => {
        const said = formText.problems[code];
        return typeof said === 'string' ? said : (said as (value: string) => string)(value);
      })
      .join(' ');
  };
  // Sealed files get a new identifier with every try; the message keeps its own while nothing is changed.
  let messageId: string = crypto.randomUUID();
  const files = startFilePicker({
    input,
    list,
    removeLabel: formText.nav.remove,
    words,
    onProblems: problems,
    onChange: () => {
      messageId = crypto.randomUUID();
    },
  });

  const form = h(
    'form',
    {
      class: 'card',
      submit: async (event) => {
        event.preventDefault();
        if (!/[\p{L}\p{N}]/u.test(area.value) && files.picked().length === 0) {
          says.textContent = text.empty;
          area.focus();
          return;
        }
        button.disabled = true;
        says.textContent = words.sealing;
        const stop = onRetry(() => {
          says.textContent = words.retrying;
        });
        try {
          const ready: ReadyFile[] = [];
          for (const file of await readPicked(files.picked()))
            ready.push(anew(await readyFile(file, clean.checked)));
          const said = { messageId, text: area.value, contest: isContest, files: ready };
          const code = await send(parts, said, (progress) => {
            says.textContent = progress;
          });
          if (code !== 'accepted' && code !== 'repeated') {
            says.textContent =
              code === 'not-contestable'
                ? text.notContestable
                : code === 'closed'
                  ? text.conversationClosed
                  : code === 'wait-for-answer'
                    ? text.waitForAnswer
                    : text.sendFailed;
            return;
          }
          // Everything is drawn anew from what the server now has.
          await sent(code === 'accepted' ? text.sent : text.already);
        } catch (error) {
          says.textContent = (error as { code?: string }).code === 'full' ? text.full : text.sendFailed;
        } finally {
          stop();
          button.disabled = false;
        }
      },
    },
    h('label', { for: area.id }, isContest ? text.contest : text.write),
    h('p', { class: 'hint' }, isContest ? text.contestHint : text.writeHint),
    area,
    ...(isContest
      ? []
      : [
          h('label', { for: input.id, class: 'pick button' }, text.addFiles),
          input,
          list,
          h('label', { class: 'choice' }, clean, h('span', {}, formText.files.clean)),
        ]),
    button,
    says,
  );
  // Other words are another message; the same words sent again are the same.
  area.addEventListener('input', () => {
    messageId = crypto.randomUUID();
  });
  return form;
}

type SaidNow = {
  readonly messageId: string;
  readonly text: string;
  readonly contest: boolean;
  readonly files: readonly ReadyFile[];
};

/** Sends; when an officer wrote or changed the key in the meantime, seals once more behind that. Returns the server's code. */
async function send(
  { holder, opened, proofs, words }: WriteParts,
  said: SaidNow,
  says: (words: string) => void,
): Promise<string> {
  let { next } = opened.dialogue;
  let { files } = said;
  let uploads: readonly SealedUpload[] | undefined;
  for (let attempt = 0; ; attempt += 1) {
    const { reportId, keys } = holder;
    const sealed = await sealSaid(
      { ...said, files, reportId, next, keys, sealer: 'reporter', sentAt: new Date() },
      uploads,
    );
    const { length } = sealed.uploads;
    if (!uploads && length > 0)
      await uploadAll(sealed.uploads, proofs, (done) =>
        says(words.uploading(Math.min(done + 1, length), length)),
      );
    uploads = sealed.uploads;
    says(words.sending);
    const subject = messageSubject(said.messageId, sealed.hash, said.contest);
    const { code } = await ask('/public/follow/messages', {
      ...sealed.sending,
      ...(await holder.signed('message', subject)),
    });
    if ((code !== 'out-of-order' && code !== 'stale-key') || attempt === 3) return code;
    const fresh = await openCase(holder);
    if (!fresh) return code;
    if (fresh.dialogue.next.recipient !== next.recipient) {
      files = files.map(anew);
      uploads = undefined;
    }
    next = fresh.dialogue.next;
  }
}
