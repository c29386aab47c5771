/** How every act of an organiser begins: the seminar, and the role by which she may. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { isUuid, refused } from './attendance.ts';

export type Parts = { readonly ground: Ground; readonly network: Network };

type Organised =
  | { readonly ok: true; readonly seminar: Seminar; readonly role: string }
  | ReturnType<typeof refused>;

/** `approve` is for what only the head may. */
export async function organised(
  trx: InTransaction,
  signedIn: SignedIn,
  seminarId: string,
  act: 'organise' | 'approve' = 'organise',
): Promise<Organised> {
  const seminar = isUuid(seminarId) ? await selectSeminar(trx, seminarId) : undefined;
  if (!seminar) return refused('not-found');
  const role = seminarRole(act, signedIn.appointments, seminar.unitId);
  return role ? { ok: true, seminar, role } : refused('forbidden');
}

/** The centre's code for the ledger. */
export async function unitCode({ ground, network }: Parts, unitId: number): Promise<string> {
  return (await network.listCentres(ground.now())).find(({ id }) => id === unitId)?.code ?? '';
}
