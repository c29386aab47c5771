/** What the officers' requests may carry. Lengths are bounded everywhere, names are trimmed, dates are civil dates. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { asRecipient, type Recipient } from '#platform/sealing/identity.ts';
import { roles } from './network.ts';

const uuid = z.uuid();
const token = z.string().regex(/^[\w-]{43}$/);
const email = z
  .string()
  .trim()
  .max(200)
  .pipe(z.email())
  .transform((text) => text.toLowerCase());
/** No control characters: PostgreSQL refuses some, and none belongs in a name. */
const plain = /^\P{Cc}*$/u;
const name = z.string().trim().min(1).max(200).regex(plain);
const optional = (length: number) =>
  z
    .string()
    .trim()
    .max(length)
    .regex(plain)
    .optional()
    .transform((text) => text || undefined);
const day = z.iso.date();
const unitCode = z.string().regex(/^[A-Z0-9-]{2,12}$/);
const role = z.enum(roles);
const base64Url = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[\w-]+$/);
const recipient = z
  .string()
  .max(2_100)
  .refine((text) => {
    try {
      return asRecipient(text) === text;
    } catch {
      return false;
    }
  })
  .transform((text) => text as Recipient);

const credential = z.looseObject({
  id: base64Url(2_000),
  rawId: base64Url(2_000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: base64Url(10_000) }),
  clientExtensionResults: z.looseObject({}),
});
const registration = credential.transform((given) => given as unknown as RegistrationResponseJSON);
const authentication = credential.transform((given) => given as unknown as AuthenticationResponseJSON);

const newcomer = z.object({
  email,
  nameTh: name,
  nameEn: optional(200),
  positionTh: optional(200),
  locale: z.enum(['th', 'en']),
  alsoRoles: z.array(role).max(4),
});

const cost = z.object({ memoryKiB: z.int(), iterations: z.int(), parallelism: z.int() });
const wrap = z.object({
  credentialId: base64Url(2_000).optional(),
  wrapped: z.object({
    v: z.literal(1),
    method: z.enum(['passphrase', 'passkey-prf', 'recovery-code']),
    salt: base64Url(100),
    argon2id: cost.optional(),
    nonce: base64Url(100),
    ciphertext: base64Url(4_000),
  }),
});
const grant = z.object({ personId: uuid, keyVersion: z.int().positive(), sealed: base64Url(10_000) });
const epoch = z.int().positive();

const centre = z.object({
  parentCode: unitCode.optional(),
  nameTh: name,
  shortTh: optional(50),
  nameEn: name,
  region: z.enum(['central', 'north', 'northeast', 'east', 'west', 'south']).optional(),
  districts: z.int().min(0).max(500).optional(),
  validFrom: day,
  validTo: day.optional(),
  source: name,
});
/** Civil dates compare as they are written. */
const endsAfterItBegins = ({ validFrom, validTo }: { validFrom: string; validTo?: string | undefined }) =>
  validTo === undefined || validTo > validFrom;

export const bodies = {
  nothing: z.object({}),
  language: z.object({ locale: z.enum(['th', 'en']) }),
  passkeyAnswer: z.object({ ceremonyId: uuid, response: authentication }),
  passwordAnswer: z.object({ email, password: z.string().max(300), code: z.string().max(16) }),
  confirmation: z.union([
    z.object({ ceremonyId: uuid, response: authentication }),
    z.object({ password: z.string().max(300), code: z.string().max(16) }),
  ]),
  joinPasskeyOptions: z.object({ token, email, nameTh: name }),
  joinPasskey: z.object({ token, ceremonyId: uuid, response: registration, label: name, newcomer }),
  joinPasswordOptions: z.object({ token, email }),
  joinPassword: z.object({
    token,
    ceremonyId: uuid,
    password: z.string().max(300),
    code: z.string().max(16),
    newcomer,
  }),
  ownPasskey: z.object({ ceremonyId: uuid, response: registration, label: name }),
  ownPasskeyName: z.object({ id: base64Url(2_000) }),
  ownSession: z.object({ publicId: uuid }),
  keys: z.object({ recipient, signingKey: base64Url(43).min(43), wraps: z.array(wrap).min(2).max(6) }),
  wrap,
  epoch: z.object({ epoch, recipient, grants: z.array(grant).min(1).max(100) }),
  grants: z.object({ grants: z.array(grant.extend({ epoch })).min(1).max(500) }),
  invitation: z.object({
    id: uuid,
    unitCode,
    email,
    nameTh: name,
    roles: z.array(role).min(1).max(roles.length),
    orderNo: optional(100),
  }),
  invitationName: z.object({ id: uuid }),
  invitationAgain: z.object({ id: uuid, newId: uuid }),
  renewal: z.object({ id: uuid, personId: uuid, unitCode }),
  appointment: z.object({
    id: uuid,
    unitCode,
    personId: uuid,
    role,
    orderNo: optional(100),
    actingFor: uuid.optional(),
    validFrom: day.optional(),
    validTo: day.optional(),
  }),
  person: z.object({ personId: uuid, unitCode }),
  account: z.object({ personId: uuid, unitCode, open: z.boolean() }),
  centre: centre.refine(endsAfterItBegins),
  newCentre: centre
    .extend({ code: unitCode, kind: z.enum(['department', 'state-enterprise', 'bangkok', 'province']) })
    .refine(endsAfterItBegins),
};
export const pathCode = unitCode;
