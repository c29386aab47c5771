/** On which sides of a seat an officer stands, for buttons and for the ledger; the database decides by the same rule. */
import type { Appointment, Role, SignedIn } from '#features/network/index.ts';
import { seminarRole } from '../seminar.policies.ts';
import type { Side } from './seat-steps.ts';

export type SeatOf = {
  readonly unitId: number;
  readonly hostUnitId: number;
  readonly personId: string | undefined;
  readonly email: string | undefined;
  readonly madeBy: string | undefined;
};

export function sidesOf({ person, appointments }: SignedIn, seat: SeatOf): readonly Side[] {
  const sides: Side[] = [];
  if (seat.personId === person.id) sides.push('holder');
  if (seat.madeBy === person.id) sides.push('nominator');
  if (seminarRole('approveSent', appointments, seat.unitId)) sides.push('sender-head');
  if (seminarRole('organise', appointments, seat.hostUnitId)) sides.push('host');
  return sides;
}

/** Nobody decides about her own seat. */
export const isOwn = ({ person }: SignedIn, seat: Pick<SeatOf, 'personId' | 'email'>) =>
  seat.personId === person.id || seat.email === person.email;

/** Roles whose holders may put names forward for their centre; an auditor or administrator may not. */
export const nominators: readonly Role[] = [
  'head',
  'organiser',
  'case-officer',
  'ethics-officer',
  'planner',
  'registrar',
];

/** Centres for which the officer may nominate. */
export function nominatingUnits(appointments: readonly Appointment[]): readonly number[] {
  return [
    ...new Set(appointments.filter(({ role }) => nominators.includes(role)).map(({ unitId }) => unitId)),
  ];
}

/** The role in which an act is recorded, and its centre's code. */
export function actingIn(
  { appointments }: SignedIn,
  seat: Pick<SeatOf, 'unitId' | 'hostUnitId'>,
): { readonly role: Role; readonly unit: string } {
  const held =
    appointments.find(({ unitId, role }) => unitId === seat.unitId && nominators.includes(role)) ??
    appointments.find(({ unitId }) => unitId === seat.hostUnitId) ??
    appointments[0]!;
  return { role: held.role, unit: held.unitCode };
}
