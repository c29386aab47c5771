/** A message of a case: signed inside, sealed outside, and chained to the one before it. */
import { joinBytes, sha256Hex, sha256HexOfText, textOf, utf8 } from './bytes.ts';
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import type { Identity, Recipient } from './identity.ts';
import { parseStatement } from './message-statement.ts';
import { recipientCount, seal, unseal } from './seal.ts';
import { sealingError } from './sealing-error.ts';
import { type SigningKey, type SigningPublicKey, sign, verify } from './signature.ts';

export type Channel = 'dialogue' | 'internal';

/** What is said of a file beside its sealed bytes; hashes are SHA-256 in hexadecimal, `size` in bytes. */
export interface Attachment {
  readonly id: string;
  readonly plaintextSha256: string;
  readonly ciphertextSha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface Author {
  readonly kind: 'reporter' | 'officer' | 'server';
  readonly publicKey: SigningPublicKey;
}

/** Everything the signature covers. */
export interface MessageStatement {
  readonly v: 1;
  readonly caseId: string;
  readonly channel: Channel;
  /** 1 for the first message of a channel. */
  readonly sequence: number;
  /** `hash` of the sealed message before this one; null for the first. */
  readonly previousHash: string | null;
  /** `recipientSetHash` of those it is sealed to. */
  readonly recipientsHash: string;
  readonly attachments: readonly Attachment[];
  readonly author: Author;
  /** ISO 8601 with zone, by the author's clock. */
  readonly sentAt: string;
  readonly body: JsonValue;
}

export interface MessageDraft {
  readonly caseId: string;
  readonly channel: Channel;
  readonly sequence: number;
  readonly previousHash: string | null;
  readonly recipients: readonly Recipient[];
  readonly attachments: readonly Attachment[];
  readonly author: Author;
  readonly sentAt: string;
  readonly body: JsonValue;
}

/** What the reader knows already and therefore checks. */
export interface ExpectedMessage {
  readonly caseId: string;
  readonly channel: Channel;
  readonly sequence: number;
  readonly previousHash: string | null;
  readonly recipients: readonly Recipient[];
  /** When given, only these keys may have signed. Give it wherever the keys are known. */
  readonly authorKeys?: readonly SigningPublicKey[];
}

export interface SealedMessage {
  readonly sealed: Uint8Array;
  /** SHA-256 of the sealed bytes in hexadecimal: the next message names it, and the server can compute it. */
  readonly hash: string;
}

export interface OpenedMessage extends MessageStatement {
  readonly hash: string;
}

/** Put before what is signed, so that a message's signature can never be shown as one over anything else. */
const DOMAIN = utf8('prongsai/message/v1\n');
const SIGNATURE_BYTES = 64;

/**
 * Signs and seals a message. The payload is the Ed25519 signature (64 bytes), then the statement in
 * canonical JSON; the signature is over the domain line and exactly those JSON bytes.
 * Errors: `no-recipient`, `not-hybrid-recipient`, `too-large`, `malformed` (a draft `openMessage` would refuse).
 */
export async function composeMessage(draft: MessageDraft, signingKey: SigningKey): Promise<SealedMessage> {
  const { recipients, ...said } = draft;
  const statement: MessageStatement = { v: 1, ...said, recipientsHash: recipientSetHash(recipients) };
  if (draft.author.publicKey !== signingKey.publicKey) throw sealingError('malformed', 'the author signs');
  const json = utf8(canonicalOrRefused(statement));
  parseStatement(textOf(json));
  const signature = await sign(signingKey, joinBytes(DOMAIN, json));
  const sealed = await seal(joinBytes(signature, json), recipients);
  return { sealed, hash: await sha256Hex(sealed) };
}

/**
 * Opens and verifies a message. The order of checks is fixed: those of `unseal`, then `malformed`,
 * `bad-signature`, `unknown-author`, `wrong-case` (case or channel), `wrong-sequence`, `broken-chain`,
 * `wrong-recipients` (the signed set, or a header with more or fewer readers than that set).
 */
export async function openMessage(
  sealed: Uint8Array,
  identity: Identity,
  expected: ExpectedMessage,
): Promise<OpenedMessage> {
  const payload = await unseal(sealed, identity);
  if (payload.length <= SIGNATURE_BYTES) throw sealingError('malformed', 'too short for a message');
  const json = payload.subarray(SIGNATURE_BYTES);
  const statement = parseStatement(textOf(json));
  const signature = payload.subarray(0, SIGNATURE_BYTES);
  if (!(await verify(statement.author.publicKey, signature, joinBytes(DOMAIN, json)))) {
    throw sealingError('bad-signature', 'the author did not sign this');
  }
  refuseTheUnexpected(statement, expected);
  if (recipientCount(sealed) !== new Set(expected.recipients).size) {
    throw sealingError('wrong-recipients', 'the header names more or fewer readers than were signed');
  }
  return { ...statement, hash: await sha256Hex(sealed) };
}

/** SHA-256 in hexadecimal over the sorted set: independent of order and of doubles. */
export function recipientSetHash(recipients: readonly Recipient[]): string {
  return sha256HexOfText(`prongsai/recipients/v1\n${[...new Set(recipients)].sort().join('\n')}\n`);
}

function refuseTheUnexpected(statement: MessageStatement, expected: ExpectedMessage): void {
  if (expected.authorKeys && !expected.authorKeys.includes(statement.author.publicKey)) {
    throw sealingError('unknown-author', 'signed by a key that has no part in this case');
  }
  if (statement.caseId !== expected.caseId || statement.channel !== expected.channel) {
    throw sealingError('wrong-case', 'written for another case or channel');
  }
  if (statement.sequence !== expected.sequence)
    throw sealingError('wrong-sequence', 'not the message at this place');
  if (statement.previousHash !== expected.previousHash) {
    throw sealingError('broken-chain', 'the message before it is another one');
  }
  if (statement.recipientsHash !== recipientSetHash(expected.recipients)) {
    throw sealingError('wrong-recipients', 'sealed for other readers');
  }
}

function canonicalOrRefused(statement: MessageStatement): string {
  try {
    return canonicalJson(statement);
  } catch (cause) {
    throw sealingError('malformed', 'the body is not JSON', cause);
  }
}
