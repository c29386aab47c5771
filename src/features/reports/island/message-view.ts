/** One message of the conversation, with its files; what cannot be verified is not shown. */
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import { openFile } from '#platform/sealing/file.ts';
import type { Attachment } from '#platform/sealing/message.ts';
import type { ReadMessage } from '../open-dialogue.ts';
import { type Said, type Story, storyFields } from '../report.ts';
import { askBytes } from './api.ts';
import type { CaseParts, Names } from './case-view.ts';
import { h, save } from './dom.ts';
import type { Words } from './words.ts';

type MessageParts = CaseParts & {
  readonly message: ReadMessage;
  readonly names: Names;
  readonly words: Words;
};

export function messageView(parts: MessageParts): HTMLElement {
  const { message, locale, text } = parts;
  const isOfficer = message.author === 'officer';
  const about = [
    formatDateTime(new Date(message.sentAt), locale),
    message.author === 'server' ? text.sealedByServer : message.ok ? text.verified : '',
  ].filter(Boolean);
  return h(
    'section',
    { class: `message ${isOfficer ? 'theirs' : 'ours'}` },
    h(
      'p',
      { class: 'soft small' },
      h('strong', {}, isOfficer ? text.officer : text.you),
      ` · ${about.join(' · ')}`,
    ),
    ...(message.ok
      ? [
          ...bodyView(message.body, parts),
          ...message.attachments.map((file) => fileView(file, message.keyVersion, parts)),
        ]
      : [h('p', { class: 'note bad' }, message.problem === 'no-key' ? text.noKey : text.unverifiable)]),
  );
}

function bodyView(body: Story | Said, { text, names }: MessageParts): HTMLElement[] {
  if (body.type !== 'report')
    return [
      ...(body.type === 'contest' ? [h('h3', {}, text.contested)] : []),
      h('p', { class: 'said' }, String(body.text)),
    ];
  const fields = storyFields(body, names.centres, names.topics);
  return [
    h(
      'details',
      { open: true },
      h('summary', {}, text.yourReport),
      h(
        'dl',
        {},
        ...fields.map(([field, words]) =>
          h('div', {}, h('dt', {}, text.fields[field]), h('dd', { class: 'said' }, words)),
        ),
      ),
    ),
  ];
}

function fileView(
  file: Attachment,
  keyVersion: number,
  { holder, opened, text, words }: MessageParts,
): HTMLElement {
  const says = h('span', { role: 'status', class: 'small' });
  const download = async () => {
    says.textContent = '';
    try {
      const sealed = await askBytes(`/public/follow/files/${file.id}`, await holder.signed('file', file.id));
      const identity = opened.dialogue.identities.get(keyVersion);
      if (!sealed || !identity) throw new Error('no file');
      const { bytes, name } = await openFile(sealed, identity, file);
      // Never opened in this page: whatever it is, the browser saves it.
      save(new Uint8Array(bytes), name);
    } catch {
      says.textContent = words.downloadFailed;
    }
  };
  return h(
    'p',
    {},
    `${file.name} · ${words.fileSize(file.size / 1024)} `,
    h('button', { type: 'button', class: 'button quiet', click: download }, text.download),
    says,
  );
}
