/** Who may enter a version of an offence, as data: the ministry's administrator or planner. */
import type { Appointment, Role } from '#features/network/index.ts';

export const offencePolicies = {
  'enter-offence': ['planner', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

/** The role under which it is done: one held in the ministry's centre, or undefined. */
export function roleToEnter(
  appointments: readonly Pick<Appointment, 'unitId' | 'role'>[],
  rootUnitId: number | undefined,
): Role | undefined {
  return offencePolicies['enter-offence'].find((role) =>
    appointments.some((held) => held.unitId === rootUnitId && held.role === role),
  );
}
