/** Seals a report as a whole: the story and its files for the dialogue key, that key for the centre and for the reporter. Browser and server alike. */
import { randomBytes, sha256Hex, toBase64Url } from '#platform/sealing/bytes.ts';
import { sealFile } from '#platform/sealing/file.ts';
import { sealGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { type Attachment, composeMessage } from '#platform/sealing/message.ts';
import { withoutMetadata } from '#platform/sealing/metadata.ts';
import {
  lookupOf,
  type ReporterKeys,
  reporterKeys,
  type StretchedReceipt,
} from '#platform/sealing/receipt-keys.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import { rawPublicKey } from '#platform/sealing/signature.ts';
import type { Submission } from './report.schemas.ts';
import type { OriginalFile, Story } from './report.ts';

/** A file as chosen, with the identifier it keeps for ever. */
export type ChosenFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** A file ready to be sealed: cleaned where asked and possible. */
export type ReadyFile = ChosenFile & { readonly original: OriginalFile };

/** A sealed file: what goes to the store, and what the message says of it. */
export type SealedUpload = { readonly sealed: Uint8Array; readonly attachment: Attachment };

/** Takes hidden data out of a photo when asked. A damaged or other file stays as it is and is marked so. */
export async function readyFile(file: ChosenFile, clean: boolean): Promise<ReadyFile> {
  const originalSha256 = await sha256Hex(file.bytes);
  const stripped = clean ? strippedOf(file.bytes) : undefined;
  return {
    ...file,
    bytes: stripped ?? file.bytes,
    original: { id: file.id, originalSha256, cleaned: stripped !== undefined },
  };
}

/** The same file to be sealed for another key: what is stored under the old identifier stays what it is. */
export const anew = (file: ReadyFile): ReadyFile => {
  const id = crypto.randomUUID();
  return { ...file, id, original: { ...file.original, id } };
};

function strippedOf(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const { bytes: stripped, kind } = withoutMetadata(bytes);
    return kind === 'other' ? undefined : stripped;
  } catch (error) {
    if (isSealingError(error)) return undefined;
    throw error;
  }
}

/** Seals files for a dialogue, one after the other: ten large ones at once would not fit into a telephone. */
export async function sealFiles(
  files: readonly ReadyFile[],
  recipients: readonly Recipient[],
  progress: (done: number) => void = () => undefined,
): Promise<SealedUpload[]> {
  const uploads: SealedUpload[] = [];
  for (const file of files) {
    const meta = { name: plainName(file.name), mediaType: plainType(file.mediaType) };
    const { sealed, plaintextSha256, ciphertextSha256, size } = await sealFile(file.bytes, meta, recipients);
    uploads.push({ sealed, attachment: { id: file.id, plaintextSha256, ciphertextSha256, size, ...meta } });
    progress(uploads.length);
  }
  return uploads;
}

/** Everything that a report is made of besides its story. */
export type ReportToSeal = {
  readonly id: string;
  readonly messageId: string;
  readonly story: Story;
  readonly title: string;
  readonly files: readonly ReadyFile[];
  readonly addressee: CentreToSealFor;
  readonly restriction: Submission['restriction'];
  readonly stretched: StretchedReceipt;
  /** Who seals: the reporter's own browser, or the server for a form without script. */
  readonly sealer: 'reporter' | 'server';
  readonly sentAt: Date;
  readonly progress?: (done: number) => void;
};

export type CentreToSealFor = {
  readonly unitCode: string;
  readonly epoch: number;
  readonly recipient: Recipient;
};

export type SealedReport = {
  readonly submission: Submission;
  readonly uploads: readonly SealedUpload[];
  readonly keys: ReporterKeys;
  /** The same report for another key of a centre: the dialogue and its files stay as they are. */
  readonly readdress: (addressee: CentreToSealFor) => Promise<Submission>;
};

/** Seals it. Errors: those of `sealFile`, `composeMessage` and `sealGrant`. */
export async function sealReport(report: ReportToSeal): Promise<SealedReport> {
  const identity = generateIdentity();
  const dialogueRecipient = await recipientOf(identity);
  const salt = randomBytes(16);
  const keys = await reporterKeys(report.stretched, salt);
  const uploads = await sealFiles(report.files, [dialogueRecipient], report.progress);
  const { sealed: message } = await composeMessage(
    {
      caseId: report.id,
      channel: 'dialogue',
      sequence: 1,
      previousHash: null,
      recipients: [dialogueRecipient],
      attachments: uploads.map(({ attachment }) => attachment),
      author: { kind: report.sealer, publicKey: keys.signingKey.publicKey },
      sentAt: report.sentAt.toISOString(),
      body: report.story,
    },
    keys.signingKey,
  );
  const grant = grantOf(report, identity);
  const submission: Submission = {
    id: report.id,
    unitCode: report.addressee.unitCode,
    epoch: report.addressee.epoch,
    restriction: report.restriction,
    topic: report.story.topic,
    identityMode: report.story.identity,
    dialogueRecipient,
    centreGrant: toBase64Url(await sealGrant(grant, [report.addressee.recipient])),
    reporterGrant: toBase64Url(await sealGrant(grant, [keys.recipient])),
    messageId: report.messageId,
    message: toBase64Url(message),
    attachments: uploads.map(({ attachment }) => attachment.id),
    lookup: await lookupOf(report.stretched),
    salt: toBase64Url(salt),
    recipient: keys.recipient,
    signingKey: toBase64Url(rawPublicKey(keys.signingKey.publicKey)),
  };
  return {
    submission,
    uploads,
    keys,
    readdress: async ({ unitCode, epoch, recipient }) => ({
      ...submission,
      unitCode,
      epoch,
      centreGrant: toBase64Url(await sealGrant(grant, [recipient])),
    }),
  };
}

function grantOf({ id, title }: ReportToSeal, identity: Identity) {
  return { caseId: id, kind: 'dialogue', version: 1, identity, title } as const;
}

/** Without control signs and at most 255 characters, as a signed statement wants names. */
const plainName = (name: string) =>
  [...name.toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, 120).join('').trim() || 'file';

const plainType = (type: string) =>
  /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream';
