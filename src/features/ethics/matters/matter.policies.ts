/** Who works on ethics matters and writes questions of her centre; the policies of migrations 0004 and 0041 say the same. */
import type { Role } from '#features/network/index.ts';

export const matterRoles: readonly Role[] = ['ethics-officer', 'head'];
