/** What evaluation, competence and materials stand on, and how an act of an organiser begins. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { isUuid, type Refused, refused } from './outcome.ts';

export type Parts = { readonly ground: Ground; readonly network: Network };

type Organised = { readonly ok: true; readonly seminar: Seminar; readonly role: string } | Refused;

/** The seminar, and the role by which the officer organises it. */
export async function organised(
  trx: InTransaction,
  signedIn: SignedIn,
  seminarId: string,
): Promise<Organised> {
  const seminar = isUuid(seminarId) ? await selectSeminar(trx, seminarId) : undefined;
  if (!seminar) return refused('not-found');
  const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
  return role ? { ok: true, seminar, role } : refused('forbidden');
}

/** The centre's code for the ledger. */
export async function unitCode({ ground, network }: Parts, unitId: number): Promise<string> {
  return (await network.listCentres(ground.now())).find(({ id }) => id === unitId)?.code ?? '';
}

const frameRoles = ['administrator', 'planner', 'organiser'] as const;

/** The appointment by which somebody keeps the common form, the frame and its numbers, as `seminars.keeps_frame` has it. */
export async function frameKeeper(
  { ground, network }: Parts,
  signedIn: SignedIn,
): Promise<{ readonly role: string; readonly unitCode: string } | undefined> {
  const root = (await network.listCentres(ground.now())).find(({ parentCode }) => parentCode === undefined);
  const held = signedIn.appointments.find(
    ({ unitId, role }) => unitId === root?.id && (frameRoles as readonly string[]).includes(role),
  );
  return held && { role: held.role, unitCode: held.unitCode };
}
