/** A centre's key, epoch by epoch: published with a ledger entry, granted from officer to officer, renewed when one leaves. */
import { sql } from 'kysely';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { sha256HexOfText } from '#platform/sealing/bytes.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import { authorize } from './authority.ts';
import { listColleagues } from './list-colleagues.ts';
import { type Colleague, caseRoles, type SignedIn } from './network.ts';
import { refuse } from './refusal.ts';
import { requireFresh } from './session.ts';

/** A grant made in the browser: the centre's secret sealed for one officer's key; `sealed` is base64url. */
export type SealedGrant = {
  readonly personId: string;
  readonly keyVersion: number;
  readonly sealed: string;
};

export type CentreKeys = {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly epochs: readonly {
    readonly epoch: number;
    readonly recipient: Recipient;
    readonly createdAt: string;
    readonly retiredAt: string | undefined;
  }[];
  /** Officers who may hold the key, with the epochs that they were granted for their present key. */
  readonly officers: readonly (Colleague & { readonly epochs: readonly number[] })[];
  /** Somebody who may not hold the key any more was granted the current epoch. */
  readonly renewalIsDue: boolean;
};

/** Who holds the key of a centre, as its officers see it. Error `forbidden`. */
export async function readCentreKeys(
  ground: Ground,
  signedIn: SignedIn,
  unitCode: string,
): Promise<CentreKeys> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId } = await authorize(trx, signedIn, 'centre-key.grant', unitCode);
    const unit = await trx
      .selectFrom('network.unit')
      .select(['name_th', 'name_en'])
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow();
    const epochs = await epochsOf(trx, unitId);
    const grants = await trx
      .selectFrom('network.centre_grant')
      .select(['epoch', 'person_id', 'key_version'])
      .where('unit_id', '=', unitId)
      .execute();
    const officers = await holdersOf(trx, unitId, ground.now());
    const current = epochs.find(({ retired_at }) => retired_at === null);
    const may = new Set(officers.map(({ id }) => id));
    return {
      code: unitCode,
      nameTh: unit.name_th,
      nameEn: unit.name_en,
      epochs: epochs.map((one) => ({
        epoch: one.epoch,
        recipient: one.recipient as Recipient,
        createdAt: one.created_at.toISOString(),
        retiredAt: one.retired_at?.toISOString(),
      })),
      officers: officers.map((officer) => ({
        ...officer,
        epochs: grants.flatMap((grant) =>
          grant.person_id === officer.id && grant.key_version === officer.key?.version ? [grant.epoch] : [],
        ),
      })),
      renewalIsDue: grants.some((grant) => grant.epoch === current?.epoch && !may.has(grant.person_id)),
    };
  });
}

/**
 * Publishes a new epoch's key, made in the officer's browser, with the grants of those who may hold it, her own among them.
 * The same key again changes nothing. Errors `confirm-first`, `forbidden` also while others hold the last key and this
 * officer does not, `key-changed` when another epoch came first, `wrong-grant` when a grant is for somebody who may not hold it or for an outdated key.
 */
