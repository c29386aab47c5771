/** Who hands in, decides and publishes lessons, as data: the server refuses by it, the pages show buttons by it. */
import type { Appointment, Role } from '#features/network/index.ts';

/** `centre`: by a role in the lesson's own centre; `ministry`: by a role in the ministry's. */
export const lessonPolicies = {
  'hand-in': [{ roles: ['case-officer', 'head', 'ethics-officer', 'registrar', 'planner'], reach: 'centre' }],
  decide: [
    { roles: ['head', 'case-officer', 'ethics-officer', 'planner'], reach: 'centre' },
    { roles: ['head', 'planner'], reach: 'ministry' },
  ],
  'open-to-public': [{ roles: ['head', 'planner'], reach: 'ministry' }],
} as const satisfies Record<string, readonly { roles: readonly Role[]; reach: 'centre' | 'ministry' }[]>;

export type LessonAct = keyof typeof lessonPolicies;
type Held = Pick<Appointment, 'unitId' | 'unitCode' | 'role'>;

/** The appointment by which a person may do it, or undefined. */
export function appointmentFor<A extends Held>(
  act: LessonAct,
  appointments: readonly A[],
  unitId: number,
  rootUnitId: number,
): A | undefined {
  for (const { roles, reach } of lessonPolicies[act]) {
    const at = reach === 'centre' ? unitId : rootUnitId;
    const held = appointments.find(
      (one) => one.unitId === at && (roles as readonly Role[]).includes(one.role),
    );
    if (held) return held;
  }
  return undefined;
}
