/** An officer's own objections and, for ethics officers, those laid before them: ciphertext, times, proofs. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { proofOfFiling } from '#platform/ledger/proof.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Named, presentChoice } from '../matters/view-matter.ts';
import type { Parts } from '../needs.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { centreName } from '../standing.ts';
import { centresAbove } from './record-objection.ts';

export type SealedObjection = {
  readonly id: string;
  readonly follows: string | undefined;
  /** base64url */
  readonly sealed: string;
  readonly commitment: string;
  readonly recordedAt: string;
};

export type ObjectionsDesk = {
  readonly own: readonly (SealedObjection & { readonly sharedWith: readonly string[] })[];
  /** Laid before the ethics officers of her centre. */
  readonly shared: readonly (SealedObjection & {
    readonly by: { readonly unitCode: string; readonly epoch: number };
  })[];
  readonly grounds: readonly Named[];
  readonly above: readonly {
    readonly code: string;
    readonly name: string;
    readonly epoch: number;
    readonly recipient: string;
  }[];
  readonly today: string;
};

export async function objectionsDesk(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<ObjectionsDesk> {
  const { ground, network } = parts;
  const today = civilDate(ground.now());
  const centres = await network.listCentres(ground.now());
  const nameOf = (unitId: number) =>
    centreName(
      centres.find(({ id }) => id === unitId),
      locale,
    );
  const above = await centresAbove(parts, signedIn);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const own = await trx.selectFrom('ethics.objection').selectAll().orderBy('recorded_at', 'desc').execute();
    const shares = await trx
      .selectFrom('ethics.objection_share')
      .select(['objection_id', 'unit_id'])
      .where('objection_id', 'in', own.length > 0 ? own.map(({ id }) => id) : [signedIn.person.id])
      .execute();
    const { rows: shared } = await sql<{
      objection_id: string;
      follows: string | null;
      unit_id: number;
      epoch: number;
      sealed: Buffer;
      commitment: Buffer;
      recorded_at: Date;
    }>`select * from ethics.shared_objections()`.execute(trx);
    const grounds = inForce(await selectChoices(trx, 'objection-ground'), today, ({ code }) => code);
    return {
      own: own.map((row) => ({
        ...presentSealed(row),
        sharedWith: shares.filter((one) => one.objection_id === row.id).map((one) => nameOf(one.unit_id)),
      })),
      shared: shared.map((row) => ({
        ...presentSealed({ ...row, id: row.objection_id }),
        by: { unitCode: centres.find(({ id }) => id === row.unit_id)!.code, epoch: row.epoch },
      })),
      grounds: grounds.map((choice) => presentChoice(choice, locale)),
      above: above.map((centre) => ({
        code: centre.code,
        name: centreName(centre, locale),
        epoch: centre.sealFor!.epoch,
        recipient: centre.sealFor!.recipient,
      })),
      today,
    };
  });
}

const presentSealed = (row: {
  id: string;
  follows: string | null;
  sealed: Buffer;
  commitment: Buffer;
  recorded_at: Date;
}): SealedObjection => ({
  id: row.id,
  follows: row.follows ?? undefined,
  sealed: row.sealed.toString('base64url'),
  commitment: row.commitment.toString('hex'),
  recordedAt: row.recorded_at.toISOString(),
});

export type ProvenObjection = {
  readonly seq: number;
  /** The `.tlog-proof`. */
  readonly text: string;
  /** What the proof opens; undefined once erased for privacy. */
  readonly opening: { readonly entry: string; readonly salt: Uint8Array } | undefined;
};

/** The signed proof that it was recorded, when, and unchanged since; `pending` for the second until it has its place. */
export async function proveObjection(
  { ground }: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<ProvenObjection | 'pending' | undefined> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { rows } = await sql<{ ledger_id: number; salt: Buffer | null; entry: string | null }>`
      select * from ethics.objection_opening(${id}::uuid)`.execute(trx);
    const [opening] = rows;
    if (!opening) return undefined;
    const speaks =
      opening.entry !== null && opening.salt !== null
        ? { entry: opening.entry, salt: new Uint8Array(opening.salt) }
        : undefined;
    const proof = await proofOfFiling(trx, { outboxId: opening.ledger_id }, speaks);
    return proof === 'pending' ? proof : { ...proof, opening: speaks };
  });
}
