/** Seals the reporter's next message, or the contest of a closing. Browser and server alike. */
import { sha256Hex, toBase64Url } from '#platform/sealing/bytes.ts';
import { composeMessage } from '#platform/sealing/message.ts';
import type { ReporterKeys } from '#platform/sealing/receipt-keys.ts';
import { sealingError } from '#platform/sealing/sealing-error.ts';
import type { Dialogue } from './open-dialogue.ts';
import type { MessageSending } from './report.schemas.ts';
import type { Said } from './report.ts';
import { type ReadyFile, type SealedUpload, sealFiles } from './seal-report.ts';

export type SaidToSeal = {
  readonly reportId: string;
  readonly messageId: string;
  readonly text: string;
  readonly contest: boolean;
  readonly files: readonly ReadyFile[];
  readonly next: Dialogue['next'];
  readonly keys: Pick<ReporterKeys, 'signingKey'>;
  readonly sealer: 'reporter' | 'server';
  readonly sentAt: Date;
};

export type SealedSaid = {
  readonly sending: Omit<MessageSending, 'nonce' | 'signature'>;
  readonly hash: string;
  readonly uploads: readonly SealedUpload[];
};

/** Error `wrong-grant` when the newest key cannot be believed. `uploads` given: files sealed before, for the same key, whose message must be sealed anew. */
export async function sealSaid(
  said: SaidToSeal,
  sealedBefore?: readonly SealedUpload[],
): Promise<SealedSaid> {
  const { next, keys } = said;
  if (!next.isBelieved) throw sealingError('wrong-grant', 'nobody knows who made the newest key');
  const uploads = sealedBefore ?? (await sealFiles(said.files, [next.recipient]));
  const body: Said = {
    type: said.contest ? 'contest' : 'message',
    v: 1,
    text: said.text,
    files: said.files.map(({ original }) => original),
  };
  const { sealed } = await composeMessage(
    {
      caseId: said.reportId,
      channel: 'dialogue',
      sequence: next.sequence,
      previousHash: next.previousHash,
      recipients: [next.recipient],
      attachments: uploads.map(({ attachment }) => attachment),
      author: { kind: said.sealer, publicKey: keys.signingKey.publicKey },
      sentAt: said.sentAt.toISOString(),
      body,
    },
    keys.signingKey,
  );
  const sending = {
    reportId: said.reportId,
    messageId: said.messageId,
    keyVersion: next.keyVersion,
    sequence: next.sequence,
    previousHash: next.previousHash,
    message: toBase64Url(sealed),
    attachments: uploads.map(({ attachment }) => attachment.id),
    contest: said.contest,
  };
  return { sending, hash: await sha256Hex(sealed), uploads };
}
