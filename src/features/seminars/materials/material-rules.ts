/** How far a material may go, as `seminars.material_rank` has it, and what a file is sent as. */
import type { Audience, Consent, ConsentScope, MaterialKind } from './material.ts';

const ranks: Record<ConsentScope, number> = { none: 0, participants: 1, officers: 2, public: 3 };
export const rankOf = (scope: ConsentScope): number => ranks[scope];

type Meant = {
  readonly kind: MaterialKind;
  readonly audience: Audience;
  readonly speakerId?: string | undefined;
};

/** Whose agreement it takes: the speaker whose work it is; for a recording of a part, everybody who spoke in it. */
export function concerned(material: Meant, speakersOfSlot: readonly string[]): readonly string[] {
  if (material.speakerId !== undefined) return [material.speakerId];
  return material.kind === 'recording' ? speakersOfSlot : [];
}

/** `consents` are the last words of the speakers; who said nothing agreed to nothing. */
export function reachOf(
  material: Meant,
  speakersOfSlot: readonly string[],
  consents: readonly Pick<Consent, 'speakerId' | 'scope'>[],
): number {
  const agreed = concerned(material, speakersOfSlot).map((id) =>
    rankOf(consents.find(({ speakerId }) => speakerId === id)?.scope ?? 'none'),
  );
  return Math.min(rankOf(material.audience), ...agreed);
}

/** By the ending of the name; anything else is bytes, which no browser opens by itself. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  zip: 'application/zip',
};

export function mediaTypeOf(fileName: string): string {
  const ending = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? '';
  return types[ending] ?? 'application/octet-stream';
}

export type ByteRange = { readonly first: number; readonly last: number };

/** One range of a request (RFC 9110, 14.2); undefined for none, or for what need not be understood; 'outside' for 416. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return undefined;
  if (parts[1] === '') {
    const length = Math.min(Number(parts[2]), size);
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
  }
  const first = Number(parts[1]);
  const last = parts[2] === '' ? size - 1 : Math.min(Number(parts[2]), size - 1);
  if (parts[2] !== '' && Number(parts[2]) < first) return undefined;
  return first >= size ? 'outside' : { first, last };
}
