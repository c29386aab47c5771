/** An officer's keys on the server: public halves, and secrets wrapped in her browser by what only she has. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { sha256HexOfText } from '#platform/sealing/bytes.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import type { WrapMethod, WrappedOfficerKey } from '#platform/sealing/officer-key.ts';
import type { VaultFacts } from './browser/vault-facts.ts';
import { caseRoles, type SignedIn } from './network.ts';
import { refuse } from './refusal.ts';
import { requireFresh } from './session.ts';

/** As wrapped in the browser; `credentialId` (base64url) belongs to a passkey's. */
export type Wrap = { readonly credentialId?: string | undefined; readonly wrapped: WrappedOfficerKey };
export type NewOfficerKey = {
  readonly recipient: Recipient;
  /** Ed25519, base64url. */
  readonly signingKey: string;
  readonly wraps: readonly Wrap[];
};

const methods = {
  passphrase: 'passphrase',
  'passkey-prf': 'passkey',
  'recovery-code': 'recovery',
} as const satisfies Record<WrapMethod, string>;

/** What the officer's browser needs to open her keys and those of her centres. Explicit fields only. */
export async function readVaultFacts(ground: Ground, signedIn: SignedIn): Promise<VaultFacts> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const key = await currentKey(trx, signedIn.person.id);
    const wraps = key
      ? await trx
          .selectFrom('network.wrapped_key')
          .select(['id', 'credential_id', 'parameters', 'sealed'])
          .where('person_id', '=', signedIn.person.id)
          .where('version', '=', key.version)
          .orderBy('created_at')
          .execute()
      : [];
    return {
      personId: signedIn.person.id,
      key: key && {
        version: key.version,
        recipient: key.recipient,
        signingKey: key.signing_key.toString('base64url'),
      },
      wraps: wraps.map((wrap) => ({
        id: wrap.id,
        credentialId: wrap.credential_id?.toString('base64url'),
        wrapped: {
          ...(wrap.parameters as Omit<WrappedOfficerKey, 'ciphertext'>),
          ciphertext: wrap.sealed.toString('base64url'),
        },
      })),
      centres: await centresOf(trx, signedIn, key?.version),
    };
  });
}

/**
 * Publishes freshly made keys with at least one way to open them and the printed code. The same keys again change nothing.
 * Errors `confirm-first`, `bad-request`, `already-there` when others are enrolled.
 */
export async function enrolKeys(ground: Ground, signedIn: SignedIn, made: NewOfficerKey): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const ways = new Set(made.wraps.map(({ wrapped }) => wrapped.method));
  if (!ways.has('recovery-code') || ways.size < 2) refuse('bad-request');
  const personId = signedIn.person.id;
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    // One after the other for one person, so that two tabs do not enrol two keys.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`officer-key:${personId}`}, 0))`.execute(trx);
    const known = await currentKey(trx, personId);
    if (known?.recipient === made.recipient) return;
    if (known) refuse('already-there');
    const version = await nextVersion(trx, personId);
    await trx
      .insertInto('network.officer_key')
      .values({
        person_id: personId,
        version,
        recipient: made.recipient,
        signing_key: Buffer.from(made.signingKey, 'base64url'),
        created_at: now,
      })
      .execute();
    await addWraps(trx, personId, version, made.wraps, now);
    await recordAct(trx, {
      act: 'network.keys-enrolled',
      object: 'officer-key',
      id: personId,
      at: now.toISOString(),
      facts: {
        version,
        recipient: sha256HexOfText(made.recipient),
        signingKey: sha256HexOfText(made.signingKey),
      },
    });
  });
}

