/** Grants: small age files that hand a key of a case, or of a centre, to those who may use it. */
import { textOf, toHex, utf8 } from './bytes.ts';
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import { asIdentity, type Identity, type Recipient, recipientOf } from './identity.ts';
import type { Channel } from './message.ts';
import { seal, unseal } from './seal.ts';
import { sealingError } from './sealing-error.ts';

/** The key of one channel of a case, and the title an officer sees in her queue without opening the case. */
export interface CaseGrant {
  readonly caseId: string;
  readonly kind: Channel;
  /** Counts up when the key is replaced or the title changes; the newest counts. */
  readonly version: number;
  readonly identity: Identity;
  /** At most 200 characters, so that every case grant falls into the 1 KiB bucket. */
  readonly title?: string;
  /** `keyLink` under the key before this one; a case's first key has none. */
  readonly follows?: string;
}

/** A key by its public half and its place: what a link vouches for. */
export type LinkedKey = Pick<CaseGrant, 'caseId' | 'kind' | 'version'> & { readonly recipient: Recipient };

/** The key of a centre for one epoch, handed to one officer. */
export interface CentreGrant {
  readonly unitCode: string;
  readonly epoch: number;
  readonly identity: Identity;
}

/** A grant as opened, with the public half of the key it carries. */
export type Opened<Grant> = Grant & { readonly recipient: Recipient };

export const MAX_TITLE_LENGTH = 200;

/** Seals a case key. Errors: those of `seal`, and `too-large` for a title over 200 characters. */
export async function sealGrant(grant: CaseGrant, to: readonly Recipient[]): Promise<Uint8Array> {
  if ((grant.title ?? '').length > MAX_TITLE_LENGTH) throw sealingError('too-large', 'the title is too long');
  return seal(payloadOf({ ...grant, type: 'case' }), to);
}

/**
 * What vouches for a case's next key: HMAC-SHA-256 under the secret of the key before it, in hexadecimal. Anybody can seal a
 * grant, the server too, but only who held the older key can say that this one follows it.
 */
export async function keyLink(
  before: Identity,
  { caseId, kind, version, recipient }: LinkedKey,
): Promise<string> {
  const secret = await crypto.subtle.importKey(
    'raw',
    utf8(before),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const said = utf8(`prongsai/key-link/v1\n${canonicalJson({ caseId, kind, version, recipient })}`);
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', secret, said)));
}

/**
 * Opens a case grant. `wrong-grant` when it is for another case, kind or version, or when its key is not
 * the one the case is known by.
 *
 * A grant bears no signature, and needs none where `expected.recipient` comes from the ledger: only who
 * holds the key can seal a grant whose key matches. Without it a grant from a server proves nothing.
 */
export async function openGrant(
  sealed: Uint8Array,
  identity: Identity,
  expected: {
    readonly caseId: string;
    readonly kind: Channel;
    readonly version?: number;
    readonly recipient?: Recipient;
  },
): Promise<Opened<CaseGrant>> {
  const { type, caseId, kind, version, identity: key, title, follows } = await fieldsOf(sealed, identity);
  const right =
    type === 'case' &&
    caseId === expected.caseId &&
    kind === expected.kind &&
    typeof version === 'number' &&
    (expected.version === undefined || version === expected.version) &&
    (title === undefined || typeof title === 'string') &&
    (follows === undefined || typeof follows === 'string');
  if (!right) throw wrongGrant('another case, kind or version');
  const recipient = await knownKey(key, expected.recipient);
  return { caseId, kind, version, identity: asIdentity(String(key)), title, follows, recipient };
}

/** Seals a centre's key of one epoch for one officer. */
export async function sealCentreGrant(grant: CentreGrant, officer: Recipient): Promise<Uint8Array> {
  return seal(payloadOf({ ...grant, type: 'centre' }), [officer]);
}

/** Opens a centre grant; the same checks, errors and caution as `openGrant`. */
export async function openCentreGrant(
  sealed: Uint8Array,
  identity: Identity,
  expected: { readonly unitCode: string; readonly epoch: number; readonly recipient?: Recipient },
): Promise<Opened<CentreGrant>> {
  const { type, unitCode, epoch, identity: key } = await fieldsOf(sealed, identity);
  if (type !== 'centre' || unitCode !== expected.unitCode || epoch !== expected.epoch) {
    throw wrongGrant('another centre or epoch');
  }
  const recipient = await knownKey(key, expected.recipient);
  return { unitCode, epoch, identity: asIdentity(String(key)), recipient };
}

function payloadOf(fields: { readonly identity: Identity; readonly type: string }): Uint8Array {
  asIdentity(fields.identity);
  // A title left out must stay out: canonical JSON refuses undefined.
  return utf8(canonicalJson(JSON.parse(JSON.stringify({ v: 1, ...fields }))));
}

async function fieldsOf(
  sealed: Uint8Array,
  identity: Identity,
): Promise<Record<string, JsonValue | undefined>> {
  const text = textOf(await unseal(sealed, identity));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'v' in value && value.v === 1) {
      return value as Record<string, JsonValue>;
    }
  } catch {
    // Falls through to the one refusal below.
  }
  throw sealingError('malformed', 'not a grant');
}

async function knownKey(key: JsonValue | undefined, known: Recipient | undefined): Promise<Recipient> {
  const recipient = await recipientOf(asIdentity(String(key)));
  if (known !== undefined && recipient !== known) throw wrongGrant('the key is not the one on record');
  return recipient;
}

function wrongGrant(what: string) {
  return sealingError('wrong-grant', what);
}
