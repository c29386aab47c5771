/** The grid of quotas: open centres and kinds, with what is set now. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { cellKey, type QuotaGrid } from './quota-rules.ts';
import { type SeatKind, selectKinds, selectQuotas } from './seat.queries.ts';

export type GridCentre = Pick<Centre, 'id' | 'code' | 'kind' | 'nameTh' | 'nameEn' | 'shortTh'>;
export type QuotaView = {
  readonly seminar: Seminar;
  readonly kinds: readonly SeatKind[];
  readonly centres: readonly GridCentre[];
  readonly grid: QuotaGrid;
};

/** Undefined for whoever does not organise the seminar. */
export async function readQuotas(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  seminarId: string,
): Promise<QuotaView | undefined> {
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const kinds = await selectKinds(trx, seminarId);
    const quotas = await selectQuotas(trx, seminarId);
    return {
      seminar,
      kinds: kinds.filter(
        ({ code, isOpen }) => isOpen || quotas.some(({ kind, seats }) => kind === code && seats > 0),
      ),
      centres: centres
        .filter(({ id, isOpen }) => isOpen || quotas.some(({ unitId }) => unitId === id))
        .map(({ id, code, kind, nameTh, nameEn, shortTh }) => ({ id, code, kind, nameTh, nameEn, shortTh })),
      grid: Object.fromEntries(quotas.map(({ unitId, kind, seats }) => [cellKey(unitId, kind), seats])),
    };
  });
}
