/** Code of a centre in which the person holds a role, for the ledger. */
import type { SignedIn } from '#features/network/index.ts';

export const unitCodeOf = (signedIn: SignedIn, unitId: number): string =>
  signedIn.appointments.find((held) => held.unitId === unitId)!.unitCode;
