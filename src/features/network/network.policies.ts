/** Who may do what in the network, as data: the server refuses by it, the pages show buttons by it. */
import { type Appointment, caseRoles, type Role } from './network.ts';

/** `network`: an appointment at the top counts; `line`: at the centre or any above it; `centre`: at the centre itself. */
type Reach = 'network' | 'line' | 'centre';
type Rule = { readonly roles: readonly Role[]; readonly reach: Reach; readonly maxGive?: readonly Role[] };

/** Roles that a head may give: those who work for her, not those who oversee or administer her. */
const officers: readonly Role[] = ['case-officer', 'ethics-officer', 'planner', 'organiser', 'registrar'];
const byAdministrator: Rule = { roles: ['administrator'], reach: 'line' };

export const policies = {
  'centre.change': [{ roles: ['administrator'], reach: 'network' }],
  'people.see': [byAdministrator, { roles: ['head'], reach: 'centre' }],
  'invitation.make': [byAdministrator, { roles: ['head'], reach: 'centre', maxGive: officers }],
  'invitation.revoke': [byAdministrator, { roles: ['head'], reach: 'centre' }],
  'sign-in.renew': [byAdministrator],
  'appointment.make': [byAdministrator],
  'appointment.end': [byAdministrator],
  'account.disable': [byAdministrator],
  'session.revoke': [byAdministrator],
  'centre-key.publish': [{ roles: caseRoles, reach: 'centre' }],
  'centre-key.grant': [{ roles: caseRoles, reach: 'centre' }],
} satisfies Record<string, readonly Rule[]>;

export type Act = keyof typeof policies;

/**
 * The role by which a person may do `act` in a centre, or undefined. `line` is the centre's number followed by those of
 * the centres above, the top last. `giving` are roles that the act would hand on.
 */
export function mayAs(
  act: Act,
  appointments: readonly Pick<Appointment, 'role' | 'unitId'>[],
  line: readonly number[],
  giving: readonly Role[] = [],
): Role | undefined {
  for (const rule of policies[act] as readonly Rule[]) {
    if (rule.maxGive && !giving.every((role) => rule.maxGive!.includes(role))) continue;
    const within = { network: line.slice(-1), line, centre: line.slice(0, 1) }[rule.reach];
    const held = appointments.find(
      ({ role, unitId }) => rule.roles.includes(role) && within.includes(unitId),
    );
    if (held) return held.role;
  }
  return undefined;
}
