/** Who may do what with self-assessments, as data; the tier above is found in `verifies`. */
import type { Centre, Role, SignedIn } from '#features/network/index.ts';
import { roleIn } from '../standing.ts';

const policies = {
  /** Fills in and hands in her centre's; verifies, returns and publishes those of centres below. */
  assess: ['head', 'ethics-officer', 'planner'],
  /** Verifies the ministry's own, above which no centre stands. */
  top: ['overseer', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export const mayAssess = (signedIn: SignedIn, unitId: number): boolean =>
  roleIn(policies.assess, signedIn.appointments, unitId) !== undefined;

export function mayVerify(signedIn: SignedIn, centre: Centre, centres: readonly Centre[]): boolean {
  const above = centres.find(({ code }) => code === centre.parentCode);
  const [roles, unitId] = above
    ? ([policies.assess, above.id] as const)
    : ([policies.top, centre.id] as const);
  return roleIn(roles, signedIn.appointments, unitId) !== undefined;
}
