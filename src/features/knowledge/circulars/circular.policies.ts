/** Who may issue, acknowledge and answer, as data: the server refuses by it, the pages show buttons by it. */
import type { Appointment, Role } from '#features/network/index.ts';

/** The first list stands in the policies of migration 0008, the second in who has `platform.case_units()`. */
export const policies = {
  issue: ['head', 'registrar', 'planner', 'administrator'],
  acknowledge: ['case-officer', 'head', 'ethics-officer', 'registrar'],
} as const satisfies Record<string, readonly Role[]>;

/** The role by which a person may do it for a centre, or undefined. */
export function roleFor(
  act: keyof typeof policies,
  appointments: readonly Appointment[],
  unitId: number,
): Role | undefined {
  return policies[act].find((role) =>
    appointments.some((held) => held.unitId === unitId && held.role === role),
  );
}

/** Centres in which the person may do it. */
export function unitsFor(
  act: keyof typeof policies,
  appointments: readonly Appointment[],
): readonly { id: number; code: string }[] {
  const units = appointments
    .filter(({ role }) => (policies[act] as readonly Role[]).includes(role))
    .map(({ unitId, unitCode }) => [unitId, { id: unitId, code: unitCode }] as const);
  return [...new Map(units).values()];
}

/** Centres in which the person holds any role: whose circulars she reads. */
export const workUnits = (appointments: readonly Appointment[]): readonly number[] => [
  ...new Set(appointments.map(({ unitId }) => unitId)),
];
