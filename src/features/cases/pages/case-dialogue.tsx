/** What reporter and centre said to each other since the report, and the box to answer in. */
import { type FormEvent, useRef, useState } from 'react';
import { asRecipient } from '#platform/sealing/identity.ts';
import type { Attachment } from '#platform/sealing/message.ts';
import type { Locale } from '#platform/text/messages.ts';
import { newestKey } from '../browser/case-keys.ts';
import { sealReply } from '../browser/compose.ts';
import { uploadFile } from '../browser/files.ts';
import { hasReporter } from '../case.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { ActOutcome } from './act-outcome.tsx';
import { CaseMessage } from './case-message.tsx';
import type { Acts } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import type { OpenedCase } from './use-opened-case.ts';

type Props = {
  readonly view: CaseView;
  readonly opened: OpenedCase;
  readonly acts: Acts;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseDialogue(props: Props) {
  const { view, opened, text } = props;
  const later = opened.dialogue.slice(1);
  if (!hasReporter(view.header.channel))
    return (
      <section aria-labelledby="dialogue" className="card">
        <h2 id="dialogue" tabIndex={-1}>
          {text.case.dialogue}
        </h2>
        <p className="soft">{text.case.nobodyToAnswer}</p>
      </section>
    );
  return (
    <section aria-labelledby="dialogue" className="card">
      <h2 id="dialogue" tabIndex={-1}>
        {text.case.dialogue}
      </h2>
      {later.length === 0 ? <p className="soft">{text.case.noDialogue}</p> : null}
      <ol className="messages">
        {later.map((read) => (
          <CaseMessage key={read.message.id} read={read} keys={opened.keys} {...props} />
        ))}
      </ol>
      {view.may.includes('reply') && view.header.stage !== 'MERGED' ? <ReplyBox {...props} /> : null}
    </section>
  );
}

function ReplyBox({ view, acts, text }: Props) {
  const draft = useDraft(`/office/cases/${view.header.id}`, 'reply');
  const [asks, setAsks] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const uploaded = useRef(new Map<File, Attachment>());
  const words = text.case;
  const busy = acts.busy === 'reply';

  async function send(event: FormEvent) {
    event.preventDefault();
    if (draft.text.trim() === '') return;
    const content = `${asks} ${files.map((file) => `${file.name}/${file.size}`).join()} ${draft.text}`;
    const done = await acts.run('reply', content, async (desk) => {
      const recipient = newestKey(desk.keys, 'dialogue')?.recipient;
      for (const file of files)
        if (!uploaded.current.has(file))
          uploaded.current.set(file, await uploadFile(file, asRecipient(recipient ?? '')));
      const attachments = files.map((file) => uploaded.current.get(file)!);
      const message = await sealReply(desk, draft.text.trim(), attachments);
      return { act: 'reply', message, attachments: attachments.map(({ id }) => id), asks };
    });
    if (!done) return;
    draft.clear();
    setFiles([]);
    uploaded.current.clear();
    setAsks(false);
  }

  return (
    <form className="reply" onSubmit={send}>
      <div className="field">
        <label htmlFor="reply">{words.replyLabel}</label>
        <p className="hint" id="reply-hint">
          {words.replyHint}
        </p>
        <textarea
          id="reply"
          aria-describedby="reply-hint"
          value={draft.text}
          maxLength={50_000}
          onChange={(event) => draft.set(event.target.value)}
        />
        {draft.text ? <p className="hint">{words.draftKept}</p> : null}
      </div>
      <div className="field">
        <p className="hint" id="reply-files-hint">
          {words.attachHint}
        </p>
        <label htmlFor="reply-files" className="pick button">
          {words.attach}
        </label>
        <input
          id="reply-files"
          aria-describedby="reply-files-hint"
          type="file"
          multiple
          onChange={(event) => {
            setFiles([...files, ...(event.target.files ?? [])].slice(0, 10));
            event.target.value = '';
          }}
        />
        <ul className="files">
          {files.map((file, at) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`} className="row">
              {file.name}
              <button
                type="button"
                className="button quiet"
                aria-label={words.removeFile(file.name)}
                onClick={() => setFiles(files.filter((_, other) => other !== at))}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <label className="choice">
        <input type="checkbox" checked={asks} onChange={(event) => setAsks(event.target.checked)} />
        <span>{words.asks}</span>
      </label>
      <button type="submit" className="button main" disabled={busy || draft.text.trim() === ''}>
        {words.send}
      </button>
      <ActOutcome acts={acts} name="reply" text={text} done={words.sent} />
    </form>
  );
}
