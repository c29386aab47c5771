/** Who may do what with honours, as data; who answers for a centre is found in SQL, which alone knows nominators and nominees. */
import type { Centre, Role, SignedIn } from '#features/network/index.ts';
import { roleIn } from '../standing.ts';

const policies = {
  /** Nominates a colleague, or the centre. */
  nominate: ['head', 'ethics-officer', 'planner'],
  /** In the ministry: opens and closes, names the committee. */
  run: ['head', 'planner'],
  /** In the ministry: approves the roll. */
  approve: ['overseer', 'head'],
} as const satisfies Record<string, readonly Role[]>;

const rootOf = (centres: readonly Centre[]) => centres.find(({ parentCode }) => parentCode === undefined);
const inRoot = (roles: readonly Role[], signedIn: SignedIn, centres: readonly Centre[]) => {
  const root = rootOf(centres);
  return root && roleIn(roles, signedIn.appointments, root.id) ? root : undefined;
};

export const nominatingRoles: readonly Role[] = policies.nominate;
export const mayNominate = (signedIn: SignedIn, unitId: number): boolean =>
  roleIn(policies.nominate, signedIn.appointments, unitId) !== undefined;
/** The ministry's centre, for who runs rounds; undefined for others. */
export const runsHonours = (signedIn: SignedIn, centres: readonly Centre[]): Centre | undefined =>
  inRoot(policies.run, signedIn, centres);
/** The ministry's centre, for who approves rolls; undefined for others. */
export const approvesHonours = (signedIn: SignedIn, centres: readonly Centre[]): Centre | undefined =>
  inRoot(policies.approve, signedIn, centres);
