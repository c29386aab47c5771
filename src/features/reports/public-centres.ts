/** The centres as citizens see them, and the public key that a report is sealed for, with the proof that it was published. */
import { proofOfFiling } from '#platform/ledger/proof.ts';
import type { PublicCentre } from './addressing.ts';
import type { Parts } from './needs.ts';
import { readCentreKey } from './report.queries.ts';

/** Open centres, in the network's order. */
export async function publicCentres({ ground, network }: Parts): Promise<readonly PublicCentre[]> {
  const all = await network.listCentres(ground.now());
  const byCode = new Map(all.map((centre) => [centre.code, centre]));
  return all
    .filter((centre) => centre.isOpen)
    .map((centre) => ({
      code: centre.code,
      kind: centre.kind,
      th: centre.nameTh,
      short: centre.shortTh ?? null,
      en: centre.nameEn,
      region: centre.region ?? null,
      seal: centre.sealFor?.unitCode ?? null,
      above: byCode.get(centre.parentCode ?? '')?.sealFor?.unitCode ?? null,
    }));
}

export type CentreKey = {
  readonly unitCode: string;
  readonly epoch: number;
  readonly recipient: string;
  /** `.tlog-proof` of the entry that published the key; null while it has no place in the tree yet. */
  readonly proof: string | null;
};

export async function centreKey({ ground }: Parts, unitCode: string): Promise<CentreKey | undefined> {
  const db = ground.databases.public;
  const row = await readCentreKey(db, unitCode);
  if (!row) return undefined;
  const speaks =
    row.entry !== null && row.salt !== null
      ? { entry: row.entry, salt: new Uint8Array(row.salt) }
      : undefined;
  const proof = speaks
    ? await proofOfFiling(db, { outboxId: row.outbox_id }, speaks).catch(() => 'pending' as const)
    : 'pending';
  return {
    unitCode,
    epoch: row.epoch,
    recipient: row.recipient,
    proof: proof === 'pending' ? null : proof.text,
  };
}
