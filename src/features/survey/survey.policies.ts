/** Who runs, sees and writes what, as data; migration 0033 says the same in the database. */
import type { Appointment, Centre, Role } from '#features/network/index.ts';

export const surveyPolicies = {
  /** Open, print codes, close, publish, read words: in the centre itself. */
  run: ['head', 'ethics-officer', 'planner'],
  /** Open and close for every centre: in the ministry's centre. */
  runForAll: ['planner', 'head'],
  /** See results: in the centre or above it. */
  see: ['head', 'ethics-officer', 'planner', 'overseer', 'auditor'],
  /** Write questionnaires: in the ministry's centre. */
  write: ['planner', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

type Held = readonly Appointment[];

const heldIn = (roles: readonly Role[], appointments: Held, units: readonly number[]): Role | undefined =>
  roles.find((role) => appointments.some((held) => held.role === role && units.includes(held.unitId)));

export const rootOf = (centres: readonly Centre[]): Centre | undefined =>
  centres.find(({ parentCode }) => parentCode === undefined);

/** The centre's number and those of the centres above, the top last. */
export function lineOf(centres: readonly Centre[], unitId: number): readonly number[] {
  const line: number[] = [];
  let centre = centres.find(({ id }) => id === unitId);
  while (centre) {
    line.push(centre.id);
    const above: string | undefined = centre.parentCode;
    centre = centres.find(({ code }) => code === above);
  }
  return line;
}

/** The role by which the person prints codes and reads words: of the centre itself alone. */
export const runsOwn = (appointments: Held, unitId: number): Role | undefined =>
  heldIn(surveyPolicies.run, appointments, [unitId]);

/** The role by which the person opens, closes and publishes. */
export const runs = (appointments: Held, centres: readonly Centre[], unitId: number): Role | undefined =>
  runsOwn(appointments, unitId) ?? runsAll(appointments, centres);

export const runsAll = (appointments: Held, centres: readonly Centre[]): Role | undefined =>
  heldIn(surveyPolicies.runForAll, appointments, [rootOf(centres)?.id ?? -1]);

export const sees = (appointments: Held, centres: readonly Centre[], unitId: number): Role | undefined =>
  heldIn(surveyPolicies.see, appointments, lineOf(centres, unitId));

export const writes = (appointments: Held, centres: readonly Centre[]): Role | undefined =>
  heldIn(surveyPolicies.write, appointments, [rootOf(centres)?.id ?? -1]);
