/** Files of a case in the browser: fetched sealed, opened, shown from memory; and an officer's own, sealed and sent. */
import { openFile, sealFile } from '#platform/sealing/file.ts';
import type { Identity, Recipient } from '#platform/sealing/identity.ts';
import type { Attachment } from '#platform/sealing/message.ts';

export type ShownFile = {
  readonly kind: 'image' | 'pdf' | 'text' | 'other';
  /** A blob of this page; gone with `revoke`. */
  readonly url: string;
  /** For kind text: its beginning. */
  readonly text: string;
  readonly save: () => void;
  readonly revoke: () => void;
};

/** What a browser draws without running anything. SVG and HTML are not among them. */
const pictures = /^image\/(?:jpeg|png|gif|webp|avif|bmp)$/;
const longestText = 200_000;

/** Errors: those of `openFile`; code `unreachable` or `not-found` when the bytes are not to be had. */
export async function fetchCaseFile(attachment: Attachment, identity: Identity): Promise<ShownFile> {
  const response = await fetch(`/office/files/${attachment.id}`, { cache: 'no-store' });
  if (!response.ok) throw Object.assign(new Error('not-found'), { code: 'not-found' });
  const sealed = new Uint8Array(await response.arrayBuffer());
  const { bytes } = await openFile(sealed, identity, attachment);
  return showBytes(bytes, attachment);
}

/** Bytes that were opened here, to be shown or saved from memory. */
export function showBytes(
  bytes: Uint8Array,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): ShownFile {
  const kind = kindOf(mediaType);
  // The blob's type is ours, never the sender's: a file that says it is HTML is bytes here.
  const type = kind === 'image' ? mediaType : kind === 'pdf' ? 'application/pdf' : 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  return {
    kind,
    url,
    text: kind === 'text' ? new TextDecoder().decode(bytes.subarray(0, longestText)) : '',
    save: () => saveAs(url, name),
    revoke: () => URL.revokeObjectURL(url),
  };
}

function kindOf(mediaType: string): ShownFile['kind'] {
  if (pictures.test(mediaType)) return 'image';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'text/plain' ? 'text' : 'other';
}

function saveAs(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Seals and stores a file that an answer will name. Errors: those of `sealFile`, and code `unreachable` or `fault`. */
export async function uploadFile(file: File, recipient: Recipient): Promise<Attachment> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(file.type)
    ? file.type
    : 'application/octet-stream';
  const meta = { name: [...file.name].slice(0, 120).join(''), mediaType };
  const { sealed, ...facts } = await sealFile(bytes, meta, [recipient]);
  const id = crypto.randomUUID();
  const response = await fetch(`/office/files/${id}`, {
    method: 'PUT',
    body: sealed as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/octet-stream' },
  }).catch(() => undefined);
  if (!response?.ok)
    throw Object.assign(new Error('upload'), {
      code: response?.status === 401 ? 'signed-out' : 'unreachable',
    });
  return { id, ...meta, ...facts };
}
