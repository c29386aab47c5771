/** Who may write and publish a centre's news, as data: the server refuses by it, the pages show buttons by it. */
import type { Appointment, Role } from '#features/network/index.ts';

/** The same list stands in the database's `news.editor_units()`. */
const editors: readonly Role[] = ['organiser', 'planner', 'head', 'administrator'];

/** The role by which a person edits the news of a centre, or undefined. */
export function editorRole(appointments: readonly Appointment[], unitId: number): Role | undefined {
  return editors.find((role) => appointments.some((held) => held.unitId === unitId && held.role === role));
}

/** Centres whose news the person edits. */
export function editedUnits(appointments: readonly Appointment[]): readonly { id: number; code: string }[] {
  const units = appointments
    .filter(({ role }) => editors.includes(role))
    .map(({ unitId, unitCode }) => [unitId, { id: unitId, code: unitCode }] as const);
  return [...new Map(units).values()];
}
