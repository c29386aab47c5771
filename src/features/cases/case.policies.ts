/** Who may do what with a case, as data: the server asks before it acts, the page before it shows a button. */
import type { Appointment, Role } from '#features/network/index.ts';
import type { Matter } from './case.ts';

/** Acts on one case, by roles held in the centre that has it. Row-level security stands behind each of them. */
export const casePolicies = {
  'see-queue': ['case-officer', 'head', 'registrar'],
  read: ['case-officer', 'head'],
  download: ['case-officer', 'head'],
  reply: ['case-officer', 'head'],
  note: ['case-officer', 'head'],
  assign: ['case-officer', 'head'],
  'change-stage': ['case-officer', 'head'],
  'propose-closing': ['case-officer', 'head'],
  'decide-closing': ['head', 'case-officer'],
  restrict: ['case-officer', 'head'],
  'hand-up': ['case-officer', 'head'],
} as const satisfies Record<string, readonly Role[]>;

export type CaseAct = keyof typeof casePolicies;

/** In matters of ethics the ethics officer stands where the case officer does elsewhere; the registrar has no part in them. */
export function rolesFor(act: CaseAct, matter: Matter): readonly Role[] {
  const roles: readonly Role[] = casePolicies[act];
  if (matter === 'corruption') return roles;
  return roles
    .filter((role) => role !== 'registrar')
    .map((role) => (role === 'case-officer' ? 'ethics-officer' : role));
}

type Held = Pick<Appointment, 'unitId' | 'unitCode' | 'role' | 'actingFor'>;

/** The appointment under which the act is done, first role of the policy first; undefined when there is none. */
export function appointmentFor<A extends Held>(
  act: CaseAct,
  appointments: readonly A[],
  unitId: number,
  matter: Matter,
): A | undefined {
  for (const role of rolesFor(act, matter)) {
    const held = appointments.find((one) => one.unitId === unitId && one.role === role);
    if (held) return held;
  }
  return undefined;
}

/** The same for a matter of either compartment, where a list or a search spans both. */
export const appointmentForEither = <A extends Held>(
  act: CaseAct,
  appointments: readonly A[],
  unitId: number,
) =>
  appointmentFor(act, appointments, unitId, 'corruption') ??
  appointmentFor(act, appointments, unitId, 'ethics-breach');

/** Every act that these appointments allow on a case of this centre, for the page. Advice is closed by answering it. */
export function allowedActs(appointments: readonly Held[], unitId: number, matter: Matter): CaseAct[] {
  const held = (Object.keys(casePolicies) as CaseAct[]).filter((act) =>
    appointmentFor(act, appointments, unitId, matter),
  );
  return matter === 'ethics-advice' ? held.filter((act) => !act.endsWith('-closing')) : held;
}

/** Reference data (clocks, topics, outcomes) is the network's: only the administrator of its root enters a version. */
export function mayEnterRules(appointments: readonly Held[], rootUnitId: number): boolean {
  return appointments.some((one) => one.role === 'administrator' && one.unitId === rootUnitId);
}
