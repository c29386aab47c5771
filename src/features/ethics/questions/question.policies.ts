/** Who may publish a question of a centre: its head, or head and ethics officers of the ministry; never its writer. */
import type { Appointment, Centre, Role } from '#features/network/index.ts';
import { roleIn } from '../standing.ts';

export function mayApprove(
  appointments: readonly Appointment[],
  unitId: number,
  centres: readonly Centre[],
): Role | undefined {
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return (
    roleIn(['head'], appointments, unitId) ??
    (root && roleIn(['head', 'ethics-officer'], appointments, root.id))
  );
}
