/** A written objection as its officer writes it: sealed in her browser, never read by the server. */
import type { JsonValue } from '#platform/sealing/canonical-json.ts';

export const replies = ['none', 'confirmed', 'withdrawn'] as const;
/** What became of it: no answer, the order confirmed in writing, or withdrawn. */
export type OrderReply = (typeof replies)[number];

export type ObjectionText = {
  readonly type: 'objection';
  readonly v: 1;
  /** Who gave the order. */
  readonly giver: string;
  /** Civil date of it. */
  readonly orderedOn: string;
  readonly order: string;
  /** Code in ethics.choice, list objection-ground. */
  readonly ground: string;
  /** Section or clause in her words. */
  readonly basis: string;
  readonly objection: string;
  readonly reply: OrderReply;
  readonly replyText: string;
  readonly file: { readonly name: string; readonly mediaType: string; readonly base64: string } | null;
  /** 32 random bytes, hexadecimal: so that the commitment tells nothing to who guesses the text. */
  readonly salt: string;
};

/** The file's bytes. Throws when what was sealed is no base64. */
export function fileBytes({ base64 }: NonNullable<ObjectionText['file']>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

export const largestObjectionFile = 1024 * 1024;

/** An objection's text as JSON that has one form. */
export const asJson = (text: ObjectionText): JsonValue => ({ ...text, file: text.file && { ...text.file } });
