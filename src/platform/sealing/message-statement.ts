/** Reads the signed statement of a message strictly: one spelling, known fields, plausible values. */
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import type { Attachment, Author, MessageStatement } from './message.ts';
import { sealingError } from './sealing-error.ts';
import { asSigningPublicKey } from './signature.ts';

type Fields = { readonly [key: string]: JsonValue };

const STATEMENT_KEYS = [
  'attachments',
  'author',
  'body',
  'caseId',
  'channel',
  'previousHash',
  'recipientsHash',
  'sentAt',
  'sequence',
  'v',
];
const ATTACHMENT_KEYS = ['ciphertextSha256', 'id', 'mediaType', 'name', 'plaintextSha256', 'size'];
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** The statement in this text. `malformed` for another spelling of the same value, and for any field out of shape. */
export function parseStatement(text: string): MessageStatement {
  const value = parsedJson(text);
  // Doubled keys and hidden white space would let two readers see two things under one signature.
  if (canonicalJson(value) !== text) throw malformed('not canonical');
  const fields = fieldsOf(value, STATEMENT_KEYS);
  if (fields.v !== 1) throw malformed('version');
  if (fields.channel !== 'dialogue' && fields.channel !== 'internal') throw malformed('channel');
  const sequence = wholeNumber(fields.sequence, 'sequence');
  if (sequence < 1) throw malformed('sequence');
  const previousHash =
    fields.previousHash === null ? null : matching(fields.previousHash, HASH, 'previousHash');
  if ((sequence === 1) !== (previousHash === null))
    throw malformed('only the first message has none before it');
  if (!Array.isArray(fields.attachments)) throw malformed('attachments');
  return {
    v: 1,
    caseId: matching(fields.caseId, /^.{1,100}$/u, 'caseId'),
    channel: fields.channel,
    sequence,
    previousHash,
    recipientsHash: matching(fields.recipientsHash, HASH, 'recipientsHash'),
    attachments: fields.attachments.map(attachmentOf),
    author: authorOf(fields.author),
    sentAt: matching(fields.sentAt, INSTANT, 'sentAt'),
    body: fields.body as JsonValue,
  };
}

function attachmentOf(value: JsonValue): Attachment {
  const fields = fieldsOf(value, ATTACHMENT_KEYS);
  return {
    id: matching(fields.id, /^.{1,100}$/u, 'attachment id'),
    plaintextSha256: matching(fields.plaintextSha256, HASH, 'plaintextSha256'),
    ciphertextSha256: matching(fields.ciphertextSha256, HASH, 'ciphertextSha256'),
    name: matching(fields.name, /^.{1,255}$/u, 'attachment name'),
    mediaType: matching(fields.mediaType, /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/, 'mediaType'),
    size: wholeNumber(fields.size, 'size'),
  };
}

function authorOf(value: JsonValue | undefined): Author {
  const { kind, publicKey } = fieldsOf(value, ['kind', 'publicKey']);
  if (kind !== 'reporter' && kind !== 'officer' && kind !== 'server') throw malformed('author kind');
  return { kind, publicKey: asSigningPublicKey(matching(publicKey, /^.{43}$/, 'author key')) };
}

function parsedJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('not JSON');
  }
}

function fieldsOf(value: JsonValue | undefined, keys: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('not an object');
  if (Object.keys(value).sort().join() !== keys.join()) throw malformed('unknown or missing fields');
  return value as Fields;
}

function matching(value: JsonValue | undefined, shape: RegExp, field: string): string {
  if (typeof value !== 'string' || !shape.test(value)) throw malformed(field);
  return value;
}

function wholeNumber(value: JsonValue | undefined, field: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw malformed(field);
  return value;
}

function malformed(what: string) {
  return sealingError('malformed', `not a message: ${what}`);
}
