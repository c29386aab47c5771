/** Files of a message: shown in the page without leaving the browser; downloaded only after that is in the ledger. */
import { useEffect, useState } from 'react';
import type { Attachment } from '#platform/sealing/message.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type CaseKeys, keyName } from '../browser/case-keys.ts';
import { fetchCaseFile, type ShownFile } from '../browser/files.ts';
import type { ReadMessage } from '../browser/read-messages.ts';
import type { CasesText } from '../text.ts';
import { ActOutcome } from './act-outcome.tsx';
import type { Acts } from './use-acts.ts';

type Props = {
  readonly read: ReadMessage;
  readonly keys: CaseKeys;
  readonly acts: Acts;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseFiles({ read, ...rest }: Props) {
  if (read.attachments.length === 0) return null;
  return (
    <ul className="files" aria-label={rest.text.case.files}>
      {read.attachments.map((attachment) => (
        <CaseFile key={attachment.id} attachment={attachment} read={read} {...rest} />
      ))}
    </ul>
  );
}

function CaseFile({ attachment, read, keys, acts, text }: Props & { readonly attachment: Attachment }) {
  const [shown, setShown] = useState<ShownFile>();
  const [state, setState] = useState<'closed' | 'opening' | 'open' | 'damaged' | 'failed'>('closed');
  useEffect(() => () => shown?.revoke(), [shown]);
  const words = text.case;
  const cleaned =
    read.body &&
    'files' in read.body &&
    read.body.files.some((one) => one.id === attachment.id && one.cleaned);

  async function open(): Promise<ShownFile | undefined> {
    if (shown) return shown;
    const key = keys.get(keyName(read.message.kind, read.message.keyVersion));
    if (!key) return undefined;
    setState('opening');
    try {
      const file = await fetchCaseFile(attachment, key.identity);
      setShown(file);
      setState('open');
      return file;
    } catch (error) {
      setState((error as { code?: string }).code === 'damaged' ? 'damaged' : 'failed');
      return undefined;
    }
  }

  async function download(): Promise<void> {
    const file = await open();
    if (!file) return;
    const noted = await acts.run(`download ${attachment.id}`, '', async () => ({
      act: 'download',
      attachmentId: attachment.id,
    }));
    if (noted) file.save();
  }

  const visible = state === 'open' && shown;
  return (
    <li>
      <p className="row">
        <span className="said">{attachment.name}</span>
        <span className="soft small">
          {words.size(Math.ceil(attachment.size / 1024))}
          {cleaned ? ` · ${words.cleaned}` : ''}
        </span>
        <button
          type="button"
          className="button"
          onClick={visible ? () => setState('closed') : () => (shown ? setState('open') : void open())}
          disabled={state === 'opening'}
        >
          {visible ? words.hide : words.view}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => void download()}
          title={words.downloadHint}
        >
          {words.download}
        </button>
      </p>
      <div aria-live="polite">
        {state === 'opening' ? <p className="soft small">{words.openingFile}</p> : null}
        {state === 'damaged' ? <p className="problem">{words.fileDamaged}</p> : null}
        {state === 'failed' ? <p className="problem">{words.fileFailed}</p> : null}
      </div>
      {visible ? <FileView file={shown} name={attachment.name} text={text} /> : null}
      <ActOutcome acts={acts} name={`download ${attachment.id}`} text={text} />
    </li>
  );
}

/** Pictures, PDF and plain text; anything that could carry script is never rendered. */
function FileView({ file, name, text }: { file: ShownFile; name: string; text: CasesText }) {
  if (file.kind === 'image') return <img className="file-view" src={file.url} alt={name} />;
  if (file.kind === 'pdf') return <iframe className="file-view" src={file.url} title={name} />;
  if (file.kind === 'text') return <pre className="file-view said">{file.text}</pre>;
  return <p className="soft small">{text.case.cannotShow}</p>;
}