export async function publishEpoch(
  ground: Ground,
  signedIn: SignedIn,
  made: { unitCode: string; epoch: number; recipient: Recipient; grants: readonly SealedGrant[] },
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  const { unitCode, epoch, recipient } = made;
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, role } = await authorize(trx, signedIn, 'centre-key.publish', unitCode);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`centre-key:${unitCode}`}, 0))`.execute(trx);
    const epochs = await epochsOf(trx, unitId);
    const last = epochs.at(-1);
    if (last?.epoch === epoch && last.recipient === recipient) return;
    if (epoch !== (last?.epoch ?? 0) + 1) refuse('key-changed');
    // Whoever may appoint could otherwise appoint a reader of every report to come.
    const holders = last ? await openersOf(trx, unitId, last.epoch, now) : [];
    if (holders.length > 0 && !holders.includes(signedIn.person.id)) refuse('forbidden');
    if (!made.grants.some(({ personId }) => personId === signedIn.person.id)) refuse('wrong-grant');
    const common = {
      object: 'centre-key',
      id: `${unitCode}.${epoch}`,
      unit: unitCode,
      role,
      at: now.toISOString(),
    };
    if (last?.retired_at === null) {
      await trx
        .updateTable('network.centre_epoch')
        .set({ retired_at: now })
        .where('unit_id', '=', unitId)
        .where('epoch', '=', last.epoch)
        .execute();
      const retired = { ...common, id: `${unitCode}.${last.epoch}`, facts: { epoch: last.epoch } };
      await recordAct(trx, { act: 'network.centre-key-retired', ...retired });
    }
    const entry = await recordAct(trx, {
      act: 'centre-key.published',
      ...common,
      facts: { epoch, recipient: sha256HexOfText(recipient) },
    });
    await trx
      .insertInto('network.centre_epoch')
      .values({
        unit_id: unitId,
        epoch,
        recipient,
        made_by: signedIn.person.id,
        created_at: now,
        ledger_id: entry.outboxId,
      })
      .execute();
    for (const grant of made.grants) await give(trx, signedIn, { ...common, unitId, epoch }, grant, now);
  });
}

/** Hands the key of one or more epochs to a colleague. Safe to repeat. Errors `confirm-first`, `forbidden`, `wrong-grant`. */
export async function giveGrants(
  ground: Ground,
  signedIn: SignedIn,
  { unitCode, grants }: { unitCode: string; grants: readonly (SealedGrant & { readonly epoch: number })[] },
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { unitId, role } = await authorize(trx, signedIn, 'centre-key.grant', unitCode);
    const common = { object: 'centre-key', unit: unitCode, role, at: now.toISOString() };
    const own = await trx
      .selectFrom('network.centre_grant')
      .select('epoch')
      .where('unit_id', '=', unitId)
      .where('person_id', '=', signedIn.person.id)
      .execute();
    for (const { epoch, ...grant } of grants) {
      // Nobody can hand on what she was not given.
      if (!own.some((held) => held.epoch === epoch)) refuse('forbidden');
      await give(trx, signedIn, { ...common, id: `${unitCode}.${epoch}`, unitId, epoch }, grant, now);
    }
  });
}

async function give(
  trx: InTransaction,
  signedIn: SignedIn,
  at: {
    object: string;
    id: string;
    unit: string;
    role: (typeof caseRoles)[number];
    at: string;
    unitId: number;
    epoch: number;
  },
  { personId, keyVersion, sealed }: SealedGrant,
  now: Date,
): Promise<void> {
  const { unitId, epoch, ...common } = at;
  const officer = (await holdersOf(trx, unitId, now)).find(({ id }) => id === personId);
  if (officer?.key?.version !== keyVersion) refuse('wrong-grant');
  const given = await trx
    .insertInto('network.centre_grant')
    .values({
      unit_id: unitId,
      epoch,
      person_id: personId,
      key_version: keyVersion,
      sealed: Buffer.from(sealed, 'base64url'),
      granted_by: signedIn.person.id,
      granted_at: now,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'epoch', 'person_id', 'key_version']).doNothing())
    .executeTakeFirst();
  if (given.numInsertedOrUpdatedRows === 0n) return;
  const facts = { epoch, keyVersion, recipient: sha256HexOfText(officer.key.recipient) };
  await recordAct(trx, { act: 'network.centre-key-granted', ...common, facts });
}

/** People of the centre whose roles let them hold its key. */
async function holdersOf(trx: InTransaction, unitId: number, now: Date): Promise<readonly Colleague[]> {
  const colleagues = await listColleagues(trx, unitId, now);
  return colleagues.filter(({ roles }) => roles.some((role) => caseRoles.includes(role)));
}

/** Officers of today whose present key opens the centre's key of an epoch. */
async function openersOf(trx: InTransaction, unitId: number, epoch: number, now: Date): Promise<string[]> {
  const grants = await trx
    .selectFrom('network.centre_grant')
    .select(['person_id', 'key_version'])
    .where('unit_id', '=', unitId)
    .where('epoch', '=', epoch)
    .execute();
  return (await holdersOf(trx, unitId, now))
    .filter(({ id, key }) =>
      grants.some((grant) => grant.person_id === id && grant.key_version === key?.version),
    )
    .map(({ id }) => id);
}

function epochsOf(trx: InTransaction, unitId: number) {
  return trx
    .selectFrom('network.centre_epoch')
    .select(['epoch', 'recipient', 'created_at', 'retired_at'])
    .where('unit_id', '=', unitId)
    .orderBy('epoch')
    .execute();
}
