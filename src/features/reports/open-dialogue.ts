/** Opens what the reporter may read, and checks every message: signature, place in the chain, readers. Browser and server alike. */
import { fromBase64Url } from '#platform/sealing/bytes.ts';
import { keyLink, openGrant } from '#platform/sealing/grant.ts';
import type { Identity, Recipient } from '#platform/sealing/identity.ts';
import { type Attachment, openMessage } from '#platform/sealing/message.ts';
import type { ReporterKeys } from '#platform/sealing/receipt-keys.ts';
import { isSealingError, type SealingErrorCode } from '#platform/sealing/sealing-error.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import type { OpenedReport, SealedDialogueMessage } from './open-report.ts';
import type { Said, Story } from './report.ts';

export type ReadMessage = {
  readonly id: string;
  readonly author: SealedDialogueMessage['author'];
  readonly sentAt: string;
  readonly keyVersion: number;
} & (
  | { readonly ok: true; readonly body: Story | Said; readonly attachments: readonly Attachment[] }
  | { readonly ok: false; readonly problem: SealingErrorCode | 'no-key' }
);

export type Dialogue = {
  readonly messages: readonly ReadMessage[];
  /** What the next message is sealed for and follows on. */
  readonly next: {
    readonly keyVersion: number;
    readonly recipient: Recipient;
    readonly sequence: number;
    readonly previousHash: string;
    /** False when the newest key is not one that the reporter, or officers who held hers, can have made. */
    readonly isBelieved: boolean;
  };
  /** By version of the dialogue key. */
  readonly identities: ReadonlyMap<number, Identity>;
};

/** Opens all; a message that cannot be verified is kept in its place with its problem. */
export async function openDialogue(
  reportId: string,
  opened: OpenedReport,
  keys: Pick<ReporterKeys, 'identity' | 'signingKey'>,
): Promise<Dialogue> {
  const identities = new Map<number, Identity>();
  for (const { version, recipient, sealed } of opened.keys) {
    if (sealed === null) continue;
    const expected = {
      caseId: reportId,
      kind: 'dialogue',
      version,
      recipient: recipient as Recipient,
    } as const;
    const grant = await openGrant(fromBase64Url(sealed), keys.identity, expected).catch(problemOf);
    if (typeof grant !== 'object') continue;
    // Anybody can seal a grant for the receipt's public key, the server too: a later key must follow the one before.
    const before = identities.get(version - 1);
    const link = before && (await keyLink(before, { ...expected, recipient: grant.recipient }));
    if (version === 1 || (link !== undefined && grant.follows === link))
      identities.set(version, grant.identity);
  }
  const messages: ReadMessage[] = [];
  let previousHash: string | null = null;
  for (const [at, message] of opened.messages.entries()) {
    const recipient = opened.keys.find(({ version }) => version === message.keyVersion)?.recipient;
    messages.push(
      await readOne(
        message,
        at + 1,
        previousHash,
        reportId,
        recipient as Recipient | undefined,
        identities,
        keys.signingKey.publicKey,
      ),
    );
    previousHash = message.hash;
  }
  const newest = opened.keys.at(-1)!;
  return {
    messages,
    identities,
    next: {
      keyVersion: newest.version,
      recipient: newest.recipient as Recipient,
      sequence: opened.messages.length + 1,
      previousHash: previousHash ?? '',
      // The first key is vouched for by the report itself, which the receipt's key signed together with its readers.
      isBelieved: messages[0]?.ok === true && messages[0].keyVersion === 1 && identities.has(newest.version),
    },
  };
}

async function readOne(
  message: SealedDialogueMessage,
  sequence: number,
  previousHash: string | null,
  caseId: string,
  recipient: Recipient | undefined,
  identities: ReadonlyMap<number, Identity>,
  own: SigningPublicKey,
): Promise<ReadMessage> {
  const { id, author, sentAt, keyVersion } = message;
  const place = { id, author, sentAt, keyVersion };
  const identity = identities.get(keyVersion);
  if (!identity || !recipient) return { ...place, ok: false, problem: 'no-key' };
  const said = await openMessage(fromBase64Url(message.sealed), identity, {
    caseId,
    channel: 'dialogue',
    sequence,
    previousHash,
    recipients: [recipient],
    // What is said to be the reporter's must be by the receipt's key, whatever the server says that is.
    authorKeys: author === 'officer' ? [message.signingKey as SigningPublicKey] : [own],
  }).catch(problemOf);
  if (typeof said === 'string') return { ...place, ok: false, problem: said };
  // The server says who wrote; the writer signed it. A server that calls its own words an officer's is found out here.
  if (said.author.kind !== author || said.hash !== message.hash)
    return { ...place, ok: false, problem: 'unknown-author' };
  return { ...place, ok: true, body: said.body as Story | Said, attachments: said.attachments };
}

function problemOf(error: unknown): SealingErrorCode {
  if (isSealingError(error)) return error.code;
  throw error;
}
