/** Who does what with a seminar, as data; the database's policies in migration 0020 say the same. */
import type { Appointment, Role } from '#features/network/index.ts';

export const seminarPolicies = {
  /** Write the project, the programme, quotas, tests; keep attendance; in the organising centre. */
  organise: ['organiser', 'head'],
  approve: ['head'],
  /** A certificate bears the name and the office of whoever heads the organising centre: nobody else orders one. */
  certify: ['head'],
  /** See and approve who is sent, in the sending centre. */
  send: ['head', 'organiser'],
  approveSent: ['head'],
} as const satisfies Record<string, readonly Role[]>;

/** The role by which a person may do it for a centre, or undefined. */
export function seminarRole(
  act: keyof typeof seminarPolicies,
  appointments: readonly Appointment[],
  unitId: number,
): Role | undefined {
  return seminarPolicies[act].find((role) =>
    appointments.some((held) => held.unitId === unitId && held.role === role),
  );
}
