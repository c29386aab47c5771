/** Who an officer is in which centre, for every act of ethics: policies are data, row-level security stands behind them. */
import type { Appointment, Centre, Role, SignedIn } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { officeText } from './office-text.ts';

/** The role of a list that the person holds in the centre, the first of the list first. */
export function roleIn(
  roles: readonly Role[],
  appointments: readonly Appointment[],
  unitId: number,
): Role | undefined {
  return roles.find((role) => appointments.some((held) => held.unitId === unitId && held.role === role));
}

/** Centres in which the person holds one of the roles; without roles, any. */
export function unitsWith(
  appointments: readonly Appointment[],
  roles?: readonly Role[],
): readonly { readonly id: number; readonly code: string }[] {
  const held = appointments.filter(({ role }) => !roles || roles.includes(role));
  return [...new Map(held.map((one) => [one.unitId, { id: one.unitId, code: one.unitCode }])).values()];
}

/** Whether the person enters what laws and circulars decide: planner or administrator of the ministry. */
export function keepsRules(signedIn: SignedIn, centres: readonly Centre[]): boolean {
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return (
    root !== undefined && roleIn(['planner', 'administrator'], signedIn.appointments, root.id) !== undefined
  );
}

/** Roles that see figures of the centres below theirs. */
export const figureRoles: readonly Role[] = ['head', 'ethics-officer', 'planner', 'overseer', 'auditor'];

/** Open centres below one in which the person holds a role that sees figures, in the network's order. */
export function centresBelow(signedIn: SignedIn, centres: readonly Centre[]): readonly Centre[] {
  const above = new Set(unitsWith(signedIn.appointments, figureRoles).map(({ code }) => code));
  const byCode = new Map(centres.map((centre) => [centre.code, centre]));
  const isBelow = (centre: Centre): boolean => {
    for (let at = byCode.get(centre.parentCode ?? ''); at; at = byCode.get(at.parentCode ?? ''))
      if (above.has(at.code)) return true;
    return false;
  };
  const below = centres.filter((centre) => centre.isOpen && isBelow(centre));
  // A leading centre files too, and stands in its own overview.
  return below.length === 0
    ? []
    : [...centres.filter(({ code, isOpen }) => isOpen && above.has(code)), ...below];
}

/** The body as papers name it (จังหวัดเชียงใหม่), and its centre. */
export const bodyName = (centre: Centre, locale: Locale): string =>
  officeText(locale).body(centre.kind, centreName(centre, locale));
export const officeName = (centre: Centre, locale: Locale): string =>
  officeText(locale).centre(centre.kind, centreName(centre, locale));

export const centreName = (centre: Centre | undefined, locale: Locale): string =>
  (locale === 'en' ? centre?.nameEn : centre?.nameTh) ?? '';
