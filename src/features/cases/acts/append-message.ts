/** Puts a sealed message behind the one before it. The server checks the chain, the key and the one reader; never the text. */
import { createHash } from 'node:crypto';
import { recipientCount } from '#platform/sealing/seal.ts';
import { isSealingError } from '#platform/sealing/sealing-error.ts';
import { insertKey, insertMessage } from '../act.queries.ts';
import type { MessageInput, NoteInput } from '../act-input.ts';
import { selectKeys } from '../case.queries.ts';
import type { MessageKind } from '../case.ts';
import { giveGrants, holdersOf } from './grants.ts';
import { refuse, type Work } from './work.ts';

export type Appended = {
  /** Columns of the case's row that now point at this message. */
  readonly change: { readonly [column: string]: unknown };
  readonly facts: { readonly message: string; readonly sequence: number };
};

/** Appends to the dialogue. Refusals: `stale-key`, `out-of-order`, `malformed`. */
export async function appendToDialogue(work: Work, message: MessageInput): Promise<Appended> {
  await refuseOldKey(work, 'dialogue', message.keyVersion);
  return append(work, 'dialogue', message);
}

/** Appends an internal note; the first one brings the internal key, sealed for those who may read. */
export async function appendNote(work: Work, note: NoteInput): Promise<Appended> {
  if (note.newKey) await makeInternalKey(work, note);
  else await refuseOldKey(work, 'internal', note.keyVersion);
  return append(work, 'internal', note);
}

async function append(work: Work, kind: MessageKind, message: MessageInput): Promise<Appended> {
  const { trx, found, personId, now } = work;
  const [sequence, head] =
    kind === 'dialogue'
      ? [found.dialogue_sequence, found.dialogue_head]
      : [found.internal_sequence, found.internal_head];
  const inOrder =
    message.sequence === sequence + 1 && message.previousHash === (head?.toString('hex') ?? null);
  if (!inOrder) refuse('out-of-order');
  if (readers(message.sealed) !== 1) refuse('malformed');
  const hash = createHash('sha256').update(message.sealed).digest();
  await insertMessage(trx, {
    id: message.id,
    case_id: found.id,
    kind,
    key_version: message.keyVersion,
    sequence: message.sequence,
    previous_hash: head,
    hash,
    author: 'officer',
    person_id: personId,
    sealed: message.sealed,
    sent_at: now,
  });
  return {
    change:
      kind === 'dialogue'
        ? { dialogue_sequence: message.sequence, dialogue_head: hash }
        : { internal_sequence: message.sequence, internal_head: hash },
    facts: { message: hash.toString('hex'), sequence: message.sequence },
  };
}

async function refuseOldKey({ trx, found }: Work, kind: MessageKind, version: number): Promise<void> {
  const versions = (await selectKeys(trx, found.id)).filter((key) => key.kind === kind);
  if (versions.at(-1)?.version !== version) refuse('stale-key');
}

async function makeInternalKey(work: Work, note: NoteInput): Promise<void> {
  const { trx, found, now } = work;
  const known = (await selectKeys(trx, found.id)).some((key) => key.kind === 'internal');
  const key = note.newKey;
  const first = key?.kind === 'internal' && key.version === 1 && note.keyVersion === 1;
  // Two officers at once: the second one finds the key of the first and seals for that.
  if (known || !key || !first) refuse('stale-key');
  await insertKey(trx, {
    case_id: found.id,
    kind: 'internal',
    version: 1,
    recipient: key.recipient,
    created_at: now,
  });
  await giveGrants(work, note.grants, [{ kind: 'internal', version: 1 }], await holdersOf(work));
}

/** A message has exactly one reader, the case's key; the header is readable without any. */
function readers(sealed: Buffer): number {
  try {
    return recipientCount(sealed);
  } catch (error) {
    if (isSealingError(error)) return 0;
    throw error;
  }
}
