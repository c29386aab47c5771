/** Who may do what with gifts, as data. Deciding is the superior's: `ethics.decides_for` finds her. */
import type { Role } from '#features/network/index.ts';

export const giftPolicies = {
  /** Sees the gifts of the whole centre, and enters the proof of a return for a colleague. */
  keep: ['ethics-officer', 'head'],
  /** Files the half-year's totals, and that nothing was received. */
  file: ['ethics-officer', 'head', 'case-officer', 'registrar'],
  /** Reminds centres below that have not filed. */
  remind: ['planner', 'ethics-officer', 'head'],
} as const satisfies Record<string, readonly Role[]>;
