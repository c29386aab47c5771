/** Who answers, reviews and looks, as data; migration 0032 says the same in the database. */
import type { Appointment, Role } from '#features/network/index.ts';

export const disclosurePolicies = {
  /** Answer, check, publish: in the centre itself. */
  write: ['planner', 'head'],
  /** Review, decide on an appeal: in a centre above; the ministry's own answers by a second person of the ministry. */
  review: ['planner', 'head'],
  /** Read the answers of centres below. */
  oversee: ['planner', 'head', 'overseer', 'auditor'],
  /** Bring the items of a year and the scale: at the top. */
  keepSets: ['planner', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

/** `line`: the centre's number, then those above, the top last. */
export function disclosureRole(
  act: keyof typeof disclosurePolicies,
  appointments: readonly Pick<Appointment, 'role' | 'unitId'>[],
  line: readonly number[],
): Role | undefined {
  const top = line.at(-1);
  const within = {
    write: line.slice(0, 1),
    review: line.filter((id) => id !== line[0] || id === top),
    oversee: line,
    keepSets: line.slice(-1),
  }[act];
  return disclosurePolicies[act].find((role) =>
    appointments.some((held) => held.role === role && within.includes(held.unitId)),
  );
}
