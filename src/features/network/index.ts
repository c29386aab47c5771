/** The network of centres, its people, how they sign in and which keys they hold: what other features may use. */
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { findPeople, type Signer } from './find-people.ts';
import { listCentres, tierAbove } from './list-centres.ts';
import { listColleagues } from './list-colleagues.ts';
import type { Centre, Colleague, SignedIn } from './network.ts';
import { createOffice, type Office } from './office.ts';
import { findSession } from './session.ts';

export { networkRoutes } from './http.ts';
export type {
  Appointment,
  Centre,
  CentreKind,
  Colleague,
  Role,
  SignedIn,
} from './network.ts';

export type { Signer };

export type Network = {
  /** Who is behind the session cookie's value; undefined when nobody is, or no longer. */
  readonly findSession: (cookie: string | undefined) => Promise<SignedIn | undefined>;
  /** All centres, closed ones too (`isOpen`), each with the key that a report to it is sealed for (`sealFor`). */
  readonly listCentres: (now: Date) => Promise<readonly Centre[]>;
  /** The centre directly above, or undefined for the ministry and for an unknown code. */
  readonly tierAbove: (unitCode: string) => Promise<Centre | undefined>;
  /** People with a role in the centre today, with their public keys. `trx` is one of `actingAs`. */
  readonly listColleagues: (trx: InTransaction, unitId: number) => Promise<readonly Colleague[]>;
  /** Persons by identifier, also those who have left, with every signing key they had. `trx` is one of `actingAs`. */
  readonly findPeople: (trx: InTransaction, ids: readonly string[]) => Promise<readonly Signer[]>;
  /** What the network's own pages and routes do. */
  readonly office: Office;
};

export function createNetwork(ground: Ground): Network {
  const { databases } = ground;
  return {
    findSession: (cookie) => findSession(databases.signIn, cookie, ground.now()),
    listCentres: (now) => listCentres(databases.public, now),
    tierAbove: (unitCode) => tierAbove(databases.public, unitCode, ground.now()),
    findPeople,
    listColleagues: (trx, unitId) => listColleagues(trx, unitId, ground.now()),
    office: createOffice(ground),
  };
}
