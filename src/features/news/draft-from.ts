/** Begins an announcement from something else that is already written, such as the summary of a seminar. */
import type { SignedIn } from '#features/network/index.ts';
import type { SavedItem } from './news.schemas.ts';
import type { Outcome } from './news.ts';
import type { Saved } from './save-item.ts';

export type DraftFrom = {
  /** Made by the caller and kept with the source, so that asking twice gives one draft. */
  readonly id: string;
  readonly unitId: number;
  readonly source: { readonly kind: 'seminar'; readonly id: string };
  readonly titleTh: string;
  readonly summaryTh: string;
  /** Our markup; without it the summary is the text to begin with. */
  readonly bodyTh?: string;
  readonly titleEn?: string;
  readonly summaryEn?: string;
  readonly bodyEn?: string;
};

type Save = (signedIn: SignedIn, input: SavedItem, extra: { madeFrom: string }) => Promise<Outcome<Saved>>;

/** Texts too long for a title or a summary are cut at a word: the editor sees the draft before anybody else does. */
export function draftFrom(save: Save, signedIn: SignedIn, draft: DraftFrom): Promise<Outcome<Saved>> {
  const item: SavedItem = {
    id: draft.id,
    unitId: draft.unitId,
    baseVersion: 0,
    category: 'training',
    titleTh: cut(draft.titleTh, 200),
    summaryTh: cut(draft.summaryTh, 400),
    bodyTh: draft.bodyTh ?? draft.summaryTh,
    titleEn: cut(draft.titleEn ?? '', 200),
    summaryEn: cut(draft.summaryEn ?? '', 400),
    bodyEn: draft.bodyEn ?? draft.summaryEn ?? '',
  };
  return save(signedIn, item, { madeFrom: `${draft.source.kind}:${draft.source.id}` });
}

function cut(text: string, most: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= most) return trimmed;
  const head = trimmed.slice(0, most - 1);
  const space = head.lastIndexOf(' ');
  return `${space > most / 2 ? head.slice(0, space) : head}…`;
}
