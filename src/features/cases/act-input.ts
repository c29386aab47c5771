/** What an officer's browser sends to act on a case: checked here before anything else looks at it. */
import { z } from 'zod';
import { returnCodes, stages } from './case.ts';

const uuid = z.uuid();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Sealed bytes in base64url: a message of 2 MiB at most, a grant of a few KiB. */
const sealed = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(Math.ceil((bytes * 4) / 3))
    .transform((text) => Buffer.from(text, 'base64url'));
const sealedMessage = sealed(2.2 * 1024 * 1024);
const recipient = z.string().regex(/^age1pq1[0-9a-z]{1900,2000}$/);
const kind = z.enum(['dialogue', 'internal']);
const version = z.int().min(1).max(1000);

const holder = z.discriminatedUnion('grantee', [
  z.object({ grantee: z.literal('centre'), unitCode: z.string().max(20), epoch: version }),
  z.object({ grantee: z.literal('person'), personId: uuid }),
  z.object({ grantee: z.literal('reporter') }),
]);

/** A case key sealed for somebody. */
const grant = z.intersection(z.object({ kind, version, sealed: sealed(16 * 1024) }), holder);
export type GrantInput = z.infer<typeof grant>;

const newKey = z.object({ kind, version, recipient });

const message = z.object({
  id: uuid,
  keyVersion: version,
  sequence: z.int().min(1),
  previousHash: hash.nullable(),
  sealed: sealedMessage,
});
export type MessageInput = z.infer<typeof message>;

/** An internal note; the first one brings the internal key with it. */
const note = message.extend({ newKey: newKey.optional(), grants: z.array(grant).max(50).default([]) });
export type NoteInput = z.infer<typeof note>;

/** `id` is the act's own: sent again after a lost answer, the act is known and done once. */
const base = { id: uuid };
/** The revision the officer saw: a change based on an old view is refused. */
const seen = { ...base, revision: z.int().min(1) };

const acts = {
  reply: z.object({
    act: z.literal('reply'),
    ...base,
    message,
    attachments: z.array(uuid).max(10),
    asks: z.boolean(),
  }),
  note: z.object({ act: z.literal('note'), ...base, note }),
  // `impartial`: who assigns has made sure of it (Administrative Procedure Act ss.13 and 16).
  assign: z.object({ act: z.literal('assign'), ...seen, personId: uuid, impartial: z.literal(true) }),
  'change-stage': z.object({
    act: z.literal('change-stage'),
    ...seen,
    to: z.enum(stages),
    note: note.optional(),
  }),
  'propose-closing': z.object({
    act: z.literal('propose-closing'),
    ...seen,
    outcome: z.string().max(40),
    mergeInto: z.string().max(40).optional(),
    note,
  }),
  'decide-closing': z.object({
    act: z.literal('decide-closing'),
    ...seen,
    closingId: uuid,
    decision: z.enum(['approved', 'returned']),
    returnCode: z.enum(returnCodes).optional(),
    note: note.optional(),
  }),
  restrict: z.object({
    act: z.literal('restrict'),
    ...seen,
    persons: z.array(uuid).min(1).max(30),
    keys: z.array(newKey).max(2),
    grants: z.array(grant).max(1000),
  }),
  'hand-up': z.object({ act: z.literal('hand-up'), ...seen, grants: z.array(grant).max(200) }),
  download: z.object({ act: z.literal('download'), ...base, attachmentId: uuid }),
};

const actInput = z.discriminatedUnion('act', [
  acts.reply,
  acts.note,
  acts.assign,
  acts['change-stage'],
  acts['propose-closing'],
  acts['decide-closing'],
  acts.restrict,
  acts['hand-up'],
  acts.download,
]);

/** An act as checked: sealed bytes as bytes. */
export type ActInput = z.infer<typeof actInput>;
export type ActOf<Act extends ActInput['act']> = Extract<ActInput, { act: Act }>;
/** An act as the browser writes it: sealed bytes as base64url. */
export type ActRequest = z.input<typeof actInput>;

/** The act, or undefined for anything out of form. */
export function parseAct(body: unknown): ActInput | undefined {
  const parsed = actInput.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}
