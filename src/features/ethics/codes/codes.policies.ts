/** Who may do what with codes and pledges, as data. Everybody with a role pledges. */
import type { Role } from '#features/network/index.ts';

export const codesPolicies = {
  /** At the ministry: writes standards, codes, conduct and situations for the whole network. */
  keep: ['ethics-officer', 'planner', 'administrator'],
  /** Writes what a centre adds of its own. */
  extend: ['head', 'ethics-officer'],
  /** Pledges once a fiscal year: everybody. */
  pledge: [
    'case-officer',
    'head',
    'ethics-officer',
    'planner',
    'organiser',
    'registrar',
    'overseer',
    'auditor',
    'administrator',
  ],
  /** Reminds officers of centres in which not all have pledged. */
  remind: ['planner', 'ethics-officer', 'head'],
} as const satisfies Record<string, readonly Role[]>;