/** A further way to open the keys that are enrolled, or a new one in place of an older of the same kind. Error `not-found`. */
export async function addWrap(ground: Ground, signedIn: SignedIn, wrap: Wrap): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const personId = signedIn.person.id;
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const key = (await currentKey(trx, personId)) ?? refuse('not-found');
    let replaced = trx
      .deleteFrom('network.wrapped_key')
      .where('person_id', '=', personId)
      .where('method', '=', methods[wrap.wrapped.method]);
    if (wrap.credentialId !== undefined)
      replaced = replaced.where('credential_id', '=', Buffer.from(wrap.credentialId, 'base64url'));
    await replaced.execute();
    await addWraps(trx, personId, key.version, [wrap], now);
    const facts = { method: methods[wrap.wrapped.method] };
    const common = { object: 'officer-key', id: personId, at: now.toISOString() };
    await recordAct(trx, { act: 'network.keys-wrapped', ...common, facts });
  });
}

/**
 * Gives up keys that cannot be opened any more, so that new ones can be enrolled; a colleague then grants the centre's
 * key again. Error `confirm-first`.
 */
export async function retireKeys(ground: Ground, signedIn: SignedIn): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const retired = await trx
      .updateTable('network.officer_key')
      .set({ retired_at: now })
      .where('person_id', '=', signedIn.person.id)
      .where('retired_at', 'is', null)
      .returning('version')
      .executeTakeFirst();
    if (!retired) return;
    const common = { object: 'officer-key', id: signedIn.person.id, at: now.toISOString() };
    await recordAct(trx, { act: 'network.keys-retired', ...common, facts: { version: retired.version } });
  });
}

function currentKey(trx: InTransaction, personId: string) {
  return trx
    .selectFrom('network.officer_key')
    .select(['version', 'recipient', 'signing_key'])
    .where('person_id', '=', personId)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
}

async function nextVersion(trx: InTransaction, personId: string): Promise<number> {
  const last = await trx
    .selectFrom('network.officer_key')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return (last?.version ?? 0) + 1;
}

async function addWraps(
  trx: InTransaction,
  personId: string,
  version: number,
  wraps: readonly Wrap[],
  now: Date,
): Promise<void> {
  const rows = wraps.map(({ credentialId, wrapped: { ciphertext, ...parameters } }) => ({
    id: randomUUID(),
    person_id: personId,
    version,
    method: methods[parameters.method],
    credential_id: credentialId === undefined ? null : Buffer.from(credentialId, 'base64url'),
    parameters: JSON.stringify(parameters),
    sealed: Buffer.from(ciphertext, 'base64url'),
    created_at: now,
  }));
  await trx.insertInto('network.wrapped_key').values(rows).execute();
}

async function centresOf(
  trx: InTransaction,
  signedIn: SignedIn,
  version: number | undefined,
): Promise<VaultFacts['centres']> {
  const unitIds = signedIn.appointments.flatMap(({ role, unitId }) =>
    caseRoles.includes(role) ? [unitId] : [],
  );
  if (unitIds.length === 0) return [];
  const rows = await trx
    .selectFrom('network.unit as unit')
    .leftJoin('network.centre_epoch as epoch', 'epoch.unit_id', 'unit.id')
    .leftJoin('network.centre_grant as own', (join) =>
      join
        .onRef('own.unit_id', '=', 'unit.id')
        .onRef('own.epoch', '=', 'epoch.epoch')
        .on('own.person_id', '=', signedIn.person.id)
        .on('own.key_version', '=', version ?? 0),
    )
    .select(['unit.code', 'unit.name_th', 'unit.name_en'])
    .select(['epoch.epoch', 'epoch.recipient', 'epoch.retired_at', 'own.sealed'])
    .where('unit.id', 'in', unitIds)
    .orderBy('unit.id')
    .orderBy('epoch.epoch')
    .execute();
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, epochs]) => ({
    code,
    nameTh: epochs[0]!.name_th,
    nameEn: epochs[0]!.name_en,
    epochs: epochs.flatMap(({ epoch, recipient, retired_at, sealed }) =>
      epoch === null
        ? []
        : {
            epoch,
            recipient: recipient!,
            retiredAt: retired_at?.toISOString(),
            grant: sealed?.toString('base64url'),
          },
    ),
  }));
}
