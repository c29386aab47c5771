/** The centres of the network and, for each, whose key a report to it is sealed for. */
import type { Queries } from '#platform/database/connection.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import { type CentreRow, selectCentres } from './centre.queries.ts';
import type { Centre, CentreKind, Region, SealFor } from './network.ts';

/** All centres, closed ones too (`isOpen`), parents before children. */
export async function listCentres(db: Queries, now: Date): Promise<readonly Centre[]> {
  return presentCentres(await selectCentres(db, now));
}

/** The centre directly above, or undefined for the ministry and for an unknown code. */
export async function tierAbove(db: Queries, unitCode: string, now: Date): Promise<Centre | undefined> {
  const centres = await listCentres(db, now);
  const parentCode = centres.find((centre) => centre.code === unitCode)?.parentCode;
  return centres.find((centre) => centre.code === parentCode);
}

/** Pure half: finds each centre's own key or the nearest one above. */
export function presentCentres(rows: readonly CentreRow[]): Centre[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind as CentreKind,
    parentCode: row.parent_code ?? undefined,
    nameTh: row.name_th,
    shortTh: row.short_th ?? undefined,
    nameEn: row.name_en,
    region: (row.region as Region | null) ?? undefined,
    districts: row.districts ?? undefined,
    longitude: row.longitude ?? undefined,
    latitude: row.latitude ?? undefined,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    isOpen: row.is_open,
    sealFor: row.is_open ? nearestKey(row, byId) : undefined,
  }));
}

function nearestKey(own: CentreRow, byId: ReadonlyMap<number, CentreRow>): SealFor | undefined {
  // The database refuses circles, so the walk ends at the ministry.
  for (let at: CentreRow | undefined = own; at; at = byId.get(at.parent_id ?? -1)) {
    if (!at.is_open || at.recipient === null) continue;
    return {
      unitCode: at.code,
      epoch: at.epoch!,
      recipient: at.recipient as Recipient,
      ledgerId: at.ledger_id!,
      isOther: at !== own,
    };
  }
  return undefined;
}
