/** Who may do what with a map, as data: the server refuses by it, the pages show buttons by it. SQL says the same in migration 0030. */
import type { Appointment, Centre, Role } from '#features/network/index.ts';

/** `centre`: a role in the map's own centre; `above`: in a centre above it (the ministry's own map: within it); `root`: in the ministry's. */
type Reach = 'centre' | 'above' | 'root';
type Rule = { readonly roles: readonly Role[]; readonly reach: Reach };

export const riskPolicies = {
  map: [{ roles: ['planner', 'head', 'case-officer', 'ethics-officer'], reach: 'centre' }],
  submit: [{ roles: ['planner', 'head'], reach: 'centre' }],
  verify: [{ roles: ['planner', 'head'], reach: 'above' }],
  approve: [
    { roles: ['head'], reach: 'centre' },
    { roles: ['head'], reach: 'above' },
  ],
  publish: [{ roles: ['planner', 'head'], reach: 'centre' }],
  report: [{ roles: ['planner', 'head', 'case-officer', 'ethics-officer'], reach: 'centre' }],
  'enter-framework': [{ roles: ['planner', 'administrator'], reach: 'root' }],
} as const satisfies Record<string, readonly Rule[]>;

export type RiskAct = keyof typeof riskPolicies;
type Held = Pick<Appointment, 'unitId' | 'unitCode' | 'role'>;

/** Roles that look at the maps of centres below theirs. */
export const overseeing: readonly Role[] = ['planner', 'head', 'overseer', 'auditor'];

/** The centre's number and those above it, the top last. */
export function lineOf(centres: readonly Centre[], unitId: number): readonly number[] {
  const byCode = new Map(centres.map((centre) => [centre.code, centre]));
  const line: number[] = [];
  for (
    let at = centres.find(({ id }) => id === unitId);
    at && line.length < 20;
    at = byCode.get(at.parentCode ?? '')
  )
    line.push(at.id);
  return line;
}

/** The appointment by which a person may do it with a map of the centre whose line is given, or undefined. */
export function appointmentFor<A extends Held>(
  act: RiskAct,
  appointments: readonly A[],
  line: readonly number[],
): A | undefined {
  for (const { roles, reach } of riskPolicies[act] as readonly Rule[]) {
    const above = line.length > 1 ? line.slice(1) : line;
    const within = { centre: line.slice(0, 1), above, root: line.slice(-1) }[reach];
    const held = appointments.find((one) => within.includes(one.unitId) && roles.includes(one.role));
    if (held) return held;
  }
  return undefined;
}

/** Centres whose risks the person maps. */
export const mappingUnits = (appointments: readonly Held[]): readonly number[] => [
  ...new Set(
    appointments
      .filter(({ role }) => (riskPolicies.map[0].roles as readonly Role[]).includes(role))
      .map(({ unitId }) => unitId),
  ),
];

/** Whether the person looks at maps of centres below hers. */
export const oversees = (appointments: readonly Held[], centres: readonly Centre[]): boolean => {
  const parents = new Set(centres.map(({ parentCode }) => parentCode));
  return appointments.some(({ role, unitCode }) => overseeing.includes(role) && parents.has(unitCode));
};
