/** Who keeps the law library, as data; `knowledge.edits_laws()` in the database says the same. */
import type { Appointment, Role } from '#features/network/index.ts';

const keepers: readonly Role[] = ['planner', 'administrator'];

/** The appointment by which a person keeps the library: one in the ministry's centre; undefined without. */
export function keeperAppointment(
  appointments: readonly Appointment[],
  rootUnitId: number,
): Appointment | undefined {
  return appointments.find(({ role, unitId }) => unitId === rootUnitId && keepers.includes(role));
}
