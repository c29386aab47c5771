/** Opens what was written on a case and checks every message: who signed it, its place in the chain, its one reader. */
import type { Signer } from '#features/network/index.ts';
import type { Said, Story } from '#features/reports/index.ts';
import { fromBase64Url } from '#platform/sealing/bytes.ts';
import { type Attachment, openMessage } from '#platform/sealing/message.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import type { MessageKind } from '../case.ts';
import type { CaseMatter, SealedCaseMessage } from '../case-view.ts';
import { type CaseKeys, keyName } from './case-keys.ts';

/** What an officer writes to colleagues. */
export type NoteBody = { readonly type: 'note'; readonly v: 1; readonly text: string };

export type ReadMessage = {
  readonly message: SealedCaseMessage;
  readonly body: Story | Said | NoteBody | undefined;
  readonly attachments: readonly Attachment[];
  /** Why it could not be opened or believed; undefined when all is well. */
  readonly problem: string | undefined;
};

/** Opens one channel in order. A message that fails stays in its place with its problem; the chain goes on behind it. */
export async function readChannel(
  caseId: string,
  kind: MessageKind,
  matter: Pick<CaseMatter, 'messages' | 'reporter'>,
  people: readonly Signer[],
  keys: CaseKeys,
): Promise<ReadMessage[]> {
  const read: ReadMessage[] = [];
  let previousHash: string | null = null;
  const inOrder = matter.messages.filter((message) => message.kind === kind);
  for (const [at, message] of inOrder.entries()) {
    read.push(await readOne(caseId, message, at + 1, previousHash, signersOf(message), keys));
    previousHash = message.hash;
  }
  return read;

  /** Who may have signed: a form without script is signed by the key that the server made for its reporter. */
  function signersOf(message: SealedCaseMessage): readonly SigningPublicKey[] {
    if (message.author === 'officer')
      return people.find((person) => person.id === message.personId)?.signingKeys ?? [];
    return matter.reporter ? [matter.reporter.signingKey as SigningPublicKey] : [];
  }
}

async function readOne(
  caseId: string,
  message: SealedCaseMessage,
  sequence: number,
  previousHash: string | null,
  authorKeys: readonly SigningPublicKey[],
  keys: CaseKeys,
): Promise<ReadMessage> {
  const broken = (problem: string): ReadMessage => ({ message, body: undefined, attachments: [], problem });
  const key = keys.get(keyName(message.kind, message.keyVersion));
  if (!key) return broken('no-key');
  try {
    const opened = await openMessage(fromBase64Url(message.sealed), key.identity, {
      caseId,
      channel: message.kind,
      sequence,
      previousHash,
      recipients: [key.recipient],
      authorKeys,
    });
    // The server says who wrote; the writer signed it.
    if (opened.author.kind !== message.author || opened.hash !== message.hash)
      return broken('unknown-author');
    return {
      message,
      body: opened.body as Story | Said | NoteBody,
      attachments: opened.attachments,
      problem: undefined,
    };
  } catch (error) {
    if (isSealingError(error)) return broken(error.code);
    throw error;
  }
}
