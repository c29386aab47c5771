/** What the citizens' side sends, checked at the door. The island takes the types, never the checks. */
import { z } from 'zod';
import { identityModes, mostFiles } from './report.ts';

const KIB = 1024;
/** A sealed message at its largest: 2 MiB of payload, its age header, and 16 bytes for every 64 KiB. */
export const largestMessage = 2048 * KIB + 8 * KIB;
/** A sealed file at its largest: 10 MiB padded by Padmé, with header and tags. */
export const largestUpload = 11 * 1024 * KIB;

/** Unpadded base64url of so many bytes, as bytes. */
const bytes = (least: number, most = least) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3) + 2)
    .regex(/^[A-Za-z0-9_-]*$/)
    .transform((text) => Buffer.from(text, 'base64url'))
    .refine((value) => value.length >= least && value.length <= most);

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** Of a centre or a topic. */
export const code = z.string().regex(/^[\w-]{1,40}$/);
const recipient = z.string().regex(/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/);
const sealedMessage = bytes(500, largestMessage);
const grant = bytes(500, 16 * KIB);

/** A solved proof of work (ALTCHA, second version). */
export const proofOfWork = z.object({
  challenge: z.object({
    parameters: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.null()])),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({
    counter: z.number().int().nonnegative(),
    derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
    time: z.number().optional(),
  }),
});
export type ProofOfWork = z.input<typeof proofOfWork>;

export const submission = z.strictObject({
  id: uuid,
  unitCode: code,
  epoch: z.number().int().positive().max(1_000_000),
  restriction: z.enum(['none', 'unit']),
  topic: code,
  identityMode: z.enum(identityModes),
  dialogueRecipient: recipient,
  centreGrant: grant,
  reporterGrant: grant,
  messageId: uuid,
  message: sealedMessage,
  attachments: z.array(uuid).max(mostFiles),
  lookup: bytes(32),
  salt: bytes(16),
  recipient,
  signingKey: bytes(32),
  proof: proofOfWork.optional(),
});
/** As it travels: JSON, bytes as base64url. */
export type Submission = z.input<typeof submission>;
export type CheckedSubmission = z.output<typeof submission>;

export const lookUp = z.strictObject({ lookup: bytes(32), proof: proofOfWork.optional() });

/** Every later request of a reporter is signed over what it asks (see `signed-request.ts`). */
export const signedRequest = z.strictObject({
  reportId: uuid,
  nonce: z.string().regex(/^[A-Za-z0-9_.-]{20,120}$/),
  signature: bytes(64),
});
export type SignedRequest = z.input<typeof signedRequest>;
export type CheckedSignedRequest = z.output<typeof signedRequest>;

export const messageSending = signedRequest.extend({
  messageId: uuid,
  keyVersion: z.number().int().positive().max(10_000),
  sequence: z.number().int().min(2).max(1_000_000),
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  message: sealedMessage,
  attachments: z.array(uuid).max(mostFiles),
  contest: z.boolean(),
});
export type MessageSending = z.input<typeof messageSending>;
export type CheckedMessageSending = z.output<typeof messageSending>;

export const fileId = uuid;
