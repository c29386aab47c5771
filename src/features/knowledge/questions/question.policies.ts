/** Who asks, answers and confirms, as data: the server refuses by it, the pages show buttons by it. */
import type { Appointment, Role } from '#features/network/index.ts';

export const questionPolicies = {
  ask: ['case-officer', 'head', 'ethics-officer', 'registrar', 'planner', 'organiser'],
  answer: ['case-officer', 'head', 'ethics-officer', 'registrar', 'planner', 'organiser'],
  /** In the ministry's centre only. */
  verify: ['head', 'planner'],
} as const satisfies Record<string, readonly Role[]>;

/** The first appointment that allows it; `unitId` narrows it to one centre. */
export function appointmentFor<A extends Pick<Appointment, 'unitId' | 'role'>>(
  act: keyof typeof questionPolicies,
  appointments: readonly A[],
  unitId?: number,
): A | undefined {
  return appointments.find(
    (held) =>
      (unitId === undefined || held.unitId === unitId) &&
      (questionPolicies[act] as readonly Role[]).includes(held.role),
  );
}
