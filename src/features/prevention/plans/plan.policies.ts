/** Who plans, decides and looks, as data; migration 0031 says the same in the database. */
import type { Appointment, Role } from '#features/network/index.ts';

export const planPolicies = {
  /** Write measures and results, submit: in the centre itself. */
  write: ['planner', 'head'],
  /** Return, verify, publish: in a centre above; the ministry decides on its own plan too, by a second person. */
  decide: ['planner', 'head'],
  /** See what centres below have handed in. */
  oversee: ['planner', 'head', 'overseer', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

/** `line`: the centre's number, then those above, the top last. */
export function planRole(
  act: keyof typeof planPolicies,
  appointments: readonly Appointment[],
  line: readonly number[],
): Role | undefined {
  const top = line.at(-1);
  const within = act === 'write' ? line.slice(0, 1) : line.filter((id) => id !== line[0] || id === top);
  return planPolicies[act].find((role) =>
    appointments.some((held) => held.role === role && within.includes(held.unitId)),
  );
}
